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

/**
 * Writes what holds into the photos' rows: what the user entered, else what the file says. After every change of
 * file_value or user_value. Width, height and aspect are those of the photo as it is shown, and turn with it.
 */
export function settleValues(db: Database, ids: readonly PhotoId[]): void {
  db.run(
    `UPDATE photo SET taken_at = held.taken_at, taken_from = held.taken_from, rating = held.rating,
       flag = nullif(held.flag, 'none'), colour_label = nullif(held.colour_label, 'none'),
       sort_at_ms = coalesce(
         unixepoch(substr(held.taken_at, 1, 19)) * 1000,
         unixepoch(modified_at_us / 1000000, 'unixepoch', 'localtime') * 1000 + modified_at_us / 1000 % 1000),
       turn = held.turn,
       width_px = iif((photo.turn + held.turn) % 180, height_px, width_px),
       height_px = iif((photo.turn + held.turn) % 180, width_px, height_px),
       aspect = iif((photo.turn + held.turn) % 180 AND width_px IS NOT NULL, 255 - aspect, aspect)
     FROM (
       SELECT wanted.value AS id, coalesce(time.value, file.taken_at) AS taken_at,
         iif(time.value IS NULL, file.taken_from, 'user') AS taken_from,
         coalesce(stars.value, file.rating, 0) AS rating,
         coalesce(flag.value, file.flag) AS flag, coalesce(colour.value, file.colour_label) AS colour_label,
         iif(own.kind = 'photo', coalesce(turn.value, file.turn, 0), 0) AS turn
       FROM json_each(?) AS wanted JOIN photo AS own ON own.id = wanted.value
       LEFT JOIN file_value AS file ON file.photo_id = wanted.value
       LEFT JOIN user_value AS time ON time.photo_id = wanted.value AND time.field = 'taken_at'
       LEFT JOIN user_value AS stars ON stars.photo_id = wanted.value AND stars.field = 'rating'
       LEFT JOIN user_value AS flag ON flag.photo_id = wanted.value AND flag.field = 'flag'
       LEFT JOIN user_value AS colour ON colour.photo_id = wanted.value AND colour.field = 'colour_label'
       LEFT JOIN user_value AS turn ON turn.photo_id = wanted.value AND turn.field = 'turn'
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
