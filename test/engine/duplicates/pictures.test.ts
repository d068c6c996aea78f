import { expect, test } from "vitest";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import {
  getLook,
  savePicture,
  sweepPictures,
} from "../../../electron/engine/duplicates/pictures.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

/** Photos of the contents "f0", "f2", …; of every other content there was one, and its look is still there. */
function openWith(looks: number): Database {
  const { db, folderId } = openTestCatalog();
  for (let at = 0; at < looks; at++) {
    savePicture(db, `f${at}`, at === 3 ? undefined : new Uint8Array(80).fill(at + 1));
    if (at % 2 === 1) continue;
    const stamp = { sizeBytes: 9, modifiedAtUs: 1, fileKey: `1:${at}` };
    const id = insertPhoto(db, { folderId, directory: "", name: `${at}.jpg` }, stamp);
    db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [`f${at}`, id]);
  }
  return db;
}

function kept(db: Database): readonly unknown[] {
  const names = db.all<{ fingerprint: string }>("SELECT fingerprint FROM picture ORDER BY id");
  const parts = db.all<{ id: number }>(
    "SELECT DISTINCT picture_id AS id FROM picture_band ORDER BY picture_id",
  );
  return [names.map(({ fingerprint }) => fingerprint), parts.map(({ id }) => id)];
}

test("looks of contents that no photo has any more go step by step, and all others stay", () => {
  const db = openWith(6);

  const first = sweepPictures(db, 0, 2);
  const afterOne = kept(db);
  // A run that was killed here begins again, and one that goes on comes to the same.
  sweepPictures(db, 0, 2);
  const second = sweepPictures(db, first!, 3);
  const third = sweepPictures(db, second!, 3);
  const end = sweepPictures(db, third!, 3);

  expect(afterOne).toEqual([
    ["f0", "f2", "f3", "f4", "f5"],
    [1, 3, 5, 6],
  ]);
  expect(kept(db)).toEqual([
    ["f0", "f2", "f4"],
    [1, 3, 5],
  ]);
  expect(end).toBeUndefined();
});

test("a picture that is looked at again has the parts of its new look alone", () => {
  const db = openWith(1);

  savePicture(db, "f0", new Uint8Array(80).fill(200));

  expect(getLook(db, "f0")).toEqual(new Uint8Array(80).fill(200));
  expect(db.get("SELECT count(*) AS count FROM picture_band")).toEqual({ count: 4 });
});
