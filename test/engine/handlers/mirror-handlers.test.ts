/**
 * @file XMP files beside photos, from a real engine that scans and reads them.
 */
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makePhoto, openTaggedLibrary } from "../../support/tagged-library.ts";
import { until } from "../../support/until.ts";

test("a folder's photos get their sidecars, and the next scan finds nothing new in them", async () => {
  await using library = await openTaggedLibrary({ live: false });
  const folder = await library.folder(["trip/a.jpg", "b.jpg"]);
  const { id } = await folder.find("trip/a.jpg");
  const history = () => library.client.request("history.list", { limit: 100 });
  const before = await history();

  const report = await library.client.request("tag.mirror", { folders: [folder.at("trip")] });
  await folder.look();

  expect(report).toMatchObject({
    photos: [{ id, outcome: "written", sidecarPath: folder.at("trip", "a.jpg.xmp") }],
    next: null,
  });
  expect(await readdir(folder.path)).toEqual(["b.jpg", "trip"]);
  expect(await library.client.request("photo.get", { id })).toMatchObject({
    tags: ["of a"],
    importedTags: [],
    files: [{ name: "a.jpg" }, { name: "a.jpg.xmp", role: "sidecar" }],
  });
  expect(await history()).toEqual(before);
});

test("a sidecar that was edited while nobody looked is merged, be it read before or not", async () => {
  await using library = await openTaggedLibrary({ live: false });
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  await library.client.request("tag.mirror", { folders: [] });
  for (const name of ["a", "b"]) {
    const sidecar = folder.at(`${name}.jpg.xmp`);
    const xmp = await readFile(sidecar, "utf8");
    await writeFile(sidecar, xmp.replaceAll(`of ${name}</rdf:li>`, "given elsewhere</rdf:li>"));
  }
  await library.restart();
  const a = await folder.find("a.jpg");
  await library.client.request("tag.add", { tag: "kept", photos: [a.id] });

  await library.client.request("tag.mirror", { folders: [] });
  await folder.look();
  const { photos } = await library.client.request("tag.mirror", { folders: [] });

  expect(await folder.tags()).toEqual({
    "a.jpg": ["given elsewhere", "kept"],
    "b.jpg": ["given elsewhere"],
  });
  expect(photos.map(({ outcome }) => outcome)).toEqual(["in-sync", "in-sync"]);
});

test("a photo that moves with its sidecar stays in sync, and one that moves without it gets a new one", async () => {
  await using library = await openTaggedLibrary({ live: false });
  const folder = await library.folder(["with.jpg", "without.jpg"]);
  await library.client.request("tag.mirror", { folders: [] });
  for (const name of ["with.jpg", "with.jpg.xmp", "without.jpg"])
    await rename(folder.at(name), folder.at(`moved ${name}`));
  await rm(folder.at("without.jpg.xmp"));
  await folder.look();

  const { photos } = await library.client.request("tag.mirror", { folders: [] });

  expect(Object.fromEntries(photos.map(({ path, outcome }) => [path, outcome]))).toEqual({
    [folder.at("moved with.jpg")]: "in-sync",
    [folder.at("moved without.jpg")]: "written",
  });
  expect(await folder.tags()).toEqual({
    "moved with.jpg": ["of with"],
    "moved without.jpg": ["of without"],
  });
});

test("our own write does not come back as a change while the folder is being watched", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const folder = await library.folder(["a.jpg"]);
  const { id } = await folder.find("a.jpg");
  const changes: string[] = [];
  const found: string[] = [];
  library.client.subscribe((event) => {
    if (event.name !== "photo.changed") return;
    for (const change of event.payload.changes)
      if (change.id === id) changes.push(change.kind);
      else found.push(change.path);
  });

  // The directory is looked at for a new photo, and what happened before is reported before it.
  const look = async (name: string) => {
    await writeFile(folder.at(name), await makePhoto());
    await until(`${name} is found`, () => found.includes(folder.at(name)));
  };
  await look("b.jpg");
  changes.length = 0;

  await library.client.request("tag.mirror", { folders: [] });
  await look("c.jpg");

  expect(await readdir(folder.path)).toContain("a.jpg.xmp");
  expect(changes).toEqual([]);
});
