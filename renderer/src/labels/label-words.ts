import type { LabelBrowse, LabelChild } from "../../../electron/contract/label-browse.ts";
import { labelQuery, quoteValue } from "../library/query-text.ts";
import { say } from "../messages/say.ts";

/** As a heading: "Dog". */
export function heading(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** "1,204 photos · 31 of 118 kinds · right on 46 of 50 you checked". */
export function describeLabel({ photos, kinds, found, precision }: LabelBrowse): string {
  return [
    ...(photos === null ? [] : [say("labels.photos", { count: photos })]),
    ...(kinds > 1 ? [say("labels.kinds", { found, kinds })] : []),
    ...(precision === null ? [] : [say("labels.precision", precision)]),
  ].join(" · ");
}

/** What a screen reader hears of a tile. */
export function describeTile({ name, photos, kinds, hasBelow }: LabelChild): string {
  const shown = { name: heading(name), count: photos, kinds };
  return say(hasBelow ? "labels.tile.family" : "labels.tile", shown);
}

/** Finds the photos that may be of a label, and not those that are. */
export function unsureQuery({ word, unsureFrom }: LabelBrowse): string {
  const value = quoteValue(word ?? "");
  return `label:${value}>${unsureFrom} -${labelQuery(word ?? "")}`;
}
