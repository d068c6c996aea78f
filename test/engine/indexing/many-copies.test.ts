/** @file Of some photos there are thousands of copies: what is asked for one of them does not grow with their number. */
import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import {
  getPhoto,
  insertPhoto,
  markMissing,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import {
  findIndexedTwin,
  findPresent,
  isAnyMissing,
  setPixelHash,
} from "../../../electron/engine/catalog/same-files.ts";
import {
  relinkAppeared,
  relinkByPixels,
  relinkVanished,
  type Relinked,
} from "../../../electron/engine/indexing/identity.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { openTestCatalog, testReconciler } from "../../support/test-catalog.ts";
import { WatchedDatabase } from "../../support/watched-database.ts";

const FINGERPRINT = "ab".repeat(32);
const PIXELS = "cd".repeat(16);
const BYTES = { column: "fingerprint", value: FINGERPRINT } as const;

function open() {
  const { db: plain, folderId } = openTestCatalog();
  const db = new WatchedDatabase(plain.connection);
  const add = (name: string, directory = "", fileKey = `1:${directory}/${name}`) =>
    insertPhoto(db, { folderId, directory, name }, { sizeBytes: 1, modifiedAtUs: 1, fileKey });
  /** Copies that were there long before all that a test does. */
  const addCopies = (count: number, { missing = false, name = "cover.jpg" } = {}) =>
    Array.from({ length: count }, (_, at) => {
      const id = add(name, `album ${at}`);
      db.run(
        `UPDATE photo SET fingerprint = ?, pixel_hash = ?, width_px = 1, indexed_by = 'test', added_at_ms = ? WHERE id = ?`,
        [FINGERPRINT, PIXELS, at, id],
      );
      if (missing) markMissing(db, id);
      return id;
    });
  const tag = (word: string, photos: readonly PhotoId[]) =>
    addTag(db, word, photos, testReconciler(db).text);
  const photo = (id: PhotoId) => getPhoto(db, id)!;
  const appeared = (id: PhotoId) => relinkAppeared(db, photo(id), FINGERPRINT);
  return { db, add, addCopies, tag, photo, appeared };
}

type Library = ReturnType<typeof open>;

/** What is asked of a catalog where there are so many copies. */
function questionsAmong(count: number, { prepare, ask }: Situation) {
  const library = open();
  const given = prepare(library, count);
  library.db.forget();
  ask(library, given);
  return library.db;
}

interface Situation {
  readonly prepare: (library: Library, copies: number) => PhotoId;
  readonly ask: (library: Library, photo: PhotoId) => unknown;
}

const situations: Readonly<Record<string, Situation>> = {
  "another copy comes": {
    prepare({ addCopies, add }, count) {
      addCopies(count);
      return add("new.jpg");
    },
    ask({ db, appeared }, id) {
      appeared(id);
      findIndexedTwin(db, FINGERPRINT, id);
      findPresent(db, BYTES);
      isAnyMissing(db, FINGERPRINT);
    },
  },
  "another copy of a damaged file comes": {
    prepare({ db, addCopies, add }, count) {
      addCopies(count);
      db.run("UPDATE photo SET indexed_by = NULL, width_px = NULL");
      return add("new.jpg");
    },
    ask: ({ db }, id) => findIndexedTwin(db, FINGERPRINT, id),
  },
  "a file comes, and all copies are missing": {
    prepare({ addCopies, add }, count) {
      addCopies(count, { missing: true });
      return add("new.jpg");
    },
    ask: ({ appeared }, id) => appeared(id),
  },
  "one of the copies vanishes": {
    prepare({ db, addCopies }, count) {
      const [gone] = addCopies(count);
      markMissing(db, gone!);
      return gone!;
    },
    ask: ({ db, photo }, id) => relinkVanished(db, photo(id)),
  },
  "all copies vanish, and one file is new": {
    prepare({ db, addCopies, add }, count) {
      const ids = addCopies(count, { missing: true });
      setFingerprint(db, add("new.jpg"), FINGERPRINT);
      return ids.at(-1)!;
    },
    ask: ({ db, photo }, id) => relinkVanished(db, photo(id)),
  },
  "many new copies come, and the first one vanishes": {
    prepare({ db, addCopies }, count) {
      const [gone] = addCopies(count);
      db.run("UPDATE photo SET added_at_ms = ? WHERE id <> ?", [Date.now(), gone!]);
      markMissing(db, gone!);
      return gone!;
    },
    ask: ({ db, photo }, id) => relinkVanished(db, photo(id)),
  },
  "a file with the pixels of many comes": {
    prepare({ db, addCopies, add }, count) {
      addCopies(count);
      db.run("UPDATE photo SET fingerprint = id");
      const id = add("new.jpg");
      setPixelHash(db, id, PIXELS);
      return id;
    },
    ask: ({ db, photo }, id) => relinkByPixels(db, photo(id)),
  },
};

test.each(Object.entries(situations))(
  "%s: as much is asked among 200 as among 20",
  (_, situation) => {
    const few = questionsAmong(20, situation);
    const many = questionsAmong(200, situation);

    expect([many.statements, many.rows]).toEqual([few.statements, few.rows]);
    expect(
      many.plans().filter((step) => /SCAN photo( |$)|TEMP B-TREE FOR ORDER/.test(step)),
    ).toEqual([]);
  },
);

function idOf(relinked: Relinked | undefined): PhotoId | undefined {
  return relinked?.entry.id;
}

test("of many missing copies a file is the one with its inode, before the one with its name", () => {
  const { db, add, addCopies, appeared, tag } = open();
  const copies = addCopies(30, { missing: true });
  copies.forEach((id) => tag(`of ${id}`, [id]));
  db.run("UPDATE photo SET name = 'mine.jpg' WHERE id = ?", [copies[7]!]);

  expect(idOf(appeared(add("mine.jpg", "", "1:album 11/cover.jpg")))).toBe(copies[11]);
  expect(idOf(appeared(add("mine.jpg", "other")))).toBe(copies[7]);
  expect(idOf(appeared(add("cover.jpg", "other")))).toBeUndefined();
});

test("of many missing copies for which the user entered the same, one after the other gets a file, until there is none", () => {
  const { add, addCopies, appeared, tag } = open();
  const copies = addCopies(5, { missing: true });
  tag("ferry", copies);

  const found = copies.map((_, at) => idOf(appeared(add(`${at}.jpg`, "new"))));

  expect(found.toSorted()).toEqual(copies);
  expect(idOf(appeared(add("last.jpg", "new")))).toBeUndefined();
});

test("of many missing copies none is taken where the user entered something for the last one alone", () => {
  const { add, addCopies, appeared, tag } = open();
  tag("ferry", addCopies(5, { missing: true }).slice(-1));

  expect(idOf(appeared(add("new.jpg")))).toBeUndefined();
});

test("two new copies leave open which of them the vanished one is, and one that the user tagged is none", () => {
  const { db, add, addCopies, photo, tag } = open();
  const [gone] = addCopies(1, { missing: true });
  const [first, second] = [add("first.jpg"), add("second.jpg")];
  for (const id of [first, second]) setFingerprint(db, id, FINGERPRINT);

  const between = relinkVanished(db, photo(gone!));
  tag("mine", [second]);

  expect(between).toBeUndefined();
  expect(idOf(relinkVanished(db, photo(gone!)))).toBe(gone);
  expect(placeOf(db, gone!)).toBe("first.jpg");
});

function placeOf(db: Database, id: PhotoId): string {
  return getPhoto(db, id)!.name;
}
