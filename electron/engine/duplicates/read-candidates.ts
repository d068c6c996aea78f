import type { PhotoId } from "../../contract/photo.ts";
import type { Flag } from "../../contract/value-names.ts";
import type { Database } from "../catalog/database.ts";
import { IS_THERE } from "./find-copies.ts";

/** What counts when one photo of a group is chosen. */
export interface Candidate {
  readonly id: PhotoId;
  readonly nameLength: number;
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
  const rows = readRows(db, photos, {
    group: "0",
    from: "photo WHERE id IN (SELECT value FROM json_each(?))",
  });
  return rows.map(toCandidate);
}

/** Photos of these groups whose files are there: in the order of the groups, by time within each. */
export function readMembers(db: Database, groups: readonly number[]): Map<number, Candidate[]> {
  const rows = readRows(db, groups, {
    group: "group_id",
    from: `duplicate_member CROSS JOIN photo ON photo.id = photo_id
      WHERE group_id IN (SELECT value FROM json_each(?)) AND ${IS_THERE}`,
  });
  const members = new Map<number, Candidate[]>(groups.map((group) => [group, []]));
  for (const row of rows) members.get(row[0])!.push(toCandidate(row));
  return members;
}

type Row = readonly [
  group: number,
  sortAtMs: number,
  id: PhotoId,
  nameLength: number,
  pixels: number,
  sizeBytes: number,
  modifiedAtMs: number,
  flag: Flag | null,
  rating: number,
  tags: number,
  albums: number,
];

const COLUMNS = `sort_at_ms, photo.id, length(name), coalesce(width_px * height_px, 0), size_bytes, modified_at_us / 1000, flag, rating,
  (SELECT count(*) FROM photo_tag WHERE photo_tag.photo_id = photo.id),
  (SELECT count(*) FROM album_photo WHERE album_photo.photo_id = photo.id)`;

/** By time. All come as one: tens of thousands of rows take twice as long by themselves, and SQLite sorts them no sooner. */
function readRows(
  db: Database,
  ids: readonly number[],
  { group, from }: { readonly group: string; readonly from: string },
): Row[] {
  const { rows } = db.get<{ rows: string }>(
    `SELECT json_group_array(json_array(${group}, ${COLUMNS})) AS rows FROM ${from}`,
    [JSON.stringify(ids)],
  )!;
  return (JSON.parse(rows) as Row[]).sort((a, b) => a[1] - b[1] || a[2] - b[2]);
}

function toCandidate(row: Row): Candidate {
  const [, , id, nameLength, pixels, sizeBytes, modifiedAtMs, flag, rating, tags, albums] = row;
  return { id, nameLength, pixels, sizeBytes, modifiedAtMs, flag, rating, tags, albums };
}
