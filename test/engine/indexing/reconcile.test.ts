import { copyFile, link, mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import {
  getPhoto,
  listDirectory,
  markChanged,
  movePhoto,
  setFingerprint,
  type PhotoRow,
} from "../../../electron/engine/catalog/photos.ts";
import { relinkAppeared } from "../../../electron/engine/indexing/identity.ts";
import { reconcileDirectory } from "../../../electron/engine/indexing/reconcile.ts";
import { listTags } from "../../../electron/engine/tags/list-tags.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { readDirectory } from "../../../electron/engine/watching/read-directory.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog, testReconciler } from "../../support/test-catalog.ts";

async function openFolder() {
  const folder = await tempFolder();
  const { db, folderId } = openTestCatalog(folder.path);
  const reconciler = testReconciler(db);

  async function look(directory = ""): Promise<void> {
    const listing = await readDirectory(folder.at(directory), { isPhotoName: () => true });
    await reconcileDirectory(
      reconciler,
      { folderId, folderPath: folder.path, directory },
      listing?.files ?? [],
    );
  }

  /** Entries of a directory as "name", "name (missing)", each with its tags. */
  function entries(directory = ""): Record<string, string[]> {
    const rows = listDirectory(db, folderId, directory);
    return Object.fromEntries(
      rows.map((row) => [
        row.missingSinceMs === null ? row.name : `${row.name} (missing)`,
        listTags(db, row.id).map(({ tag }) => tag),
      ]),
    );
  }

  function entry(name: string, directory = ""): PhotoRow {
    return listDirectory(db, folderId, directory).find((row) => row.name === name)!;
  }

  function tag(name: string, directory = ""): void {
    addTag(db, `tag of ${name}`, [entry(name, directory).id], reconciler.text);
  }

  function kinds(): string[] {
    reconciler.feed.flush();
    return reconciler.changes
      .splice(0)
      .map(({ kind, path: at }) => `${kind} ${path.relative(folder.path, at)}`);
  }

  return {
    folder,
    db,
    reconciler,
    look,
    entries,
    entry,
    tag,
    kinds,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test("a new file is an entry at once, before anything was read from it", async () => {
  await using library = await openFolder();
  await writeFile(library.folder.at("a.jpg"), "a");

  await library.look();

  expect(library.entries()).toEqual({ "a.jpg": [] });
  expect(library.kinds()).toEqual(["seen a.jpg"]);
});

test("a renamed file keeps its tags", async () => {
  await using library = await openFolder();
  await writeFile(library.folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");

  await rename(library.folder.at("a.jpg"), library.folder.at("b.jpg"));
  await library.look();

  expect(library.entries()).toEqual({ "b.jpg": ["tag of a.jpg"] });
  expect(library.kinds()).toEqual(["seen a.jpg", "moved b.jpg"]);
});

test("two files that swap names keep their own tags", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await writeFile(folder.at("a.jpg"), "a");
  await writeFile(folder.at("b.jpg"), "bb");
  await library.look();
  library.tag("a.jpg");
  library.tag("b.jpg");

  await rename(folder.at("a.jpg"), folder.at("c.jpg"));
  await rename(folder.at("b.jpg"), folder.at("a.jpg"));
  await rename(folder.at("c.jpg"), folder.at("b.jpg"));
  await library.look();

  expect(library.entries()).toEqual({ "a.jpg": ["tag of b.jpg"], "b.jpg": ["tag of a.jpg"] });
});

test.for(["the new place first", "the old place first"])(
  "a file moved to another directory keeps its tags, %s",
  async (order) => {
    await using library = await openFolder();
    const { folder } = library;
    await mkdir(folder.at("to"));
    await writeFile(folder.at("a.jpg"), "a");
    await library.look();
    library.tag("a.jpg");

    await rename(folder.at("a.jpg"), folder.at("to", "a.jpg"));
    for (const directory of order === "the new place first" ? ["to", ""] : ["", "to"])
      await library.look(directory);

    expect(library.entries()).toEqual({});
    expect(library.entries("to")).toEqual({ "a.jpg": ["tag of a.jpg"] });
  },
);

test("a deleted file is missing and keeps its tags; when it is back, so are they", async () => {
  await using library = await openFolder();
  const { folder } = library;
  const written = new Date(1_700_000_000_000);
  await writeFile(folder.at("a.jpg"), "a");
  await utimes(folder.at("a.jpg"), written, written);
  await library.look();
  library.tag("a.jpg");

  await rm(folder.at("a.jpg"));
  await library.look();
  const whileAway = library.entries();
  await writeFile(folder.at("a.jpg"), "a");
  await utimes(folder.at("a.jpg"), written, written);
  await library.look();

  expect(whileAway).toEqual({ "a.jpg (missing)": ["tag of a.jpg"] });
  expect(library.entries()).toEqual({ "a.jpg": ["tag of a.jpg"] });
  expect(library.kinds()).toEqual(["seen a.jpg", "missing a.jpg", "returned a.jpg"]);
});

test("an edited file keeps its tags and waits to be indexed again", async () => {
  await using library = await openFolder();
  await writeFile(library.folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");
  setFingerprint(library.db, library.entry("a.jpg").id, "f".repeat(64));

  await writeFile(library.folder.at("a.jpg"), "edited");
  await library.look();

  expect(library.entries()).toEqual({ "a.jpg": ["tag of a.jpg"] });
  expect(library.entry("a.jpg")).toMatchObject({
    fingerprint: null,
    indexedBy: null,
    sizeBytes: 6,
  });
});

test("a copy is an entry of its own and takes no tags", async () => {
  await using library = await openFolder();
  await writeFile(library.folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");

  await copyFile(library.folder.at("a.jpg"), library.folder.at("copy.jpg"));
  await library.look();

  expect(library.entries()).toEqual({ "a.jpg": ["tag of a.jpg"], "copy.jpg": [] });
});

test("a file moved over another replaces it, and the replaced one's tags wait", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await writeFile(folder.at("a.jpg"), "a");
  await writeFile(folder.at("b.jpg"), "bb");
  await library.look();
  library.tag("a.jpg");
  library.tag("b.jpg");

  await rename(folder.at("a.jpg"), folder.at("b.jpg"));
  await library.look();

  expect(library.entries()).toEqual({
    "b.jpg": ["tag of a.jpg"],
    "b.jpg (missing)": ["tag of b.jpg"],
  });
});

test("a missing photo whose bytes appear elsewhere under a new inode is found again by its fingerprint", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  const fingerprint = "a".repeat(64);
  await writeFile(folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");
  setFingerprint(db, library.entry("a.jpg").id, fingerprint);
  await writeFile(folder.at("other.jpg"), "a");
  await rm(folder.at("a.jpg"));
  await library.look();

  const old = relinkAppeared(db, library.entry("other.jpg"), fingerprint);

  expect(old?.entry.name).toBe("a.jpg");
  expect(library.entries()).toEqual({ "other.jpg": ["tag of a.jpg"] });
});

test("of several missing twins the one of the same name is chosen, and none when that does not decide", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  const fingerprint = "a".repeat(64);
  for (const directory of ["one", "two"]) await mkdir(folder.at(directory));
  await mkdir(folder.at("new"));
  await writeFile(folder.at("one", "same.jpg"), "a");
  await writeFile(folder.at("two", "other.jpg"), "a");
  for (const directory of ["one", "two"]) {
    await library.look(directory);
    for (const name of Object.keys(library.entries(directory))) {
      library.tag(name, directory);
      setFingerprint(db, library.entry(name, directory).id, fingerprint);
    }
  }
  await writeFile(folder.at("new", "same.jpg"), "a");
  await writeFile(folder.at("new", "third.jpg"), "a");
  await rm(folder.at("one"), { recursive: true });
  await rm(folder.at("two"), { recursive: true });
  for (const directory of ["one", "two", "new"]) await library.look(directory);

  const undecided = relinkAppeared(db, library.entry("third.jpg", "new"), fingerprint);
  const byName = relinkAppeared(db, library.entry("same.jpg", "new"), fingerprint);

  expect(undecided).toBeUndefined();
  expect(byName?.entry.name).toBe("same.jpg");
  expect(library.entries("new")).toEqual({ "same.jpg": ["tag of same.jpg"], "third.jpg": [] });
});

test("a move between disks, seen as a copy and then a deletion, takes the tags along", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  const fingerprint = "a".repeat(64);
  await mkdir(folder.at("disk"));
  await writeFile(folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");
  setFingerprint(db, library.entry("a.jpg").id, fingerprint);
  // The copy is found a moment after the original was added.
  db.run("UPDATE photo SET added_at_ms = added_at_ms - 1000");
  await writeFile(folder.at("disk", "a.jpg"), "a");
  await library.look("disk");
  setFingerprint(db, library.entry("a.jpg", "disk").id, fingerprint);

  await rm(folder.at("a.jpg"));
  await library.look();

  expect(library.entries()).toEqual({});
  expect(library.entries("disk")).toEqual({ "a.jpg": ["tag of a.jpg"] });
});

test("an old copy does not inherit the tags of a deleted original", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  const fingerprint = "a".repeat(64);
  await writeFile(folder.at("a.jpg"), "a");
  await writeFile(folder.at("backup.jpg"), "a");
  await library.look();
  library.tag("a.jpg");
  for (const name of ["a.jpg", "backup.jpg"])
    setFingerprint(db, library.entry(name).id, fingerprint);
  db.run("UPDATE photo SET added_at_ms = 0");

  await rm(folder.at("a.jpg"));
  await library.look();

  expect(library.entries()).toEqual({ "a.jpg (missing)": ["tag of a.jpg"], "backup.jpg": [] });
});

test("a changed file forgets why it failed, so that it is tried again", async () => {
  await using library = await openFolder();
  await writeFile(library.folder.at("a.jpg"), "a");
  await library.look();
  const { id } = library.entry("a.jpg");
  library.db.run(
    "INSERT INTO failure (photo_id, code, message, at_ms) VALUES (?, 'image-corrupt', 'cut off', 0)",
    [id],
  );

  markChanged(library.db, id, { sizeBytes: 2, modifiedAtUs: 2, fileKey: "1:1" });

  expect(library.db.all("SELECT * FROM failure")).toEqual([]);
  expect(getPhoto(library.db, id)).toMatchObject({ sizeBytes: 2 });
});

test("an entry that was found elsewhere while the disk was asked stays there", async () => {
  await using library = await openFolder();
  const { folder, db, reconciler } = library;
  await mkdir(folder.at("new"));
  await writeFile(folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");
  const entry = library.entry("a.jpg");
  await rename(folder.at("a.jpg"), folder.at("new", "a.jpg"));
  const listing = await readDirectory(folder.at("new"), { isPhotoName: () => true });
  const place = { folderId: entry.folderId, folderPath: folder.path, directory: "new" };

  const looking = reconcileDirectory(reconciler, place, listing!.files);
  movePhoto(db, entry.id, { ...entry, name: "b.jpg" }, { ...entry, fileKey: "1:other" });
  await looking;

  expect(library.entries()).toEqual({ "b.jpg": ["tag of a.jpg"] });
  expect(library.entries("new")).toEqual({ "a.jpg": [] });
});

test("of two new links to a file that moved one is the file, and the other a copy", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await mkdir(folder.at("new"));
  await writeFile(folder.at("a.jpg"), "a");
  await library.look();
  library.tag("a.jpg");

  await link(folder.at("a.jpg"), folder.at("new", "one.jpg"));
  await link(folder.at("a.jpg"), folder.at("new", "two.jpg"));
  await rm(folder.at("a.jpg"));
  await library.look("new");
  await library.look();

  expect(Object.values({ ...library.entries(), ...library.entries("new") }).sort()).toEqual([
    [],
    ["tag of a.jpg"],
  ]);
});
