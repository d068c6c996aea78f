/**
 * @file What files say of themselves and what the user entered over it, kept apart, and what holds of the two.
 */
import type { PhotoId, TakenFrom } from "../../contract/photo.ts";
import type { ColourLabel, Flag, Turn } from "../../contract/value-names.ts";
import type { Database, SqlValue } from "./database.ts";

/** What a file and what belongs to it say, as the catalog keeps it; tags are imported by tags/import-tags.ts. */
export interface FileFacts {
  readonly takenAt?: string;
  readonly takenFrom?: TakenFrom;
  readonly camera?: string;
  readonly lens?: string;
  readonly aperture?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly focalLengthMm?: number;
  readonly focalLength35Mm?: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly altitudeM?: number;
  readonly title?: string;
  readonly caption?: string;
  readonly rating?: number;
  readonly flag?: Flag;
  readonly colourLabel?: ColourLabel;
  /** Of the file itself (EXIF, 1 to 8); absent is 1. */
  readonly orientation?: number;
  /** What the XMP file beside it makes of that. */
  readonly turn?: Turn;
}

/** Puts what a reader of this version found in the place of what was found before. */
export function writeFileFacts(
  db: Database,
  id: PhotoId,
  { facts, version }: { readonly facts: FileFacts; readonly version: number },
): void {
  db.run(
    `UPDATE photo SET camera = ?, lens = ?, aperture = ?, exposure_seconds = ?, iso = ?, focal_length_mm = ?,
       focal_length_35_mm = ?, latitude = ?, longitude = ?, altitude_m = ?, metadata_version = ? WHERE id = ?`,
    [
      facts.camera ?? null,
      facts.lens ?? null,
      facts.aperture ?? null,
      facts.exposureSeconds ?? null,
      // Some cameras' fields hold fractions; the column, like the world, does not.
      facts.iso === undefined ? null : Math.round(facts.iso),
      facts.focalLengthMm ?? null,
      facts.focalLength35Mm ?? null,
      facts.latitude ?? null,
      facts.longitude ?? null,
      facts.altitudeM ?? null,
      version,
      id,
    ],
  );
  const { takenAt, takenFrom, rating, title, caption, flag, colourLabel, turn } = facts;
  const said = [takenAt, takenFrom, rating, title, caption, flag, colourLabel, turn].map(
    (one): SqlValue => one ?? null,
  );
  db.run(
    `INSERT OR REPLACE INTO file_value
       (photo_id, taken_at, taken_from, rating, title, caption, flag, colour_label, turn, orientation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, ...said, facts.orientation ?? 1],
  );
  settleValues(db, [id]);
}

/** Fields of user_value that photos' rows have, too. */
export const settledFields = ["taken_at", "rating", "flag", "colour_label", "turn"] as const;
export type SettledField = (typeof settledFields)[number];

/** What is written for each: `entered` is what the user entered, `file` the row of file_value, `own` the photo's. */
const settled: Readonly<Record<SettledField, { readonly held: string; readonly set: string }>> = {
  taken_at: {
    held: `coalesce(taken_at.value, file.taken_at) AS taken_at,
      iif(taken_at.value IS NULL, file.taken_from, 'user') AS taken_from`,
    set: `taken_at = held.taken_at, taken_from = held.taken_from,
      sort_at_ms = coalesce(
        unixepoch(substr(held.taken_at, 1, 19)) * 1000,
        unixepoch(modified_at_us / 1000000, 'unixepoch', 'localtime') * 1000 + modified_at_us / 1000 % 1000)`,
  },
  rating: {
    held: "coalesce(rating.value, file.rating, 0) AS rating",
    set: "rating = held.rating",
  },
  flag: {
    held: "coalesce(flag.value, file.flag) AS flag",
    set: "flag = nullif(held.flag, 'none')",
  },
  colour_label: {
    held: "coalesce(colour_label.value, file.colour_label) AS colour_label",
    set: "colour_label = nullif(held.colour_label, 'none')",
  },
  turn: {
    held: "iif(own.kind = 'photo', coalesce(turn.value, file.turn, 0), 0) AS turn",
    set: `turn = held.turn,
      width_px = iif((photo.turn + held.turn) % 180, height_px, width_px),
      height_px = iif((photo.turn + held.turn) % 180, width_px, height_px),
      aspect = iif((photo.turn + held.turn) % 180 AND width_px IS NOT NULL, 255 - aspect, aspect)`,
  },
};

/**
 * Writes what holds into the photos' rows: what the user entered, else what the file says. After every change of
 * file_value or user_value; of `fields`, where only these changed: SQLite writes every index of a column that is set, and
 * most orders have an index. Width, height and aspect are those of the photo as it is shown, and turn with it.
 */
export function settleValues(
  db: Database,
  ids: readonly PhotoId[],
  fields: readonly string[] = settledFields,
): void {
  const wanted = settledFields.filter((field) => fields.includes(field));
  if (wanted.length === 0) return;
  const joins = wanted.map(
    (field) =>
      `LEFT JOIN user_value AS ${field} ON ${field}.photo_id = wanted.value AND ${field}.field = '${field}'`,
  );
  db.run(
    `UPDATE photo SET ${wanted.map((field) => settled[field].set).join(", ")}
     FROM (
       SELECT wanted.value AS id, ${wanted.map((field) => settled[field].held).join(", ")}
       FROM json_each(?) AS wanted JOIN photo AS own ON own.id = wanted.value
       LEFT JOIN file_value AS file ON file.photo_id = wanted.value
       ${joins.join(" ")}
     ) AS held WHERE photo.id = held.id`,
    [JSON.stringify(ids)],
  );
}

/** In the place of a version: to be read again. */
export const STALE_METADATA = 0;

/** Something beside the file changed that says things about it: it is read again in the background, and not embedded. */
export function markMetadataStale(db: Database, id: PhotoId): void {
  db.run("UPDATE photo SET metadata_version = ? WHERE id = ? AND metadata_version IS NOT NULL", [
    STALE_METADATA,
    id,
  ]);
}

/** Where a pass over photos with old metadata has come to; it begins before all of them. */
export interface StalePosition {
  readonly version: number;
  readonly id: number;
}

/**
 * The next photos whose metadata a reader older than `version` read. Their files are there, as far as is known. Those that wait for
 * their mirror are left out until it has merged what another program wrote: what is read first cannot be undone.
 */
export function listStaleMetadata(
  db: Database,
  { version, after, limit }: { version: number; after: StalePosition; limit: number },
): (StalePosition & { readonly id: PhotoId })[] {
  return db.all(
    `SELECT photo.id, metadata_version AS version FROM photo INDEXED BY photo_by_metadata
     JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL
     WHERE metadata_version IS NOT NULL AND missing_since_ms IS NULL
       AND photo.id NOT IN (SELECT photo_id FROM mirror_queue WHERE attempts = 0)
       AND metadata_version < ?1 AND (metadata_version, photo.id) > (?2, ?3)
     ORDER BY metadata_version, photo.id LIMIT ?4`,
    [version, after.version, after.id, limit],
  );
}
