import { beforeEach, expect, test } from "vitest";
import { MOST_IN_GROUP, type DuplicateKind } from "../../../electron/contract/duplicates.ts";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { undo, redo } from "../../../electron/engine/catalog/journal/undo.ts";
import {
  deletePhoto,
  insertPhoto,
  markMissing,
  markReturned,
} from "../../../electron/engine/catalog/photos.ts";
import { saveCompanions } from "../../../electron/engine/catalog/photo-files.ts";
import { decide } from "../../../electron/engine/duplicates/decisions.ts";
import { MOST_CONTENTS } from "../../../electron/engine/duplicates/find-same-picture.ts";
import { countGroups, listGroups } from "../../../electron/engine/duplicates/list-groups.ts";
import { regroup, withGroup } from "../../../electron/engine/duplicates/regroup.ts";
import {
  countStale,
  listStale,
  spreadFolder,
} from "../../../electron/engine/duplicates/stale-photos.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

let db: Database;
let folderId: FolderId;
let ids: Map<string, PhotoId>;

beforeEach(() => {
  ({ db, folderId } = openTestCatalog());
  ids = new Map();
});

interface Given {
  readonly fingerprint?: string;
  readonly pixelHash?: string;
  readonly takenAt?: string;
  readonly camera?: string;
  readonly sizeBytes?: number;
  readonly width?: number;
}

/** A photo that was read. */
function add(
  name: string,
  { fingerprint = name, pixelHash, takenAt, camera, sizeBytes = 100, width = 40 }: Given = {},
): PhotoId {
  const stamp = { sizeBytes, modifiedAtUs: 1, fileKey: `1:${name}` };
  const id = insertPhoto(db, { folderId, directory: "", name }, stamp);
  db.run(
    `UPDATE photo SET fingerprint = ?, pixel_hash = ?, taken_at = ?, taken_from = iif(?3 IS NULL, NULL, 'exif'), camera = ?, width_px = ?, height_px = 30,
       sort_at_ms = coalesce(unixepoch(?3) * 1000, 0) WHERE id = ?`,
    [fingerprint, pixelHash ?? null, takenAt ?? null, camera ?? null, width, id],
  );
  ids.set(name, id);
  return id;
}

function idOf(name: string): PhotoId {
  return ids.get(name)!;
}

/** Compares all that wait, a few at a time. */
function settle(step = 3): void {
  for (let stale = listStale(db, step); stale.length > 0; stale = listStale(db, step))
    regroup(db, stale);
}

/** Names of the groups that wait for a decision, each sorted. */
function groups(kind: DuplicateKind): string[] {
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return listGroups(db, { kind, limit: 50 })
    .groups.map(({ photos }) =>
      photos
        .map(({ id }) => names.get(id)!)
        .sort()
        .join(" "),
    )
    .sort();
}

test("a hundred saved versions of a picture are a group, and more are a series, which is none", () => {
  for (let version = 1; version <= MOST_CONTENTS; version++)
    add(`version ${version}`, { pixelHash: "pixels" });
  settle(40);
  expect(groups("same-picture")).toHaveLength(1);

  add("one more", { pixelHash: "pixels" });
  settle(40);

  expect(groups("same-picture")).toEqual([]);
});

test("files of the same bytes are a group, those that take the most space first", () => {
  add("a", { fingerprint: "one", sizeBytes: 10 });
  add("b", { fingerprint: "one", sizeBytes: 10 });
  add("c", { fingerprint: "two", sizeBytes: 500 });
  add("d", { fingerprint: "two", sizeBytes: 500 });
  add("e");
  settle();

  const page = listGroups(db, { kind: "exact", limit: 1 });
  const rest = listGroups(db, { kind: "exact", limit: 1, after: page.next! });

  expect(page.groups[0]!.photos.map(({ id }) => id)).toEqual(["c", "d"].map(idOf));
  expect(rest.groups[0]!.photos.map(({ id }) => id)).toEqual(["a", "b"].map(idOf));
  expect(countGroups(db)[0]).toEqual({ kind: "exact", groups: 2, spareBytes: 510 });
});

test("a file that goes missing leaves its group, and is in it again when it is back", () => {
  add("a", { fingerprint: "one" });
  add("b", { fingerprint: "one" });
  add("c", { fingerprint: "one" });
  settle();

  markMissing(db, idOf("b"));
  settle();
  const without = groups("exact");
  markMissing(db, idOf("c"));
  const before = groups("exact");
  settle();
  const alone = groups("exact");
  markReturned(db, idOf("b"));
  settle();

  expect([without, before, alone, groups("exact")]).toEqual([["a c"], [], [], ["a b"]]);
});

test("an entry that is deleted, and a file that changes, leave the others as they are", () => {
  for (const name of ["a", "b", "c", "d"]) add(name, { fingerprint: "one" });
  settle();

  deletePhoto(db, idOf("a"));
  db.run("UPDATE photo SET fingerprint = 'other' WHERE id = ?", [idOf("b")]);
  settle();

  expect(groups("exact")).toEqual(["c d"]);
});

test("a removed folder's photos are no duplicates while it is removed, and are compared again step by step", () => {
  add("a", { fingerprint: "one" });
  add("b", { fingerprint: "one" });
  settle();
  const setRemoved = (atMs: number | null) => {
    db.run("UPDATE folder SET removed_at_ms = ?", [atMs]);
    const atOnce = groups("exact");
    while (spreadFolder(db));
    settle();
    return [atOnce, groups("exact")];
  };

  expect(setRemoved(5)).toEqual([[], []]);
  expect(setRemoved(null)).toEqual([[], ["a b"]]);
  expect(countStale(db)).toBe(0);
});

test("what belongs to one photo is no duplicate of it, and empty files are none of each other", () => {
  const raw = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:raw" };
  saveCompanions(db, add("IMG_1.jpg"), [{ name: "IMG_1.cr2", role: "raw", ...raw }]);
  add("empty", { fingerprint: "e3b0", sizeBytes: 0 });
  add("empty too", { fingerprint: "e3b0", sizeBytes: 0 });
  settle();

  expect(countGroups(db).map((one) => one.groups)).toEqual([0, 0, 0]);
});

test("the same pixels in other files are the same picture, with all their copies", () => {
  add("a", { fingerprint: "one", pixelHash: "p" });
  add("a copy", { fingerprint: "one", pixelHash: "p" });
  add("b", { pixelHash: "p" });
  add("c", { pixelHash: "q" });
  settle(1);

  expect(groups("same-picture")).toEqual(["a a copy b"]);
  expect(groups("exact")).toEqual(["a a copy"]);
});

test("a burst is what one camera took within 3 s from one photo to the next, and not copies of one photo", () => {
  const at = (second: string) => `2024-05-01T10:00:${second}`;
  add("a", { takenAt: at("01"), camera: "X" });
  add("b", { takenAt: at("03"), camera: "X" });
  add("other", { takenAt: at("04"), camera: "Y" });
  add("c", { takenAt: at("06"), camera: "X" });
  add("d", { takenAt: at("10"), camera: "X" });
  add("copy", { takenAt: at("10"), camera: "X", fingerprint: "d" });
  settle(2);

  expect(groups("bursts")).toEqual(["a b c"]);
});

test("a photo between two bursts makes them one, and they are two again without it", () => {
  const at = (second: string) => ({ takenAt: `2024-05-01T10:00:${second}`, camera: "X" });
  for (const second of ["01", "02", "07", "08"]) add(second, at(second));
  settle();
  const two = groups("bursts");

  add("05", at("05"));
  settle();
  const one = groups("bursts");
  markMissing(db, idOf("05"));
  settle();

  expect([two, one, groups("bursts")]).toEqual([
    ["01 02", "07 08"],
    ["01 02 05 07 08"],
    ["01 02", "07 08"],
  ]);
});

test("a group that is kept does not come back, also when all is compared again, until another file joins it", () => {
  for (const name of ["a", "b", "c"]) add(name, { fingerprint: "one" });
  settle();

  const { changed } = decide(db, [idOf("a"), idOf("b"), idOf("c")], "keep-all");
  settle();
  const kept = groups("exact");
  markMissing(db, idOf("a"));
  settle();
  const fewer = groups("exact");
  db.run("DELETE FROM duplicate_group");
  regroup(db, [idOf("b"), idOf("c")]);
  const anew = groups("exact");
  add("d", { fingerprint: "one" });
  settle();

  expect(changed).toHaveLength(3);
  expect([kept, fewer, anew, groups("exact")]).toEqual([[], [], [], ["b c d"]]);
});

test("of a group that is too large to be shown, those that are not shown are kept with it", () => {
  for (let at = 0; at < MOST_IN_GROUP + 5; at++) add(`${at}`, { fingerprint: "one" });
  settle(50);
  const { photos, more } = listGroups(db, { kind: "exact", limit: 1 }).groups[0]!;

  const shown = photos.map(({ id }) => id);
  const { changed } = decide(db, withGroup(db, "exact", shown), "keep-all");
  settle(50);

  expect([shown.length, more, changed.length]).toEqual([MOST_IN_GROUP, 5, MOST_IN_GROUP + 5]);
  expect(groups("exact")).toEqual([]);
});

test("a decision is one entry of the history, undone and redone, and saying it twice changes nothing", () => {
  const pair = [add("a", { fingerprint: "one" }), add("b", { fingerprint: "one" })];
  settle();

  const { entry } = decide(db, pair, "not-duplicates");
  const again = decide(db, pair, "keep-all");
  settle();
  const kept = groups("exact");
  undo(db, entry);
  settle();
  const undone = groups("exact");
  redo(db, entry);
  settle();

  expect(again).toEqual({ entry: undefined, changed: [] });
  expect([kept, undone, groups("exact")]).toEqual([[], ["a b"], []]);
  expect(db.get("SELECT sentence FROM journal_entry WHERE id = ?", [entry!])).toEqual({
    sentence: "Said that 2 photos are no duplicates",
  });
});
