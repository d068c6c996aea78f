import type { Photo } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";

/** What a screen reader hears of a photo that is judged: its name, its place, and what was said of it so far. */
export function describeJudged(
  { name, kind, state, rating, flag, colourLabel, isMissing }: Photo,
  { index, total }: { readonly index: number; readonly total: number },
): string {
  return [
    name,
    say("viewer.counter", { index: index + 1, total }),
    flag && say(flag === "pick" ? "flag.picked" : "flag.rejected"),
    rating > 0 && say("rating.stars", { count: rating }),
    colourLabel && say(`colour.${colourLabel}`).toLocaleLowerCase(),
    isMissing && say("tile.missing"),
    state === "failed" && say("tile.failed"),
    state !== "failed" && kind === "video" && say("judge.video"),
  ]
    .filter(Boolean)
    .join(", ");
}
