import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Progress } from "../../../electron/contract/progress.ts";
import { makePhoto, openTaggedLibrary, type TaggedLibrary } from "../../support/tagged-library.ts";

const PATIENT = { timeout: 20_000 };

test("a tile that is looked at gets its thumbnail while indexing, or its folder, is paused, and is indexed when both go on", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const { client } = library;
  const folder = await library.folder([]);
  const { id } = (await client.request("folder.list", {}))[0]!;
  await client.request("indexing.pause", {});
  for (const name of ["a.jpg", "b.jpg", "c.jpg"])
    await writeFile(folder.at(name), await makePhoto());
  await client.request("folder.rescan", { id });
  const states = async (): Promise<string[]> =>
    Promise.all(
      ["a.jpg", "b.jpg", "c.jpg"].map(async (name) => {
        const { state, fingerprint, widthPx } = await folder.find(name);
        return `${state}${fingerprint !== null && widthPx === 400 ? " with its thumbnail" : ""}`;
      }),
    );
  const look = async (name: string): Promise<void> => {
    await client.request("photo.hurry", { ids: [(await folder.find(name)).id] });
  };

  await expect.poll(states, PATIENT).toEqual(["seen", "seen", "seen"]);
  await look("a.jpg");
  await expect.poll(states, PATIENT).toEqual(["shown with its thumbnail", "seen", "seen"]);
  await client.request("folder.pause", { id, isPaused: true });
  await client.request("indexing.resume", {});
  await look("b.jpg");
  await expect
    .poll(states, PATIENT)
    .toEqual(["shown with its thumbnail", "shown with its thumbnail", "seen"]);
  const { progress } = await client.request("library.status", {});
  await client.request("folder.pause", { id, isPaused: false });

  expect(progress.done).toBe(0);
  await expect
    .poll(states, PATIENT)
    .toEqual(Array.from({ length: 3 }, () => "indexed with its thumbnail"));
});

/** All that is told of it from now on. */
function progressOf(client: TaggedLibrary["client"]): Progress[] {
  const told: Progress[] = [];
  client.subscribe((event) => {
    if (event.name === "indexing.progress") told.push(event.payload);
  });
  return told;
}

test("photos that wait are told as soon as they are found, before any of them is done", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const { client } = library;
  const told = progressOf(client);
  const folder = await library.folder([]);
  await client.request("indexing.pause", {});
  for (const name of ["a.jpg", "b.jpg"]) await writeFile(folder.at(name), await makePhoto());
  const { id } = (await client.request("folder.list", {}))[0]!;
  await client.request("folder.rescan", { id });

  await expect.poll(() => told.at(-1), PATIENT).toMatchObject({ scanning: 0, done: 0, total: 2 });
});

test("photos that are to be read once more are told at once, before any of them is", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const { client } = library;
  const folder = await library.folder(["a.jpg"]);
  for (const name of ["b.jpg", "c.jpg"]) await writeFile(folder.at(name), "no picture");
  await folder.look();
  const readFailed = async () => (await client.request("library.status", {})).counts.failed;
  await expect.poll(readFailed, PATIENT).toBe(2);
  await client.request("indexing.pause", {});
  const told = progressOf(client);

  await client.request("failure.retry", {});

  await expect.poll(() => told.at(-1)?.total, PATIENT).toBe(2);
});
