/** Numbers that are the same for the same seed: what went wrong once can be made again. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, 0 ≤ x < limit. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** The "minimal standard" generator of Park and Miller (1988). */
export function createRandom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (from) => from[below(from.length)]! };
}
