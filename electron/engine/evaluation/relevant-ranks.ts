/** A query's distance to every file, and which of them are relevant. */
export interface Answer {
  /** By file; the query's own is there and is left out. */
  readonly distances: Float64Array;
  /** By file; equal numbers are equal labels. */
  readonly labels: Int32Array;
  readonly query: number;
}

/**
 * The ranks (1 is the nearest) of the files with the query's label, ascending, when all files but the query are
 * sorted by distance.
 *
 * [Note: Ties] Of files at equal distances those with other labels come first. The order of the list has no say
 * then, and a model that finds everything equally far gets no credit for luck.
 */
export function relevantRanks({ distances, labels, query }: Answer): Float64Array {
  const label = labels[query]!;
  const relevant = relevantDistances({ distances, labels, query });
  /** How many others come before the k-th relevant file and after the one before it. */
  const before = new Float64Array(relevant.length);
  const farthest = relevant.at(-1) ?? -Infinity;
  for (let at = 0; at < distances.length; at++) {
    const distance = distances[at]!;
    if (distance <= farthest && labels[at] !== label) before[firstAtLeast(relevant, distance)]!++;
  }
  let others = 0;
  return before.map((more, found) => (others += more) + found + 1);
}

function relevantDistances({ distances, labels, query }: Answer): Float64Array {
  const label = labels[query]!;
  let count = -1;
  for (const other of labels) if (other === label) count++;
  const relevant = new Float64Array(count);
  let next = 0;
  for (let at = 0; at < distances.length; at++) {
    if (labels[at] === label && at !== query) relevant[next++] = distances[at]!;
  }
  return relevant.sort();
}

/** The place of the first number that is not below the bound; there is one. */
function firstAtLeast(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
