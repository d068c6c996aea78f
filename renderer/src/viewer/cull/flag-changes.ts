import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { Flag } from "../../../../electron/contract/value-names.ts";
import type { FlagCounts } from "./cull-scope.ts";

/** A flag that was given or taken. */
export interface FlagChange {
  readonly before: Flag | null;
  readonly now: Flag | null;
}

/** What the change makes of those before it, of the same photo. */
export function noteFlag(
  known: FlagChange | undefined,
  before: Photo["flag"],
  now: Photo["flag"],
): FlagChange {
  return { before: known ? known.before : before, now };
}

/** How many photos have each flag now, from how many had it before the changes. */
export function countAfter(counts: FlagCounts, changes: Iterable<FlagChange>): FlagCounts {
  const after = { ...counts };
  for (const { before, now } of changes) {
    if (before) after[before]--;
    if (now) after[now]++;
  }
  return after;
}

/** The photos that have a flag now: a photo may have left the query with its new flag, and is in no answer any more. */
export function flaggedAfter(
  ids: readonly PhotoId[],
  flag: Flag,
  changes: Iterable<readonly [PhotoId, FlagChange]>,
): readonly PhotoId[] {
  const flagged = new Set(ids);
  for (const [id, { now }] of changes) {
    if (now === flag) flagged.add(id);
    else flagged.delete(id);
  }
  return [...flagged];
}
