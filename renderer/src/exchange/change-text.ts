import type { ImportChange } from "../../../electron/contract/exchange.ts";
import { say, type MessageKey } from "../messages/say.ts";

type ValueChange = ImportChange["values"][number];

const names: Record<ValueChange["field"], MessageKey> = {
  rating: "rating.name",
  flag: "flag.name",
  colour: "colour.name",
  title: "title.name",
  caption: "caption.name",
};

const words: Readonly<Record<string, MessageKey>> = {
  "flag pick": "flag.pick",
  "flag reject": "flag.reject",
  "flag none": "flag.none",
  "colour red": "colour.red",
  "colour yellow": "colour.yellow",
  "colour green": "colour.green",
  "colour blue": "colour.blue",
  "colour purple": "colour.purple",
  "colour none": "colour.none",
  "rating 0": "rating.none",
};

/** "Rating: nothing → 4". */
export function describeValue({ field, from, to }: ValueChange): string {
  const inWords = (value: ValueChange["from"]): string => {
    if (value === null || value === "") return say("sidecar.nothing");
    const word = words[`${field} ${value}`];
    if (word) return say(word);
    return typeof value === "number" ? String(value) : `“${value}”`;
  };
  return say("exchange.import.value", {
    field: say(names[field]),
    from: inWords(from),
    to: inWords(to),
  });
}
