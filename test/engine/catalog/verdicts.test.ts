import { expect, test } from "vitest";
import type { LabelVerdict } from "../../../electron/contract/label.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { ensureModel, saveLabels } from "../../../electron/engine/catalog/labels.ts";
import { refreshStaleTexts, refreshText } from "../../../electron/engine/catalog/photo-text.ts";
import { hasUserData, insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import {
  countVerdicts,
  isJudged,
  judge,
  listJudged,
  readVerdicts,
  type JudgedLabel,
} from "../../../electron/engine/catalog/verdicts.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };
const TABBY = "n02123045";
const TIGER_CAT = "n02123159";

const tabby: JudgedLabel = {
  key: TABBY,
  name: "tabby",
  classes: [TABBY],
  above: ["cat"],
  below: [],
};
const cat: JudgedLabel = {
  key: "cat",
  name: "cat",
  classes: ["cat", TABBY, TIGER_CAT],
  above: [],
  below: [TABBY, TIGER_CAT],
};

function openWithPhotos(count: number): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const classIds = ensureModel(db, "test", [
    { name: "tabby", wnid: TABBY },
    { name: "tiger cat", wnid: TIGER_CAT },
  ]);
  const ids = Array.from({ length: count }, (_, index) => {
    const place = { folderId, directory: "", name: `${index}.jpg` };
    const id = insertPhoto(db, place, { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${index}` });
    saveLabels(db, id, { classIds, probabilities: Float32Array.from([0.6, 0.4]) });
    refreshText(db, id, text);
    return id;
  });
  return { db, ids };
}

function say(
  db: Database,
  label: JudgedLabel,
  verdict: LabelVerdict | null,
  ids: readonly PhotoId[],
): PhotoId[] {
  return judge(db, ids, { label, verdict, modelKey: "test" }).changed;
}

function verdictsOn(db: Database, id: PhotoId): string[] {
  return readVerdicts(db, JSON.stringify([id]))
    .map(({ label, verdict }) => `${label} ${verdict}`)
    .sort();
}

test("judging answers with the photos of which something changed", () => {
  const { db, ids } = openWithPhotos(3);

  expect(say(db, tabby, "rejected", [ids[1]!])).toEqual([ids[1]]);
  expect(say(db, tabby, "rejected", ids)).toEqual([ids[0], ids[2]]);
  expect(say(db, tabby, "rejected", ids)).toEqual([]);
  expect(say(db, tabby, "confirmed", ids)).toEqual(ids);
  expect(say(db, tabby, null, ids.slice(1))).toEqual(ids.slice(1));
  expect(say(db, tabby, null, ids)).toEqual([ids[0]]);
  expect(verdictsOn(db, ids[0]!)).toEqual([]);
});

test("photos that the catalog does not have are passed over", () => {
  const { db, ids } = openWithPhotos(1);

  expect(say(db, tabby, "confirmed", [99 as PhotoId, ...ids])).toEqual(ids);
});

test("a verdict takes back the one that contradicts it, on these photos only", () => {
  const { db, ids } = openWithPhotos(2);
  say(db, cat, "rejected", ids);

  say(db, tabby, "confirmed", [ids[0]!]);
  expect(verdictsOn(db, ids[0]!)).toEqual([`${TABBY} confirmed`]);
  expect(verdictsOn(db, ids[1]!)).toEqual(["cat rejected"]);

  say(db, cat, "rejected", [ids[0]!]);
  expect(verdictsOn(db, ids[0]!)).toEqual(["cat rejected"]);
});

test("verdicts that go together stay together", () => {
  const { db, ids } = openWithPhotos(1);

  say(db, cat, "confirmed", ids);
  say(db, tabby, "rejected", ids);

  expect(verdictsOn(db, ids[0]!)).toEqual(["cat confirmed", `${TABBY} rejected`]);
});

test("labels that were judged are listed once, with what was said", () => {
  const { db, ids } = openWithPhotos(3);
  expect(listJudged(db)).toEqual([]);
  say(db, tabby, "rejected", ids.slice(0, 2));
  say(db, tabby, "confirmed", ids.slice(2));
  say(db, cat, "confirmed", ids.slice(2));

  expect(listJudged(db)).toEqual([
    { label: "cat", isConfirmed: 1, isRejected: 0 },
    { label: TABBY, isConfirmed: 1, isRejected: 1 },
  ]);
  expect([isJudged(db, TABBY), isJudged(db, TIGER_CAT)]).toEqual([true, false]);
});

test("verdicts are counted for the model whose labels they were said of", () => {
  const { db, ids } = openWithPhotos(3);
  say(db, tabby, "rejected", ids.slice(0, 2));
  say(db, tabby, "confirmed", ids.slice(2));
  judge(db, ids.slice(0, 1), { label: cat, verdict: "confirmed", modelKey: "other" });

  expect(countVerdicts(db, "test")).toEqual([
    { label: TABBY, name: "tabby", confirmed: 1, rejected: 2 },
  ]);
  expect(countVerdicts(db, "other", [TABBY, "cat"])).toEqual([
    { label: "cat", name: "cat", confirmed: 1, rejected: 0 },
  ]);
});

test("an entry with a verdict holds something of the user's", () => {
  const { db, ids } = openWithPhotos(1);

  const before = hasUserData(db, ids[0]!);
  say(db, tabby, "rejected", ids);

  expect([before, hasUserData(db, ids[0]!)]).toEqual([false, true]);
});

test("verdicts outlive what a model says anew", () => {
  const { db, ids } = openWithPhotos(1);
  say(db, tabby, "rejected", ids);
  const classIds = ensureModel(db, "next", [{ name: "tabby", wnid: TABBY }]);

  saveLabels(db, ids[0]!, { classIds, probabilities: Float32Array.from([0.9]) });

  expect(verdictsOn(db, ids[0]!)).toEqual([`${TABBY} rejected`]);
});

test("words follow what the user said: not a rejected label nor the kinds of it, but a confirmed one", () => {
  const { db, ids } = openWithPhotos(2);
  const found = (words: string) =>
    db
      .all<{ id: number }>("SELECT rowid AS id FROM photo_text WHERE photo_text MATCH ?", [words])
      .map(({ id }) => id);
  const refresh = () => refreshStaleTexts(db, { ...text, limit: 10 });

  say(db, tabby, "rejected", [ids[0]!]);
  expect(refresh()).toBe(1);
  expect([found("tabby"), found("tiger")]).toEqual([[ids[1]], ids]);

  say(db, cat, "rejected", [ids[0]!]);
  say(db, cat, "confirmed", [ids[1]!]);
  expect(refresh()).toBe(2);
  expect([found("tabby"), found("tiger"), found("labels:cat AND tabby")]).toEqual([
    [ids[1]],
    [ids[1]],
    [ids[1]],
  ]);

  say(db, cat, null, ids);
  refresh();
  expect([found("tabby"), found("tiger")]).toEqual([[ids[1]], ids]);
  expect(refresh()).toBe(0);
});

test("words of many photos are written some at a time", () => {
  const { db, ids } = openWithPhotos(5);
  say(db, tabby, "rejected", ids);

  const written = [1, 2, 3, 4].map(() => refreshStaleTexts(db, { ...text, limit: 2 }));

  expect(written).toEqual([2, 2, 1, 0]);
});
