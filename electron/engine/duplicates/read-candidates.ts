import type { PhotoId } from "../../contract/photo.ts";
import type { Flag } from "../../contract/value-names.ts";
import type { Database } from "../catalog/database.ts";
import { IS_THERE } from "./find-copies.ts";

/** What counts when one photo of a group is chosen. */
export interface Candidate {
  readonly id: PhotoId;
  readonly name: string;
  /** Width × height; 0 until it was decoded. */
  readonly pixels: number;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly flag: Flag | null;
  readonly rating: number;
  readonly tags: number;
  /** Made by hand. */
  readonly albums: number;
}

/** By time; photos that the catalog does not have are left out. */
export function readCandidates(db: Database, photos: readonly PhotoId[]): Candidate[] {
  return db.all(
    `SELECT ${CANDIDATE} FROM photo WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort_at_ms, id`,
    [JSON.stringify(photos)],
  );
}

/** A photo of a group. */
export interface Member extends Candidate {
  readonly group: number;
}

/** Photos of these groups whose files are there, by time. */
export function readMembers(db: Database, groups: readonly number[]): Member[] {
  return db.all(
    `SELECT group_id AS "group", ${CANDIDATE} FROM duplicate_member CROSS JOIN photo ON photo.id = photo_id
     WHERE group_id IN (SELECT value FROM json_each(?)) AND ${IS_THERE} ORDER BY sort_at_ms, id`,
    [JSON.stringify(groups)],
  );
}

const CANDIDATE = `photo.id, name, coalesce(width_px * height_px, 0) AS pixels, size_bytes AS sizeBytes,
  modified_at_us / 1000 AS modifiedAtMs, flag, rating,
  (SELECT count(*) FROM photo_tag WHERE photo_tag.photo_id = photo.id) AS tags,
  (SELECT count(*) FROM album_photo WHERE album_photo.photo_id = photo.id) AS albums`;
