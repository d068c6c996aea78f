import type { Told } from "../../contract/told.ts";
import type { ValueChange } from "../../contract/values.ts";
import { tell } from "../../texts/tell.ts";

/** In the order in which they are said. */
const names = ["rating", "flag", "colourLabel", "title", "caption"] as const;

/** What was done to `count` photos, for the history: "Rated 412 photos 4 stars". */
export function describeValues(change: ValueChange, count: number): Told {
  const fields = names.filter((name) => change[name] !== undefined);
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0) {
    const said = fields.map((name) => tell(`value.${name}`));
    return tell("done.values.changed", { fields: said, count });
  }
  if (change[field] === null)
    return tell("done.value.back", { field: field === "caption" ? "other" : field, count });
  return describeOne(change, count);
}

function describeOne(
  { rating, flag, colourLabel, title, caption }: ValueChange,
  count: number,
): Told {
  if (typeof rating === "number")
    return rating === 0
      ? tell("done.unrated", { count })
      : tell("done.rated", { count, stars: rating });
  if (flag === "pick") return tell("done.picked", { count });
  if (flag === "reject") return tell("done.rejected", { count });
  if (flag !== undefined) return tell("done.unflagged", { count });
  if (colourLabel === "none") return tell("done.uncoloured", { count });
  if (typeof colourLabel === "string") return tell("done.coloured", { count, colour: colourLabel });
  if (title !== undefined)
    return tell(title === "" ? "done.title.removed" : "done.title.replaced", { count });
  return tell(caption === "" ? "done.caption.removed" : "done.caption.replaced", { count });
}
