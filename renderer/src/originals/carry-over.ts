import type { Client } from "../../../electron/contract/client.ts";
import type { KeptCopy } from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** So that progress moves, and a stop is soon; no more than one request takes. */
const GROUPS_AT_ONCE = 50;

/**
 * Gives photos that are kept what only their copies have, some groups at a time, as one entry of the history, and yields the copies that may go
 * then, because what is kept of them is there. `staying`: told of how many others there are.
 */
export async function* carryOver(
  client: Client<"renderer">,
  copies: readonly KeptCopy[],
  staying: (count: number) => void,
): AsyncGenerator<PhotoId[], void, undefined> {
  let entry: number | undefined;
  for (let start = 0; start < copies.length; start += GROUPS_AT_ONCE) {
    const part = copies.slice(start, start + GROUPS_AT_ONCE);
    const answer = await client.request("duplicate.carryOver", {
      copies: [...part],
      ...(entry !== undefined && { entry }),
    });
    entry = answer.entry ?? entry;
    const there = new Set(answer.present);
    const free = part.flatMap(({ keep, others }) => (there.has(keep) ? others : []));
    staying(part.reduce((sum, { others }) => sum + others.length, 0) - free.length);
    yield free;
  }
}
