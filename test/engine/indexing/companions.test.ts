import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { filesOf } from "../../../electron/engine/catalog/photo-files.ts";
import {
  listDirectory,
  markIndexed,
  setFingerprint,
  type PhotoRow,
} from "../../../electron/engine/catalog/photos.ts";
import { isWaiting } from "../../../electron/engine/catalog/waiting.ts";
import { relinkAppeared } from "../../../electron/engine/indexing/identity.ts";
import { reconcileDirectory } from "../../../electron/engine/indexing/reconcile.ts";
import { isLibraryName } from "../../../electron/engine/support/file-kind.ts";
import { listTags } from "../../../electron/engine/tags/list-tags.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { readDirectory } from "../../../electron/engine/watching/read-directory.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog, testReconciler } from "../../support/test-catalog.ts";

async function openFolder() {
  const folder = await tempFolder();
  const { db, folderId } = openTestCatalog(folder.path);
  const reconciler = testReconciler(db);

  /** Names of files, which hold their own names. */
  async function write(...names: string[]): Promise<void> {
    for (const name of names) await writeFile(folder.at(name), name);
  }

  async function look(directory = ""): Promise<void> {
    const listing = await readDirectory(folder.at(directory), { isPhotoName: isLibraryName });
    const place = { folderId, folderPath: folder.path, directory };
    await reconcileDirectory(reconciler, place, listing?.files ?? []);
  }

  /** Every photo as its files in a row, with its tags; missing ones are marked. */
  function photos(directory = ""): Record<string, string[]> {
    return Object.fromEntries(
      listDirectory(db, folderId, directory).map(({ id, missingSinceMs }) => {
        const files = filesOf(db, id).map(({ role, name }) => `${role} ${name}`);
        const mark = missingSinceMs === null ? "" : " (missing)";
        return [files.join(", ") + mark, listTags(db, id).map(({ tag }) => tag)];
      }),
    );
  }

  function entry(name: string, directory = ""): PhotoRow {
    return listDirectory(db, folderId, directory).find((row) => row.name === name)!;
  }

  function tag(text: string, name: string, directory = ""): void {
    addTag(db, text, [entry(name, directory).id], reconciler.text);
  }

  return {
    folder,
    db,
    ...{ write, look, photos, entry, tag },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test("a photo and what belongs to it are one entry with its files", async () => {
  await using library = await openFolder();
  await library.write("IMG.JPG", "img.cr2", "IMG.xmp", "IMG.JPG.xmp", "other.jpg", "alone.xmp");

  await library.look();

  expect(library.photos()).toEqual({
    "image IMG.JPG, raw img.cr2, sidecar IMG.JPG.xmp, sidecar IMG.xmp": [],
    "image other.jpg": [],
  });
});

test("a pair that is renamed together keeps its tags and its files", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await library.write("IMG.JPG", "IMG.CR2");
  await library.look();
  library.tag("Lisbon", "IMG.JPG");

  await rename(folder.at("IMG.JPG"), folder.at("Best.JPG"));
  await rename(folder.at("IMG.CR2"), folder.at("Best.CR2"));
  await library.look();

  expect(library.photos()).toEqual({ "image Best.JPG, raw Best.CR2": ["Lisbon"] });
});

const orders = ["the new place first", "the old place first"] as const;

test.for(orders)(
  "a pair that is moved together keeps its tags and its files, %s",
  async (order) => {
    await using library = await openFolder();
    const { folder } = library;
    await mkdir(folder.at("to"));
    await library.write("IMG.HEIC", "IMG.MOV", "IMG.AAE");
    await library.look();
    library.tag("Lisbon", "IMG.HEIC");

    for (const name of ["IMG.HEIC", "IMG.MOV", "IMG.AAE"])
      await rename(folder.at(name), folder.at("to", name));
    for (const directory of order === orders[0] ? ["to", ""] : ["", "to"])
      await library.look(directory);

    expect(library.photos()).toEqual({});
    expect(library.photos("to")).toEqual({
      "image IMG.HEIC, motion IMG.MOV, sidecar IMG.AAE": ["Lisbon"],
    });
  },
);

test.for([
  ["IMG.JPG", "IMG.CR2"],
  ["IMG.CR2", "IMG.JPG"],
])(
  "a pair that is moved one by one, %s first, is one photo with its tags in the end",
  async (names) => {
    await using library = await openFolder();
    const { folder } = library;
    await mkdir(folder.at("to"));
    await library.write("IMG.JPG", "IMG.CR2");
    await library.look();
    library.tag("Lisbon", "IMG.JPG");

    for (const name of names) {
      await rename(folder.at(name), folder.at("to", name));
      for (const directory of ["to", ""]) await library.look(directory);
    }

    expect(library.photos()).toEqual({});
    expect(library.photos("to")).toEqual({ "image IMG.JPG, raw IMG.CR2": ["Lisbon"] });
  },
);

test("when the JPEG is deleted the RAW is the photo, tags and all, and is read anew", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  await library.write("IMG.JPG", "IMG.CR2");
  await library.look();
  library.tag("Lisbon", "IMG.JPG");
  const { id } = library.entry("IMG.JPG");
  setFingerprint(db, id, "a".repeat(64));
  markIndexed(db, id, "model");

  await rm(folder.at("IMG.JPG"));
  await library.look();

  expect(library.photos()).toEqual({ "raw IMG.CR2": ["Lisbon"] });
  expect(library.entry("IMG.CR2")).toMatchObject({ id, fingerprint: null, widthPx: null });
  expect(isWaiting(db, id)).toBe(true);
});

test("a JPEG that appears beside a RAW joins it, and the tags stay", async () => {
  await using library = await openFolder();
  await library.write("IMG.CR2");
  await library.look();
  library.tag("Lisbon", "IMG.CR2");

  await library.write("IMG.jpg");
  await library.look();

  expect(library.photos()).toEqual({ "image IMG.jpg, raw IMG.CR2": ["Lisbon"] });
});

test("two entries that become one photo unite what the user entered", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await library.write("IMG.jpg", "other.CR2");
  await library.look();
  library.tag("Lisbon", "IMG.jpg");
  library.tag("both", "IMG.jpg");
  library.tag("both", "other.CR2");
  library.tag("of the RAW", "other.CR2");

  await rename(folder.at("other.CR2"), folder.at("IMG.CR2"));
  await library.look();

  expect(library.photos()).toEqual({
    "image IMG.jpg, raw IMG.CR2": ["both", "Lisbon", "of the RAW"],
  });
  const history = library.db.all(
    "SELECT origin, sentence FROM journal_entry WHERE origin = 'disk'",
  );
  expect(history.at(-1)).toEqual({
    origin: "disk",
    sentence: "Joined other.CR2 to IMG.jpg as one photo, with the tags of both",
  });
});

test("a RAW with tags that is moved beside its JPEG brings them along", async () => {
  await using library = await openFolder();
  const { folder } = library;
  await mkdir(folder.at("to"));
  await library.write("IMG.CR2", "to/IMG.JPG");
  for (const directory of ["", "to"]) await library.look(directory);
  library.tag("Lisbon", "IMG.CR2");

  await rename(folder.at("IMG.CR2"), folder.at("to", "IMG.CR2"));
  for (const directory of ["to", ""]) await library.look(directory);

  expect(library.photos()).toEqual({});
  expect(library.photos("to")).toEqual({ "image IMG.JPG, raw IMG.CR2": ["Lisbon"] });
});

test("a deleted pair is missing with its tags; the RAW alone, brought back, brings them back", async () => {
  await using library = await openFolder();
  const { folder } = library;
  const writtenAt = new Date(1_700_000_000_000);
  await library.write("IMG.JPG", "IMG.CR2");
  await utimes(folder.at("IMG.CR2"), writtenAt, writtenAt);
  await library.look();
  library.tag("Lisbon", "IMG.JPG");

  await rm(folder.at("IMG.JPG"));
  await rm(folder.at("IMG.CR2"));
  await library.look();
  const whileAway = library.photos();
  await library.write("IMG.CR2");
  await utimes(folder.at("IMG.CR2"), writtenAt, writtenAt);
  await library.look();

  expect(whileAway).toEqual({ "image IMG.JPG, raw IMG.CR2 (missing)": ["Lisbon"] });
  expect(library.photos()).toEqual({ "raw IMG.CR2": ["Lisbon"] });
});

test("when a picture is deleted its film is a video of its own, and joins it again when it is back", async () => {
  await using library = await openFolder();
  const { folder } = library;
  const writtenAt = new Date(1_700_000_000_000);
  await library.write("IMG.HEIC", "IMG.MOV");
  await utimes(folder.at("IMG.HEIC"), writtenAt, writtenAt);
  await library.look();
  library.tag("Lisbon", "IMG.HEIC");

  await rm(folder.at("IMG.HEIC"));
  await library.look();
  const whileAway = library.photos();
  await library.write("IMG.HEIC");
  await utimes(folder.at("IMG.HEIC"), writtenAt, writtenAt);
  await library.look();

  expect(whileAway).toEqual({
    "image IMG.HEIC, motion IMG.MOV (missing)": ["Lisbon"],
    "video IMG.MOV": [],
  });
  expect(library.photos()).toEqual({ "image IMG.HEIC, motion IMG.MOV": ["Lisbon"] });
});

test("a pair that a copy and a deletion moved to another disk keeps its files", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  const fingerprint = "a".repeat(64);
  await mkdir(folder.at("disk"));
  await library.write("IMG.JPG", "IMG.CR2");
  await library.look();
  library.tag("Lisbon", "IMG.JPG");
  setFingerprint(db, library.entry("IMG.JPG").id, fingerprint);
  await library.write("disk/IMG.JPG", "disk/IMG.CR2");
  for (const name of ["IMG.JPG", "IMG.CR2"]) await rm(folder.at(name));
  for (const directory of ["", "disk"]) await library.look(directory);

  relinkAppeared(db, library.entry("IMG.JPG", "disk"), fingerprint);

  expect(library.photos("disk")).toEqual({ "image IMG.JPG, raw IMG.CR2": ["Lisbon"] });
  expect(library.photos()).toEqual({});
});

test("an edited sidecar has the metadata read again, and nothing embedded", async () => {
  await using library = await openFolder();
  const { folder, db } = library;
  await library.write("IMG.jpg", "IMG.xmp");
  await library.look();
  const { id } = library.entry("IMG.jpg");
  setFingerprint(db, id, "a".repeat(64));
  markIndexed(db, id, "model");
  db.run("UPDATE photo SET metadata_version = 1 WHERE id = ?", [id]);

  await writeFile(folder.at("IMG.xmp"), "edited");
  await library.look();

  expect(library.entry("IMG.jpg")).toMatchObject({ id, indexedBy: "model" });
  expect(db.get("SELECT metadata_version AS version FROM photo WHERE id = ?", [id])).toEqual({
    version: 0,
  });
});

test("bare words find a photo by the name of any of its files", async () => {
  await using library = await openFolder();
  await library.write("IMG.jpg", "IMG.cr2");
  await library.look();

  const found = library.db.all("SELECT rowid FROM photo_text WHERE photo_text MATCH 'cr2'");
  expect(found).toEqual([{ rowid: library.entry("IMG.jpg").id }]);
});
