/**
 * @file A running engine holds vanished photos for a moment before it looks for them elsewhere.
 */
import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import {
  getPhoto,
  insertPhoto,
  markMissing,
  markReturned,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import { HeldVanished } from "../../../electron/engine/indexing/held-vanished.ts";
import { GRACE_MS, relinkAppeared } from "../../../electron/engine/indexing/identity.ts";
import { makePhoto, openTaggedLibrary } from "../../support/tagged-library.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";
import { until } from "../../support/until.ts";

const FINGERPRINT = "ab".repeat(32);

function open() {
  const { db, folderId } = openTestCatalog();
  const insert = (name: string) =>
    insertPhoto(
      db,
      { folderId, directory: "", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${name}` },
    );
  const vanished = insert("old.jpg");
  setFingerprint(db, vanished, FINGERPRINT);
  return { db, insert, vanished };
}

test("what is back in a moment is not looked for, what stays away is", async () => {
  const { db, insert, vanished } = open();
  const back = insert("back.jpg");
  const found: PhotoId[] = [];
  using held = new HeldVanished({ db, find: (id) => found.push(id), graceMs: 20 });

  for (const id of [vanished, back]) {
    markMissing(db, id);
    held.hold(id);
  }
  markReturned(db, back);
  await until("the vanished photo to be looked for", () => found.length > 0);

  expect(found).toEqual([vanished]);
});

test("what had just vanished when the engine ended is looked for by the next", async () => {
  const { db, vanished } = open();
  markMissing(db, vanished);
  const found: PhotoId[] = [];

  using _held = new HeldVanished({ db, find: (id) => found.push(id), graceMs: 20 });
  await until("the vanished photo to be looked for", () => found.length > 0);

  expect(found).toEqual([vanished]);
});

test("a file with the bytes of one that has just vanished is an entry of its own until the moment is over", () => {
  const { db, insert, vanished } = open();
  markMissing(db, vanished);
  const { missingSinceMs } = getPhoto(db, vanished)!;
  const appeared = getPhoto(db, insert("new.jpg"))!;
  const relinkAfter = (ms: number) =>
    relinkAppeared(db, appeared, FINGERPRINT, { nowMs: missingSinceMs! + ms, graceMs: GRACE_MS });

  expect(relinkAfter(GRACE_MS - 1)).toBeUndefined();
  expect(relinkAfter(GRACE_MS)?.entry.id).toBe(vanished);
});

test("a running engine follows renames, and moves between disks, with their tags", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const folder = await library.folder(["renamed.jpg", "moved.jpg"]);
  const other = await library.folder([]);

  await rename(folder.at("renamed.jpg"), folder.at("new name.jpg"));
  const { atime, mtime } = await stat(folder.at("moved.jpg"));
  await writeFile(other.at("moved.jpg"), await readFile(folder.at("moved.jpg")));
  await utimes(other.at("moved.jpg"), atime, mtime);
  await rm(folder.at("moved.jpg"));
  await writeFile(folder.at("unrelated.jpg"), await makePhoto("immich/wood_anemones.jpg"));

  const expected = [
    { "new name.jpg": ["of renamed"], "unrelated.jpg": [] },
    { "moved.jpg": ["of moved"] },
  ];
  const seen = async () => JSON.stringify([sorted(await folder.tags()), await other.tags()]);
  await until(
    "the tags to be where the files are",
    async () => (await seen()) === JSON.stringify(expected),
    60_000,
  );
}, 120_000);

function sorted(tags: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)));
}
