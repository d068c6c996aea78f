/**
 * @file What can be touched by an entry of the journal: one table, from a kind's name to how its data is read and
 * put back. Names are on the disk for good.
 */
import type { PhotoChange } from "../../../contract/events.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database, SqlValue } from "../database.ts";
import { settleValues } from "../photo-facts.ts";
import { albums } from "./albums.ts";
import { relinks } from "./relinks.ts";
import { reviews } from "./reviews.ts";
import { named, tagDescriptions, tagOrigins, tagPlaces } from "./tag-kinds.ts";

/** Photos whose value under `key` is to become `value`. */
export interface Putting {
  readonly key: string;
  /** JSON as `read` gives it; null is nothing. */
  readonly value: string | null;
  /** JSON array of ids. Photos that the catalog no longer has are left out. */
  readonly photos: string;
}

export interface ChangeKind {
  /** SQL: rows (key, photo_id, value) of the photos in ?1, of the keys in ?2 unless that is NULL; both JSON arrays. */
  readonly read: string;
  /** Answers with what happened to entries and their files, where that is more than a change of their data. */
  put(db: Database, putting: Putting): readonly PhotoChange[];
}

export const changeKinds = {
  /** Key: the tag's row id. */
  tag: named(rows({ table: "photo_tag", key: "tag_id", columns: ["added_at_ms", "origin"] })),
  /** What a tag is called, and below of which it is; see tag-kinds.ts. */
  "tag-place": tagPlaces,
  /** Whose word a tag of a photo is; key: the tag's row id. */
  "tag-origin": tagOrigins,
  /** Synonyms of a tag, and its favourite key. */
  "tag-description": tagDescriptions,
  /** Key: what the verdict is kept under. */
  verdict: rows({
    table: "label_verdict",
    key: "label",
    columns: ["verdict", "model_key", "at_ms"],
  }),
  /** What the user entered over what the file says; key: the field. */
  "user-value": settling(rows({ table: "user_value", key: "field", columns: ["value"] })),
  /** Albums themselves, without their photos; see albums.ts. */
  album: albums,
  /** Which photos are in an album, and where; key: the album's row id. */
  "album-photo": rows({ table: "album_photo", key: "album_id", columns: ["place"] }),
  /** That the user keeps all of some photos; key: the decision. */
  "duplicate-decision": rows({
    table: "duplicate_decision",
    key: "decision_id",
    columns: ["verdict", "at_ms"],
  }),
  /** Where an entry's file is, and what it is; see relinks.ts. */
  relink: relinks,
  /** The file that a photo had before another took its place; see reviews.ts. */
  review: reviews,
} satisfies Record<string, ChangeKind>;

export type ChangeKindName = keyof typeof changeKinds;

/** Rows of their own beside the photo: `table` has the primary key (photo_id, `key`). */
export function rows({
  table,
  key,
  columns,
}: {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}): ChangeKind {
  const updates = columns.map((column) => `${column} = excluded.${column}`).join(", ");
  const values = columns.map((column) => `json_extract(?1, '$.${column}') AS ${column}`).join(", ");
  return {
    read: `SELECT CAST(${key} AS TEXT) AS key, photo_id, ${jsonOf(columns)} AS value FROM ${table}
      WHERE photo_id IN (SELECT value FROM json_each(?1))
        AND (?2 IS NULL OR ${key} IN (SELECT value FROM json_each(?2)))`,
    put(db, change) {
      if (change.value === null) {
        db.run(
          `DELETE FROM ${table} WHERE ${key} = ? AND photo_id IN (SELECT value FROM json_each(?))`,
          [change.key, change.photos],
        );
        return [];
      }
      const given: SqlValue[] = [change.value, change.key, change.photos];
      // Materialized, so that the values are taken out of their text once and not for each photo.
      db.run(
        `WITH given AS MATERIALIZED (SELECT ${values})
         INSERT INTO ${table} (photo_id, ${key}, ${columns.join(", ")})
         SELECT photo.id, ?2, given.* FROM given CROSS JOIN photo
         WHERE photo.id IN (SELECT value FROM json_each(?3))
         ON CONFLICT (photo_id, ${key}) DO UPDATE SET ${updates}`,
        given,
      );
      return [];
    },
  };
}

/** Data from which the photos' own rows follow; see photo-facts.ts. */
function settling(kind: ChangeKind): ChangeKind {
  return {
    read: kind.read,
    put(db, change) {
      const reports = kind.put(db, change);
      settleValues(db, JSON.parse(change.photos) as PhotoId[], [change.key]);
      return reports;
    },
  };
}

function jsonOf(columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${column}`).join(", ")})`;
}
