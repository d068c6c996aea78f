/**
 * @file Where likeness ends.
 *
 * [Note: Bands] A band begins at a likeness. `related` begins where 1 % of random pairs of the library's own photos
 * begin, `very-similar` where 0.1 % do: the same rates in a library of weddings, where everything is a little alike,
 * as in one of everything. Random pairs of real libraries hold bursts and copies, which are not chance; so neither
 * may begin further from the median than chance reaches in measured sets of distinct photos: 2 and 2.5 times the
 * distance from the median to the 90th percentile, which bursts do not move. `same-shot` is a matter of the model
 * and not of the library: it begins where a tenth of the way from the same picture to a random one is gone, which
 * recompressed, resized and brightened copies do not reach (test/bench/similar/bands.bench.ts has the figures).
 * What is the same shot anywhere ends no list: the other bands begin there at the latest.
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

const RELATED_REACH = 2;
const VERY_SIMILAR_REACH = 2.5;
const SAME_SHOT_WAY = 0.1;

/** Photos that chance may put on a list. */
const CHANCE_PHOTOS = 200;

/** Of a library of so many photos. See the note above. */
export function bandLimits(background: Background, depth: number, photos: number): BandLimits {
  const { median, q90, q99, q999 } = backgroundAt(background, depth);
  const usual = backgroundAt(usualBackground, depth);
  const spread = q90 - median;
  const sameShot = 1 - SAME_SHOT_WAY * (1 - usual.median);
  const verySimilar = Math.min(sameShot, q999, median + VERY_SIMILAR_REACH * spread);
  const usually = Math.min(verySimilar, q99, median + RELATED_REACH * spread);
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
