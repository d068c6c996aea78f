import type { Flag } from "../../../../electron/contract/value-names.ts";
import type { PhotoId } from "../../../../electron/contract/photo.ts";
import type { PhotoSet } from "../../library/photos/photo-set.ts";
import type { Ranges } from "../../library/photos/ranges.ts";

export interface FlagCounts {
  readonly pick: number;
  readonly reject: number;
}

/** The photos that are gone through, by position; a part of a set, or all of it. The set stands still meanwhile. */
export interface CullScope {
  readonly set: PhotoSet;
  readonly total: number;
  /** The place in the set of the photo at a position. */
  placeAt(position: number): number;
  /** The position at a place of the set, or the first one after it. */
  positionOf(place: number): number;
  /** How many photos have each flag, without reading the photos. */
  count(): Promise<FlagCounts>;
  /** The photos that have a flag, in no order. */
  flagged(flag: Flag): Promise<readonly PhotoId[]>;
}

export type FlagReader = Pick<CullScope, "count" | "flagged">;

/** All photos of a set, or where there are ranges, those. */
export function cullScope(
  set: PhotoSet,
  ranges: Ranges | undefined,
  reader: FlagReader,
): CullScope {
  const flags: FlagReader = {
    count: () => reader.count(),
    flagged: (flag) => reader.flagged(flag),
  };
  if (!ranges) {
    const { total } = set;
    return { set, total, placeAt: (at) => at, positionOf: (place) => place, ...flags };
  }
  return { set, ...positionsIn(ranges), ...flags };
}

function positionsIn(ranges: Ranges): Pick<CullScope, "total" | "placeAt" | "positionOf"> {
  /** The position of each range's first photo. */
  const firsts: number[] = [];
  let total = 0;
  for (const { start, end } of ranges) {
    firsts.push(total);
    total += end - start;
  }
  function rangeAt(position: number): number {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (firsts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  return {
    total,
    placeAt(position) {
      const at = rangeAt(position);
      return ranges[at]!.start + position - firsts[at]!;
    },
    positionOf(place) {
      const at = ranges.findIndex(({ end }) => end > place);
      return at < 0 ? total - 1 : firsts[at]! + Math.max(0, place - ranges[at]!.start);
    },
  };
}
