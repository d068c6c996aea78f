/**
 * @file What photos get of their copies before these go, so that nothing that the user entered goes with them.
 */
import type { KeptCopy } from "../../contract/duplicates.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { expectSameEdit, record, type Recorded } from "../catalog/journal/journal.ts";
import { settleValues } from "../catalog/photo-facts.ts";
import { refreshTexts, type TextOptions } from "../catalog/photo-text.ts";
import { readEntered, readFromFile, valueFields } from "../catalog/photo-values.ts";
import type { PhotoValues } from "../../contract/values.ts";

/** The journal keeps what is about no photo under this number. */
const NO_PHOTO = 0 as PhotoId;

interface CarryOptions {
  readonly text: TextOptions;
  readonly entry?: number | undefined;
}

const valueNames = Object.keys(valueFields) as (keyof PhotoValues)[];

/**
 * Gives each photo that is kept what its copies have and it has not, as one entry of the journal: tags, places in albums, stars, flag, colour, title,
 * caption and capture time. What the user took from it, or said that it has none of, stays so. On the disk when this returns. `entry`: of the
 * history, which this goes on with; `request-invalid` where it is of something else.
 */
export function carryOver(
  db: Database,
  copies: readonly KeptCopy[],
  { text, entry }: CarryOptions,
): Recorded {
  const pairs = JSON.stringify(
    copies.flatMap(({ keep, others }) => others.map((other) => [keep, other])),
  );
  const photos = copies.map(({ keep }) => keep);
  const keys = [...Object.values(valueFields), "taken_at"];
  return db.durably(() => {
    expectSameEdit(db, entry, sentence);
    const recorded = record(
      db,
      {
        touches: [
          { kind: "tag", photos },
          { kind: "user-value", keys, photos },
          { kind: "album-photo", photos },
          { kind: "album", keys: listCovered(db, pairs), photos: [NO_PHOTO] },
        ],
        sentence,
        entry,
      },
      () => {
        giveTags(db, pairs);
        putIntoAlbums(db, pairs);
        for (const copy of copies) giveValues(db, copy);
        settleValues(db, photos);
      },
    );
    refreshTexts(db, recorded.changed, text);
    return recorded;
  });
}

function sentence(count: number): Told {
  return tell("done.duplicates.carried", { count });
}

const PAIRS = `(SELECT value ->> 0 AS keep, value ->> 1 AS other FROM json_each(?1)) AS pair`;

function giveTags(db: Database, pairs: string): void {
  const given = [pairs, Date.now()];
  db.run(
    `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms, origin)
     SELECT DISTINCT photo.id, tag_id, ?2, 'user' FROM ${PAIRS}
     CROSS JOIN photo_tag AS own ON own.photo_id = other CROSS JOIN photo ON photo.id = keep
     WHERE own.origin = 'user'
     ON CONFLICT (photo_id, tag_id) DO UPDATE SET origin = 'user' WHERE origin = 'file'`,
    given,
  );
  // Of the words of files, those that the file which is kept does not have; one that it has was taken from it by the user.
  db.run(
    `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms, origin)
     SELECT DISTINCT photo.id, tag_id, ?2, 'user' FROM ${PAIRS}
     CROSS JOIN photo_tag AS own ON own.photo_id = other CROSS JOIN photo ON photo.id = keep
     CROSS JOIN tag ON tag.id = tag_id
     WHERE own.origin = 'file'
       AND NOT EXISTS (SELECT 1 FROM imported_tag WHERE imported_tag.photo_id = keep AND imported_tag.key = tag.key)
     ON CONFLICT (photo_id, tag_id) DO NOTHING`,
    given,
  );
}

/** To where the copy is. */
function putIntoAlbums(db: Database, pairs: string): void {
  db.run(
    `INSERT OR IGNORE INTO album_photo (photo_id, album_id, place)
     SELECT photo.id, album_id, min(place) FROM ${PAIRS}
     CROSS JOIN album_photo ON album_photo.photo_id = other CROSS JOIN photo ON photo.id = keep
     GROUP BY photo.id, album_id`,
    [pairs],
  );
  db.run(
    `UPDATE album SET cover_photo_id = (SELECT min(keep) FROM ${PAIRS} WHERE other = cover_photo_id)
     WHERE cover_photo_id IN (SELECT other FROM ${PAIRS})`,
    [pairs],
  );
}

/** Albums whose cover is one of the copies. */
function listCovered(db: Database, pairs: string): number[] {
  const rows = db.all<{ id: number }>(
    `SELECT id FROM album WHERE cover_photo_id IN (SELECT other FROM ${PAIRS})`,
    [pairs],
  );
  return rows.map(({ id }) => id);
}

function giveValues(db: Database, { keep, others }: KeptCopy): void {
  const own = held(db, keep);
  const entered = readEntered(db, keep);
  const theirs = others.map((other) => held(db, other));
  for (const name of valueNames) {
    if (own[name] !== null || entered[name] !== null) continue;
    const values = theirs.map((values) => values[name]).filter((value) => value !== null);
    const value = name === "rating" ? values.toSorted().at(-1) : values[0];
    if (value !== undefined) insertValue(db, keep, [valueFields[name], value]);
  }
  const takenAt = timeFor(db, keep, others);
  if (takenAt !== undefined) insertValue(db, keep, ["taken_at", takenAt]);
}

/** Where the photo has one already, that stays. */
function insertValue(
  db: Database,
  id: PhotoId,
  [field, value]: readonly [field: string, value: string | number],
): void {
  db.run(
    `INSERT OR IGNORE INTO user_value (photo_id, field, value)
     SELECT id, ?, ? FROM photo WHERE id = ?`,
    [field, value, id],
  );
}

/** What the user entered, else what the file says; null where that is nothing. */
function held(db: Database, id: PhotoId): PhotoValues {
  const [entered, fromFile] = [readEntered(db, id), readFromFile(db, id)];
  const values = valueNames.map((name) => {
    const value = entered[name] ?? fromFile[name];
    return [name, value === 0 || value === "" || value === "none" ? null : value] as const;
  });
  return Object.fromEntries(values) as unknown as PhotoValues;
}

/** What the user entered for one of the copies; where the photo itself says nothing, also what one of their files says. */
function timeFor(db: Database, keep: PhotoId, others: readonly PhotoId[]): string | undefined {
  return db.get<{ takenAt: string }>(
    `SELECT taken_at AS takenAt FROM photo WHERE id IN (SELECT value FROM json_each(?2)) AND taken_at IS NOT NULL
       AND (taken_from = 'user' OR (SELECT taken_at FROM photo WHERE id = ?1) IS NULL)
     ORDER BY taken_from <> 'user', id LIMIT 1`,
    [keep, JSON.stringify(others)],
  )?.takenAt;
}
