import { burstAround, GAP_SECONDS, MOST_BESIDE, type Shot } from "../../contract/burst.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { IS_THERE } from "./find-copies.ts";

interface ShotRow extends Shot {
  readonly id: PhotoId;
}

/**
 * Photos that one camera took in a row with this one, itself included, in the order in which they were taken: the bursts of culling. Nobody where all
 * of them are one picture.
 */
export function findBurst(db: Database, id: PhotoId): PhotoId[] {
  const own = db.get<ShotRow & { sortAtMs: number }>(
    `SELECT id, taken_at AS takenAt, camera, sort_at_ms AS sortAtMs FROM photo
     WHERE id = ? AND kind = 'photo' AND ${IS_THERE}`,
    [id],
  );
  if (!own?.takenAt) return [];
  const before = readBeside(db, own, "before");
  const after = readBeside(db, own, "after");
  const shots = [...before.reverse(), own, ...after];
  const places = burstAround(before.length, (place) => shots[place]);
  const found = places.map((place) => shots[place]!.id);
  return countPictures(db, found) > 1 ? found : [];
}

/** The nearest first. */
function readBeside(
  db: Database,
  { id, sortAtMs }: { readonly id: PhotoId; readonly sortAtMs: number },
  side: "before" | "after",
): ShotRow[] {
  const [sign, order, reach] =
    side === "before" ? (["<", "DESC", -1] as const) : ([">", "ASC", 1] as const);
  const furthest = sortAtMs + reach * MOST_BESIDE * GAP_SECONDS * 1000;
  return db.all(
    `SELECT id, taken_at AS takenAt, camera FROM photo INDEXED BY photo_by_time
     WHERE (sort_at_ms, id) ${sign} (?, ?) AND sort_at_ms BETWEEN ? AND ? AND kind = 'photo' AND ${IS_THERE}
     ORDER BY sort_at_ms ${order}, id ${order} LIMIT ?`,
    [sortAtMs, id, Math.min(sortAtMs, furthest), Math.max(sortAtMs, furthest), MOST_BESIDE],
  );
}

/** Copies of one picture count once. */
function countPictures(db: Database, photos: readonly PhotoId[]): number {
  return db.get<{ count: number }>(
    `SELECT count(DISTINCT coalesce(same.group_id, exact.group_id, -photo.value)) AS count
     FROM json_each(?) AS photo
     LEFT JOIN duplicate_member AS same ON same.photo_id = photo.value AND same.kind = 'same-picture'
     LEFT JOIN duplicate_member AS exact ON exact.photo_id = photo.value AND exact.kind = 'exact'`,
    [JSON.stringify(photos)],
  )!.count;
}
