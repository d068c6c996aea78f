import { orientationBytes } from "../../../contract/aspect.ts";
import type { MonthCount, PhotoFacets } from "../../../contract/photo-facets.ts";
import { orientations, type Orientation } from "../../../contract/value-names.ts";
import { monthOf, unpackInto, type PhotoTimeline } from "../packed-photos.ts";

type TimelineFacets = Pick<PhotoFacets, "ratings" | "orientations" | "hasPlace" | "months">;

/** What of the facets the timeline has. Pure. */
export function countTimeline({ packed }: Pick<PhotoTimeline, "packed">): TimelineFacets {
  const ratings = [0, 0, 0, 0, 0, 0];
  const aspects = new Array<number>(256).fill(0);
  const days = new Map<number, number>();
  let hasPlace = 0;
  const photo = { day: 0, stars: 0, aspect: 0, isDated: false, hasPlace: false, hasSize: false };
  for (const value of packed) {
    unpackInto(photo, value);
    ratings[photo.stars]! += 1;
    if (photo.hasSize) aspects[photo.aspect]! += 1;
    if (photo.hasPlace) hasPlace += 1;
    if (photo.isDated) days.set(photo.day, (days.get(photo.day) ?? 0) + 1);
  }
  return {
    ratings,
    orientations: Object.fromEntries(
      orientations.map((name) => [name, sumWithin(aspects, orientationBytes[name])]),
    ) as Record<Orientation, number>,
    hasPlace,
    months: toMonths(days),
  };
}

function sumWithin(counts: readonly number[], [from, to]: readonly [number, number]): number {
  return counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
}

function toMonths(days: ReadonlyMap<number, number>): MonthCount[] {
  const months: { month: string; count: number }[] = [];
  for (const [day, count] of [...days].sort(([a], [b]) => a - b)) {
    const month = monthOf(day);
    const last = months.at(-1);
    if (last?.month === month) last.count += count;
    else months.push({ month, count });
  }
  return months;
}
