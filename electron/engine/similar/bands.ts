/**
 * @file Where likeness ends.
 *
 * [Note: Bands] A band begins at a likeness. `related` begins where 1 % of random pairs of the library's own photos
 * begin, `very-similar` where 0.1 % do: the same rates in a library of weddings, where everything is a little alike,
 * as in one of everything. Random pairs of real libraries hold bursts and copies, which are not chance; so neither
 * may begin further from the median than chance reaches among distinct photos, in distances from the median to the
 * 90th percentile, which bursts do not move. `same-shot` is a matter of the model and not of the library: it begins
 * where a part of the way from the same picture to a random one is gone, so that 0.1 % of random pairs are nearer.
 * What is the same shot anywhere ends no list: the other bands begin there at the latest.
 *
 * The reaches and the way depend on depth, because the tail of chance does: stages tell an edited copy from a stranger
 * better than the embedding. They hold on nine in ten resamplings of one half of the photos that
 * test/bench/similar/bands.bench.ts looks at; errors are reported on the other half.
 *
 * One pair in a hundred is a thousand photos in a library of a hundred thousand: beyond 20,000 photos `related` begins
 * later, evenly by the logarithm of the rate, so that chance puts about 200 photos on a list, until it begins where
 * `very-similar` does.
 *
 * Limits of the single query, from its own likeness to the sample, were measured too and are not used: they hold the
 * rate of random pairs more evenly over queries, but lose one in eight resized copies of photos whose
 * neighbourhood is dense.
 */
import type { Band } from "../../contract/similar.ts";
import { backgroundAt, type Background } from "./background.ts";
import { usualBackground } from "./usual-background.ts";

/** The likeness at which each band begins; the one before is never below the next. */
export interface BandLimits {
  readonly sameShot: number;
  readonly verySimilar: number;
  readonly related: number;
}

/** Distances from the median to the 90th percentile that 1 % and 0.1 % of random pairs reach, by depth. */
const relatedReach = (depth: number) => 1.6 + 0.35 * depth;
const verySimilarReach = (depth: number) => 1.8 + 0.7 * depth;
/** The part of the way to a random picture, by depth. */
const sameShotWay = (depth: number) => Math.min(0.17, 0.19 - 0.1 * depth);

/** Photos that chance may put on a list. */
const CHANCE_PHOTOS = 200;

/** Of a library of so many photos. See the note above. */
export function bandLimits(background: Background, depth: number, photos: number): BandLimits {
  const { median, q90, q99, q999 } = backgroundAt(background, depth);
  const usual = backgroundAt(usualBackground, depth);
  const spread = q90 - median;
  const sameShot = 1 - sameShotWay(depth) * (1 - usual.median);
  const verySimilar = Math.min(sameShot, q999, median + verySimilarReach(depth) * spread);
  const usually = Math.min(verySimilar, q99, median + relatedReach(depth) * spread);
  const related = usually + laterShare(photos) * (verySimilar - usually);
  return { sameShot, verySimilar, related };
}

/** How far from a rate of 1 % (0) to one of 0.1 % (1) a library of this size has to go. */
function laterShare(photos: number): number {
  const rate = Math.max(0.001, Math.min(0.01, CHANCE_PHOTOS / photos));
  return Math.log10(0.01 / rate);
}

/** Null below `related`. */
export function bandOf(similarity: number, limits: BandLimits): Band | null {
  if (similarity >= limits.sameShot) return "same-shot";
  if (similarity >= limits.verySimilar) return "very-similar";
  return similarity >= limits.related ? "related" : null;
}
