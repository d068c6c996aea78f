/**
 * @file What pictures look like, as the catalog keeps it, by the fingerprint of their files.
 */
import type { Database } from "../catalog/database.ts";
import { bandsOf } from "./same-look.ts";

/** Pictures with one number in common that are compared: beyond it, the number says nothing, as that of night skies. */
const MOST_ALIKE = 2_000;

export interface Picture {
  readonly fingerprint: string;
  /** Empty where there is nothing to be told apart. */
  readonly look: Uint8Array;
}

/** Undefined: there is nothing to be told apart in it, which is remembered as well. */
export function savePicture(db: Database, fingerprint: string, look: Uint8Array | undefined): void {
  db.transaction(() => {
    const before = db.get<{ id: number; look: Uint8Array }>(
      "SELECT id, look FROM picture WHERE fingerprint = ?",
      [fingerprint],
    );
    if (before) deletePicture(db, before.id, before.look);
    const id = db.insert("INSERT INTO picture (fingerprint, look) VALUES (?, ?)", [
      fingerprint,
      look ?? new Uint8Array(),
    ]);
    const bands = look ? bandsOf(look) : [];
    for (const band of bands)
      db.run("INSERT INTO picture_band (band, picture_id) VALUES (?, ?)", [band, id]);
  });
}

/**
 * One step through all pictures, from the one after this id on: what was seen of files that no photo has any more goes. Answers with the id of the last
 * one; undefined at the end.
 */
export function sweepPictures(db: Database, after: number, limit: number): number | undefined {
  return db.transaction(() => {
    const rows = db.all<{ id: number; look: Uint8Array; isUsed: 0 | 1 }>(
      `SELECT id, look, EXISTS (SELECT 1 FROM photo WHERE photo.fingerprint = picture.fingerprint) AS isUsed
       FROM picture WHERE id > ? ORDER BY id LIMIT ?`,
      [after, limit],
    );
    for (const { id, look, isUsed } of rows) if (isUsed === 0) deletePicture(db, id, look);
    return rows.at(-1)?.id;
  });
}

/** Where its parts are follows from what it looks like. */
function deletePicture(db: Database, id: number, look: Uint8Array): void {
  const bands = look.length > 0 ? bandsOf(look) : [];
  for (const band of bands)
    db.run("DELETE FROM picture_band WHERE band = ? AND picture_id = ?", [band, id]);
  db.run("DELETE FROM picture WHERE id = ?", [id]);
}

/** Undefined where it was not looked at, or there is nothing to be told apart. */
export function getLook(db: Database, fingerprint: string): Uint8Array | undefined {
  const row = db.get<{ look: Uint8Array }>("SELECT look FROM picture WHERE fingerprint = ?", [
    fingerprint,
  ]);
  return row && row.look.length > 0 ? row.look : undefined;
}

/** Pictures that may look the same, the one itself among them. */
export function listAlike(db: Database, look: Uint8Array): Picture[] {
  return bandsOf(look).flatMap((band) =>
    db.all<Picture>(
      `SELECT fingerprint, look FROM picture_band CROSS JOIN picture ON picture.id = picture_id
       WHERE band = ? LIMIT ?`,
      [band, MOST_ALIKE],
    ),
  );
}
