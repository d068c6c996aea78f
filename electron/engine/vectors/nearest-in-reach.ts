import type { Neighbour } from "./neighbour.ts";

/** Asked for at first where a reach is given: most lists are shorter, and a longer one takes longer. */
const FIRST = 200;
const GROWTH = 4;

/** The nearest within `reach`, at most `limit`; without a reach, whatever `ask` answers for the limit. */
export async function nearestInReach(
  { limit, reach }: { readonly limit: number; readonly reach: number | undefined },
  ask: (limit: number) => Promise<Neighbour[]>,
): Promise<Neighbour[]> {
  if (reach === undefined) return ask(limit);
  for (let most = Math.min(limit, FIRST); ; most = Math.min(limit, most * GROWTH)) {
    const found = await ask(most);
    const inside = found.filter(({ distance }) => distance <= reach);
    if (inside.length < found.length || found.length < most || most === limit) return inside;
  }
}
