import type { GridGrouping, GridOrder, GridSort } from "../library/photos/photo-order.ts";
import { say, type MessageKey } from "../messages/say.ts";

const directions = {
  taken: ["sort.newest", "sort.oldest"],
  added: ["sort.newest", "sort.oldest"],
  name: ["sort.a-z", "sort.z-a"],
  rating: ["sort.most", "sort.fewest"],
} as const satisfies Record<Exclude<GridSort, "own">, readonly [MessageKey, MessageKey]>;

/** The two directions of a sort, the usual one first; an album's own order has one. */
export function directionsOf(sort: GridSort): readonly string[] {
  return sort === "own" ? [] : directions[sort].map((key) => say(key));
}

/** "Sort: Name, A to Z". */
export function orderText({ sort, isReversed }: GridOrder): string {
  const name = say(`sort.by.${sort}`);
  const direction = directionsOf(sort)[isReversed ? 1 : 0];
  return direction === undefined
    ? say("sort.button.own", { sort: name })
    : say("sort.button", { sort: name, direction });
}

/** What photos are grouped by, in words; by name and stars there is one natural group. */
export function groupingText({ sort }: GridOrder, grouping: GridGrouping): string {
  if (grouping === "month" && sort === "name") return say("group.letter");
  if (grouping === "month" && sort === "rating") return say("group.stars");
  return say(`group.${grouping}`);
}
