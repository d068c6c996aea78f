import { backgroundAt } from "../../../electron/engine/similar/background.ts";
import { usualBackground } from "../../../electron/engine/similar/usual-background.ts";

/** A pair of photos by their places in the set. */
export interface RatedPair {
  readonly places: readonly [number, number];
  readonly likeness: number;
  readonly isRandom: boolean;
}

/** What the constants of bands.ts have to be for their bounds to hold on nine in ten resamplings. */
export interface NeededLimits {
  readonly relatedReach: number;
  readonly verySimilarReach: number;
  readonly sameShotWay: number;
}

const RESAMPLINGS = 200;

/**
 * A thousandth of a few thousand pairs is a handful, and which photos the set happens to have decides which. So the
 * photos, not the pairs, are drawn again with replacement (the bootstrap), and the constant is taken that covers
 * nine in ten of what comes out. More would not fit: a reach for 95 % is so long that `very-similar` is `same-shot`.
 */
export function neededLimits(
  pairs: readonly RatedPair[],
  { photos, depth }: { readonly photos: number; readonly depth: number },
): NeededLimits {
  const sorted = pairs.toSorted((a, b) => a.likeness - b.likeness);
  const usualMedian = backgroundAt(usualBackground, depth).median;
  const drawn = Array.from({ length: RESAMPLINGS }, (_, seed) => {
    const times = draw(photos, seed + 1);
    const median = quantile(sorted, times, { at: 0.5, isRandom: false });
    const spread = quantile(sorted, times, { at: 0.9, isRandom: false }) - median;
    const rarest = (at: number) => quantile(sorted, times, { at, isRandom: true });
    return {
      related: (rarest(0.99) - median) / spread,
      verySimilar: (rarest(0.999) - median) / spread,
      way: (1 - rarest(0.999)) / (1 - usualMedian),
    };
  });
  const covering = (values: readonly number[], at: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(at * RESAMPLINGS)]!;
  return {
    relatedReach: covering(
      drawn.map(({ related }) => related),
      0.9,
    ),
    verySimilarReach: covering(
      drawn.map(({ verySimilar }) => verySimilar),
      0.9,
    ),
    sameShotWay: covering(
      drawn.map(({ way }) => way),
      0.1,
    ),
  };
}

/** How often each photo was drawn. */
function draw(photos: number, seed: number): Uint8Array {
  let state = seed * 7919;
  const times = new Uint8Array(photos);
  for (let count = 0; count < photos; count++) {
    state = (state * 48_271) % 2_147_483_647;
    times[state % photos]!++;
  }
  return times;
}

function quantile(
  sorted: readonly RatedPair[],
  times: Uint8Array,
  { at, isRandom }: { readonly at: number; readonly isRandom: boolean },
): number {
  const counted = isRandom ? sorted.filter((pair) => pair.isRandom) : sorted;
  const weights = counted.map(({ places: [one, other] }) => times[one]! * times[other]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  const found = weights.findIndex((weight) => (passed += weight) >= at * total);
  return counted[found]!.likeness;
}
