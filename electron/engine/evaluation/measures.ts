/**
 * @file How good one ranked answer is, from the ranks (1 is the first) of the relevant files in it, ascending.
 * Formulas and words of Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), chapter 8.
 *
 * `relevant` is how many there are in all, at least 1; those without a rank were never found.
 */

/** Recall in tenths, as eleven-point interpolation has it. */
const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export type Ranks = ArrayLike<number>;

/**
 * The mean of the precision at the rank of each relevant file; one that was never found counts 0 (§8.4):
 *
 *   AP = (1 / R) Σₖ k / rank(k)
 *
 * Its mean over all queries is the mean average precision.
 */
export function averagePrecision(ranks: Ranks, relevant = ranks.length): number {
  let sum = 0;
  for (let found = 0; found < ranks.length; found++) sum += (found + 1) / ranks[found]!;
  return sum / relevant;
}

/** The share of relevant files among the first k (§8.4), in [0, 1]. */
export function precisionAt(ranks: Ranks, k: number): number {
  let found = 0;
  while (found < ranks.length && ranks[found]! <= k) found++;
  return found / k;
}

/**
 * Interpolated precision at recall 0, 0.1, … 1: the highest precision at that recall or any higher one (§8.4),
 * p(r) = max over r′ ≥ r of p(r′); 0 where that recall is never reached.
 */
export function interpolatedPrecision(ranks: Ranks, relevant = ranks.length): number[] {
  const best = new Float64Array(ranks.length + 1);
  for (let found = ranks.length; found >= 1; found--) {
    best[found - 1] = Math.max(best[found]!, found / ranks[found - 1]!);
  }
  return TENTHS.map((tenth) => {
    const needed = Math.max(1, Math.ceil((tenth * relevant) / 10));
    return best[needed - 1] ?? 0;
  });
}
