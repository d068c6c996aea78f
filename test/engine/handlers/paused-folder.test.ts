import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makePhoto, openTaggedLibrary } from "../../support/tagged-library.ts";

test("a paused folder is left alone, also after a restart, and caught up with when it goes on", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const folder = await library.folder(["a.jpg"]);
  const { id } = (await library.client.request("folder.list", {}))[0]!;

  const paused = await library.client.request("folder.pause", { id, isPaused: true });
  await library.restart();
  await writeFile(folder.at("b.jpg"), await makePhoto());
  await library.client.request("folder.rescan", { id });
  const [listed] = await library.client.request("folder.list", {});
  const meanwhile = Object.keys(await folder.tags());
  const resumed = await library.client.request("folder.pause", { id, isPaused: false });

  expect([paused.state, listed?.state, resumed.state]).toEqual(["paused", "paused", "unwatched"]);
  expect(meanwhile).toEqual(["a.jpg"]);
  await expect
    .poll(() => folder.tags(), { timeout: 20_000 })
    .toEqual({ "a.jpg": ["of a"], "b.jpg": [] });
});
