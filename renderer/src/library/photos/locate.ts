import { MOST_AT_ONCE } from "../../../../electron/contract/limits.ts";
import type { PhotoId } from "../../../../electron/contract/photo.ts";

/** Answers with the ids at a stretch of the query, in order. */
export type ReadIds = (offset: number, limit: number) => Promise<readonly PhotoId[]>;

/** Photos rarely move far when a few arrive. */
const NEAR = 2_000;

/**
 * Finds where photos stand after a query has changed. Looks around their old places first; only when
 * some are not there does it read the whole order. Photos that left the query are absent.
 */
export async function locate(
  oldPlaces: ReadonlyMap<PhotoId, number>,
  total: number,
  readIds: ReadIds,
): Promise<ReadonlyMap<PhotoId, number>> {
  const found = new Map<PhotoId, number>();
  if (oldPlaces.size === 0 || total === 0) return found;
  const places = [...oldPlaces.values()];
  const start = Math.max(0, Math.min(...bounds(places)) - NEAR);
  const end = Math.min(total, Math.max(...bounds(places)) + NEAR);
  if (start < end && end - start <= MOST_AT_ONCE) {
    note(await readIds(start, end - start), start, oldPlaces, found);
    if (found.size === oldPlaces.size) return found;
  }
  for (let offset = 0; offset < total; offset += MOST_AT_ONCE) {
    note(await readIds(offset, MOST_AT_ONCE), offset, oldPlaces, found);
    if (found.size === oldPlaces.size) break;
  }
  return found;
}

/** Smallest and largest; `Math.min` over 100,000 arguments would overflow the stack. */
function bounds(places: readonly number[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const place of places) {
    if (place < low) low = place;
    if (place > high) high = place;
  }
  return [low, high];
}

function note(
  ids: readonly PhotoId[],
  offset: number,
  wanted: ReadonlyMap<PhotoId, number>,
  found: Map<PhotoId, number>,
): void {
  for (const [at, id] of ids.entries()) if (wanted.has(id)) found.set(id, offset + at);
}
