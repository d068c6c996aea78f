import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { beginSums, hasSums, sumNext } from "../../../electron/engine/catalog/label-sums.ts";
import { copyLabels, ensureModel, saveLabels } from "../../../electron/engine/catalog/labels.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const CLASSES = ["a", "b", "c"].map((name) => ({ name, wnid: null }));

function open() {
  const { db, folderId } = openTestCatalog();
  const classIds = ensureModel(db, "test", CLASSES);
  let count = 0;
  return {
    db,
    classIds,
    add: (...probabilities: number[]): PhotoId => {
      count += 1;
      const place = { folderId, directory: "", name: `${count}.jpg` };
      const id = insertPhoto(db, place, { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${count}` });
      saveLabels(db, id, { classIds, probabilities: Float32Array.from(probabilities) });
      return id;
    },
    families: (edition: string, members: Record<string, number[]>) => ({
      modelKey: "test",
      edition,
      members: new Map(
        Object.entries(members).map(([wnid, at]) => [wnid, at.map((index) => classIds[index]!)]),
      ),
    }),
  };
}

function sums(db: Database): string[] {
  return db
    .all<{ id: number; wnid: string; confidence: number }>(
      `SELECT photo_id AS id, wnid, confidence FROM label_sum JOIN family ON family.id = family_id
       ORDER BY photo_id, wnid`,
    )
    .map(({ id, wnid, confidence }) => `${id} ${wnid} ${confidence.toFixed(2)}`);
}

test("photos that were indexed before get their sums some at a time, down to a floor", () => {
  const { db, add, families } = open();
  add(0.5, 0.2, 0.3);
  add(0.04, 0.05, 0.9);
  add(0.3, 0.7, 0);

  beginSums(db, families("1", { ab: [0, 1], bc: [1, 2] }));
  const hadMore = [1, 2, 3].map(() => sumNext(db, "test", 2));

  expect(hadMore).toEqual([true, true, false]);
  expect(sums(db)).toEqual(["1 ab 0.70", "1 bc 0.50", "2 bc 0.95", "3 ab 1.00", "3 bc 0.70"]);
  expect(hasSums(db, "test", "1")).toBe(true);
});

test("they are there only when every photo has them", () => {
  const { db, add, families } = open();
  for (let index = 0; index < 3; index += 1) add(0.5, 0.5, 0);
  const states = [hasSums(db, "test", "1")];

  beginSums(db, families("1", { ab: [0, 1] }));
  do states.push(hasSums(db, "test", "1"));
  while (sumNext(db, "test", 2));

  expect(states).toEqual([false, false, false, false]);
  expect(hasSums(db, "test", "1")).toBe(true);
});

test("what is indexed, indexed again or copied afterwards has its sums at once", () => {
  const { db, add, classIds, families } = open();
  beginSums(db, families("1", { ab: [0, 1] }));
  while (sumNext(db, "test", 2));
  const first = add(0.5, 0.2, 0.3);
  const second = add(0, 0, 1);

  expect(sums(db)).toEqual(["1 ab 0.70"]);
  saveLabels(db, first, { classIds, probabilities: Float32Array.from([0.1, 0.2, 0.7]) });
  copyLabels(db, first, second, classIds);
  expect(sums(db)).toEqual(["1 ab 0.30", "2 ab 0.30"]);
  db.run("DELETE FROM photo WHERE id = ?", [first]);
  expect(sums(db)).toEqual(["2 ab 0.30"]);
});

test("another edition of the families begins anew, and the same one goes on", () => {
  const { db, add, families } = open();
  add(0.5, 0.2, 0.3);
  beginSums(db, families("1", { ab: [0, 1] }));
  while (sumNext(db, "test", 2));

  beginSums(db, families("1", { ab: [0, 1] }));
  expect(hasSums(db, "test", "1")).toBe(true);

  beginSums(db, families("2", { ac: [0, 2] }));
  expect([hasSums(db, "test", "1"), hasSums(db, "test", "2")]).toEqual([false, false]);
  while (sumNext(db, "test", 2));
  expect(sums(db)).toEqual(["1 ac 0.80"]);
});

test("each model has sums of its own", () => {
  const { db, add, families } = open();
  const id = add(0.5, 0.2, 0.3);
  beginSums(db, families("1", { ab: [0, 1] }));
  while (sumNext(db, "test", 2));
  const classIds = ensureModel(db, "other", CLASSES);
  saveLabels(db, id, { classIds, probabilities: Float32Array.from([0.1, 0.1, 0.8]) });

  const other = new Map([["ab", classIds.slice(0, 2)]]);
  beginSums(db, { modelKey: "other", edition: "1", members: other });
  while (sumNext(db, "other", 2));

  expect(sums(db)).toEqual(["1 ab 0.70", "1 ab 0.20"]);
  expect(sumNext(db, "unknown", 2)).toBe(false);
});
