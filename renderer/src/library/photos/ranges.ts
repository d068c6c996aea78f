/** @file Sets of places in a query as sorted, disjoint, half-open ranges: "all 48,312" is one of them. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Ranges = readonly Range[];

export const noRanges: Ranges = [];

export function hasIndex(ranges: Ranges, index: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.end <= index) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= index;
}

export function countOf(ranges: Ranges): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function addRange(ranges: Ranges, added: Range): Ranges {
  if (added.end <= added.start) return ranges;
  const before = ranges.filter((range) => range.end < added.start);
  const after = ranges.filter((range) => range.start > added.end);
  const touching = ranges.filter((range) => range.end >= added.start && range.start <= added.end);
  const merged = {
    start: Math.min(added.start, ...touching.map((range) => range.start)),
    end: Math.max(added.end, ...touching.map((range) => range.end)),
  };
  return [...before, merged, ...after];
}

export function removeRange(ranges: Ranges, removed: Range): Ranges {
  return ranges.flatMap((range) =>
    [
      { start: range.start, end: Math.min(range.end, removed.start) },
      { start: Math.max(range.start, removed.end), end: range.end },
    ].filter(({ start, end }) => start < end),
  );
}

export function toggleIndex(ranges: Ranges, index: number): Ranges {
  const one = { start: index, end: index + 1 };
  return hasIndex(ranges, index) ? removeRange(ranges, one) : addRange(ranges, one);
}

/** Everything of `total` places that is not in the set. */
export function invertRanges(ranges: Ranges, total: number): Ranges {
  return ranges.reduce<Ranges>((rest, range) => removeRange(rest, range), wholeRange(total));
}

export function wholeRange(total: number): Ranges {
  return total > 0 ? [{ start: 0, end: total }] : noRanges;
}

export function fromIndexes(indexes: Iterable<number>): Ranges {
  const ranges: { start: number; end: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && index <= last.end) last.end = Math.max(last.end, index + 1);
    else ranges.push({ start: index, end: index + 1 });
  }
  return ranges;
}

/** The places of a set in order. */
export function* indexesOf(ranges: Ranges): Generator<number> {
  for (const { start, end } of ranges) for (let index = start; index < end; index++) yield index;
}
