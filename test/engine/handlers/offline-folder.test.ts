import { chmod, rename, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makePhoto, openTaggedLibrary } from "../../support/tagged-library.ts";
import { until } from "../../support/until.ts";

test("photos that wait on a disk that is pulled out wait until it is back, and none of them has failed", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const folder = await library.folder(["a.jpg"]);
  const state = async () => (await library.client.request("folder.list", {}))[0]!.state;
  const status = () => library.client.request("library.status", {});
  await until("the folder to be watched", async () => (await state()) === "watching");
  await library.client.request("indexing.pause", {});
  for (const name of ["b.jpg", "c.jpg"]) await writeFile(folder.at(name), await makePhoto());
  await until("both to be seen", async () => (await status()).counts.photos === 3);

  await rename(folder.path, `${folder.path} away`);
  await library.client.request("indexing.resume", {});
  await until("the folder to be offline", async () => (await state()) === "offline");
  await until("nothing to be under way", async () => (await status()).progress.total === 0);
  const { counts: away } = await status();
  await rename(`${folder.path} away`, folder.path);
  await until("all to be indexed", async () => (await status()).counts.indexed === 3);

  expect(away).toMatchObject({ photos: 3, indexed: 1, failed: 0, missing: 0 });
  expect(await folder.tags()).toEqual({ "a.jpg": ["of a"], "b.jpg": [], "c.jpg": [] });
});

test("a folder that is away when the engine starts is left alone until it is there", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const folder = await library.folder([]);
  await library.client.request("indexing.pause", {});
  await writeFile(folder.at("a.jpg"), await makePhoto());
  const [added] = await library.client.request("folder.list", {});
  await library.client.request("folder.rescan", { id: added!.id });
  const status = () => library.client.request("library.status", {});
  await until("it to be seen", async () => (await status()).counts.photos === 1);

  await rename(folder.path, `${folder.path} away`);
  await library.restart();
  await library.client.request("indexing.resume", {});
  const { counts, progress, folders } = await status();
  await rename(`${folder.path} away`, folder.path);
  await until("it to be indexed", async () => (await status()).counts.indexed === 1);

  expect(folders).toMatchObject([{ state: "offline" }]);
  expect([counts.failed, counts.missing, progress.total]).toEqual([0, 0, 0]);
});

// The photo worker has the rights of whoever runs the tests, and the superuser may read everything.
test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a file that might not be read is tried again when its folder is checked",
  async () => {
    await using library = await openTaggedLibrary({ live: true });
    const folder = await library.folder([]);
    const counts = async () => (await library.client.request("library.status", {})).counts;
    await writeFile(folder.at("a.jpg"), await makePhoto(), { mode: 0 });
    await until("it to fail", async () => (await counts()).failed === 1);

    await chmod(folder.at("a.jpg"), 0o644);
    const [added] = await library.client.request("folder.list", {});
    await library.client.request("folder.rescan", { id: added!.id });
    await until("it to be indexed", async () => (await counts()).indexed === 1);

    expect(await counts()).toMatchObject({ failed: 0, indexed: 1 });
  },
);
