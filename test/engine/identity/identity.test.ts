/**
 * @file What people and programs do to files on the disk, and which tags are on which photo afterwards. A real engine
 * over real files; it looks at the disk when it is told to.
 */
import {
  copyFile,
  link,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { rewriteMetadata } from "../../support/rewrite-metadata.ts";
import {
  makePhoto,
  openTaggedLibrary,
  type TaggedFolder,
  type TaggedLibrary,
} from "../../support/tagged-library.ts";

vi.setConfig({ testTimeout: 120_000 });

let library: TaggedLibrary;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
});

afterAll(() => library[Symbol.asyncDispose]());

/** A file of the same bytes under another inode, as a move to another disk leaves it. */
async function moveByCopy(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from);
  await writeFile(to, await readFile(from));
  await utimes(to, atime, mtime);
  await rm(from);
}

async function edit(file: string): Promise<Buffer> {
  return sharp(await readFile(file))
    .modulate({ saturation: 1.4 })
    .jpeg()
    .toBuffer();
}

async function history(): Promise<string[]> {
  const { entries } = await library.client.request("history.list", { limit: 100 });
  return entries.map(({ sentence }) => sentence);
}

async function entryOf(sentence: RegExp): Promise<number> {
  const { entries } = await library.client.request("history.list", { limit: 100 });
  return entries.find((entry) => sentence.test(entry.sentence))!.id;
}

test("a renamed file keeps its tags, and so does one whose name changes only in case", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);

  await rename(folder.at("a.jpg"), folder.at("other.jpg"));
  await rename(folder.at("b.jpg"), folder.at("B.JPG"));
  await folder.look();

  expect(await folder.tags()).toEqual({ "other.jpg": ["of a"], "B.JPG": ["of b"] });
});

test("a file that moved to another directory keeps its tags", async () => {
  const folder = await library.folder(["trip/a.jpg", "b.jpg"]);

  await mkdir(folder.at("new"));
  await rename(folder.at("trip/a.jpg"), folder.at("new/a.jpg"));
  await rename(folder.at("b.jpg"), folder.at("trip/b.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({ "new/a.jpg": ["of a"], "trip/b.jpg": ["of b"] });
});

test("the photos of a renamed directory keep their tags, and the history has one sentence for all", async () => {
  const folder = await library.folder(["old name/a.jpg", "old name/b.jpg", "old name/c.jpg"]);

  await rename(folder.at("old name"), folder.at("new name"));
  await folder.look();

  expect(await folder.tags()).toEqual({
    "new name/a.jpg": ["of a"],
    "new name/b.jpg": ["of b"],
    "new name/c.jpg": ["of c"],
  });
  expect((await history())[0]).toMatch(
    /^Recognised 3 photos that moved from .*old name to .*new name$/,
  );
});

test("files that moved between disks, also while nobody looked, keep their tags", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  const other = await library.folder([]);

  await moveByCopy(folder.at("a.jpg"), other.at("a.jpg"));
  await library.restart();
  await moveByCopy(folder.at("b.jpg"), other.at("renamed.jpg"));
  await library.client.request("library.index", { paths: [folder.path, other.path] });

  expect(await folder.tags()).toEqual({});
  expect(await other.tags()).toEqual({ "a.jpg": ["of a"], "renamed.jpg": ["of b"] });
});

test("a copy that was found before the original went is the original at its new place", async () => {
  const folder = await library.folder(["a.jpg"]);

  await copyFile(folder.at("a.jpg"), folder.at("copy.jpg"));
  await folder.look();
  const before = await folder.tags();
  await rm(folder.at("a.jpg"));
  await folder.look();

  expect(before).toEqual({ "a.jpg": ["of a"], "copy.jpg": [] });
  expect(await folder.tags()).toEqual({ "copy.jpg": ["of a"] });
});

test("a copy has no tags, also one that is tagged later keeps its own, and so does a hard link", async () => {
  const folder = await library.folder(["a.jpg"]);

  await copyFile(folder.at("a.jpg"), folder.at("copy.jpg"));
  await link(folder.at("a.jpg"), folder.at("link.jpg"));
  await folder.look();
  const { id } = await folder.find("copy.jpg");
  await library.client.request("tag.add", { tag: "a copy", photos: [id] });
  await rm(folder.at("a.jpg"));
  await folder.look();

  const tags = await folder.tags();
  expect(tags["copy.jpg"]).toEqual(["a copy"]);
  expect(Object.values(tags).flat().sort()).toEqual(["a copy", "of a"]);
});

test("a copy does not get the tags of a photo whose directory the user leaves out", async () => {
  const folder = await library.folder(["drafts/a.jpg"]);
  await copyFile(folder.at("drafts", "a.jpg"), folder.at("early copy.jpg"));
  await folder.look();
  const { id } = (await library.client.request("folder.list", {})).find(
    (one) => one.path === folder.path,
  )!;

  await library.client.request("folder.ignore", { id, patterns: ["drafts/"] });
  await folder.look();
  await copyFile(folder.at("drafts", "a.jpg"), folder.at("late copy.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({
    "early copy.jpg": [],
    "late copy.jpg": [],
    "drafts/a.jpg (missing)": ["of a"],
  });
});

test("two files that swap names keep their own tags", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);

  await rename(folder.at("a.jpg"), folder.at("c.jpg"));
  await rename(folder.at("b.jpg"), folder.at("a.jpg"));
  await rename(folder.at("c.jpg"), folder.at("b.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({ "b.jpg": ["of a"], "a.jpg": ["of b"] });
});

test("two unlike photos whose bytes swap places keep their own tags, and nothing is left to review", async () => {
  const folder = await library.folder(["a.jpg"]);
  await writeFile(folder.at("b.jpg"), await unlike());
  await folder.look();
  await tag(folder.find("b.jpg"), "of b");
  const [a, b] = await Promise.all(["a.jpg", "b.jpg"].map((name) => readFile(folder.at(name))));

  await writeFile(folder.at("a.jpg"), b!);
  await writeFile(folder.at("b.jpg"), a!);
  await folder.look();

  expect(await folder.tags()).toEqual({ "b.jpg": ["of a"], "a.jpg": ["of b"] });
});

test("a file that is moved over another leaves the replaced one missing with its tags", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg", "trip/c.jpg", "d.jpg"]);

  await rename(folder.at("a.jpg"), folder.at("b.jpg"));
  await rename(folder.at("trip/c.jpg"), folder.at("d.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({
    "b.jpg": ["of a"],
    "b.jpg (missing)": ["of b"],
    "d.jpg": ["of c"],
    "d.jpg (missing)": ["of d"],
  });
});

test("so does one that is moved over another from another disk", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);

  await moveByCopy(folder.at("a.jpg"), folder.at("b.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({ "b.jpg": ["of a"], "b.jpg (missing)": ["of b"] });
});

test("a photo that is edited keeps its tags however its program saves it", async () => {
  const folder = await library.folder(["in place.jpg", "recreated.jpg", "renamed over.jpg"]);

  await writeFile(folder.at("in place.jpg"), await edit(folder.at("in place.jpg")));
  const recreated = await edit(folder.at("recreated.jpg"));
  await rm(folder.at("recreated.jpg"));
  await folder.look();
  await writeFile(folder.at("recreated.jpg"), recreated);
  await writeFile(folder.at("save.tmp"), await edit(folder.at("renamed over.jpg")));
  await rename(folder.at("save.tmp"), folder.at("renamed over.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({
    "in place.jpg": ["of in place"],
    "recreated.jpg": ["of recreated"],
    "renamed over.jpg": ["of renamed over"],
  });
  expect(await review(folder)).toEqual([]);
});

test("a photo whose metadata were rewritten keeps its tags, in its place and at another", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  const [a, b] = await Promise.all(["a.jpg", "b.jpg"].map((name) => readFile(folder.at(name))));

  await writeFile(folder.at("a.jpg"), rewriteMetadata(a!, { comment: "Lisbon" }));
  await mkdir(folder.at("sorted"));
  await writeFile(folder.at("sorted/2026.jpg"), rewriteMetadata(b!, { orientation: 6 }));
  await rm(folder.at("b.jpg"));
  await folder.look();

  expect(await folder.tags()).toEqual({ "a.jpg": ["of a"], "sorted/2026.jpg": ["of b"] });
  expect((await history())[0]).toMatch(
    /^Recognised b.jpg, now called 2026.jpg, moved from .* to .*sorted$/,
  );
});

test("of two missing twins with other tags the one of the same name is found, and without one none", async () => {
  const folder = await library.folder(["one/a.jpg"]);
  await mkdir(folder.at("two"));
  await copyFile(folder.at("one/a.jpg"), folder.at("two/b.jpg"));
  await folder.look();
  await tag(folder.find("two/b.jpg"), "of b");
  const bytes = await readFile(folder.at("one/a.jpg"));
  // Out of the folder and not deleted: a new file could get the inode of one that was.
  for (const name of ["one", "two"]) await rename(folder.at(name), folder.at(`../${name} away`));
  await folder.look();

  await writeFile(folder.at("c.jpg"), bytes);
  await folder.look();
  const undecided = await folder.tags();
  await writeFile(folder.at("b.jpg"), bytes);
  await folder.look();

  expect(undecided).toEqual({
    "one/a.jpg (missing)": ["of a"],
    "two/b.jpg (missing)": ["of b"],
    "c.jpg": [],
  });
  expect(await folder.tags()).toMatchObject({ "b.jpg": ["of b"], "one/a.jpg (missing)": ["of a"] });
});

test("twins for which the user entered the same need no telling apart", async () => {
  const folder = await library.folder(["one/a.jpg"]);
  await mkdir(folder.at("two"));
  await copyFile(folder.at("one/a.jpg"), folder.at("two/b.jpg"));
  await folder.look();
  await tag(folder.find("two/b.jpg"), "of a");
  const bytes = await readFile(folder.at("one/a.jpg"));
  for (const name of ["one", "two"]) await rm(folder.at(name), { recursive: true });
  await folder.look();

  for (const name of ["c.jpg", "d.jpg"]) await writeFile(folder.at(name), bytes);
  await folder.look();

  expect(await folder.tags()).toEqual({ "c.jpg": ["of a"], "d.jpg": ["of a"] });
});

test("another photo under the same name keeps the tags for now and is to be reviewed", async () => {
  const folder = await library.folder(["a.jpg"]);

  await writeFile(folder.at("a.jpg"), await unlike());
  await folder.look();

  expect(await folder.tags()).toEqual({ "a.jpg": ["of a"] });
  expect(await review(folder)).toEqual(["a.jpg"]);
});

test("when the replaced photo turns up again its tags go with it", async () => {
  const folder = await library.folder(["a.jpg"]);
  const bytes = await readFile(folder.at("a.jpg"));
  await writeFile(folder.at("a.jpg"), await unlike());
  await folder.look();

  await mkdir(folder.at("found"));
  await writeFile(folder.at("found/a.jpg"), bytes);
  await folder.look();

  expect(await folder.tags()).toEqual({ "found/a.jpg": ["of a"], "a.jpg": [] });
});

test("the user says that it is another photo, takes that back, and says that it is the same", async () => {
  const folder = await library.folder(["a.jpg"]);
  await writeFile(folder.at("a.jpg"), await unlike());
  await folder.look();
  const { id } = await folder.find("a.jpg");

  await library.client.request("review.decide", { photos: [id], decision: "another" });
  await folder.look();
  const apart = await folder.tags();
  await library.client.request("history.undo", {});
  await folder.look();
  const together = await folder.tags();
  const again = (await review(folder)).length;
  await library.client.request("review.decide", { photos: [id], decision: "same" });

  expect(apart).toEqual({ "a.jpg": [], "a.jpg (missing)": ["of a"] });
  expect([together, again]).toEqual([{ "a.jpg": ["of a"] }, 1]);
  expect([await review(folder), await folder.tags()]).toEqual([[], { "a.jpg": ["of a"] }]);
});

test("a relink that is undone leaves the tags with the missing photo, and no scan repeats it", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  await rename(folder.at("a.jpg"), folder.at("renamed.jpg"));
  await moveByCopy(folder.at("b.jpg"), folder.at("copied.jpg"));
  await folder.look();

  const entry = await entryOf(/^Recognised 2 photos under new names/);
  await library.client.request("history.undo", { entry });
  await folder.look();
  await library.restart();
  await folder.look();
  const undone = await folder.tags();
  await rename(folder.at("renamed.jpg"), folder.at("renamed again.jpg"));
  await folder.look();

  expect(undone).toEqual({
    "a.jpg (missing)": ["of a"],
    "b.jpg (missing)": ["of b"],
    "renamed.jpg": [],
    "copied.jpg": [],
  });
  expect(Object.keys(await folder.tags()).sort()).toEqual([
    "a.jpg (missing)",
    "b.jpg (missing)",
    "copied.jpg",
    "renamed again.jpg",
  ]);
});

test("a relink is done again, unless the file has tags of its own by then", async () => {
  const folder = await library.folder(["a.jpg"]);
  await rename(folder.at("a.jpg"), folder.at("b.jpg"));
  await folder.look();
  const entry = await entryOf(/^Recognised a.jpg, now called b.jpg$/);
  await library.client.request("history.undo", { entry });
  await tag(folder.find("b.jpg"), "own");

  await expect(library.client.request("history.redo", { entry })).rejects.toMatchObject({
    code: "undo-impossible",
  });
  await library.client.request("history.undo", {});
  await library.client.request("history.redo", { entry });
  await folder.look();

  expect(await folder.tags()).toEqual({ "b.jpg": ["of a"] });
});

async function unlike(): Promise<Buffer> {
  return sharp(await makePhoto())
    .resize(8, 8)
    .resize(300, 300, { kernel: "nearest" })
    .negate()
    .jpeg()
    .toBuffer();
}

async function tag(photo: Promise<{ id: number }>, name: string): Promise<void> {
  const photos = [(await photo).id as never];
  await library.client.request("tag.add", { tag: name, photos });
}

/** Names of a folder's photos that wait for a decision. */
async function review(folder: TaggedFolder): Promise<string[]> {
  const { photos } = await library.client.request("photo.page", { query: "is:review", limit: 100 });
  return photos.filter(({ path }) => path.startsWith(folder.path)).map(({ name }) => name);
}
