import type { SummedFamilies } from "../../catalog/label-sums.ts";
import type { SearchSource } from "../search-source.ts";

/** With fewer classes, adding up the labels of all photos is quick enough. */
const WIDE = 4;

/** The families that people search by and that are too wide to be added up at every search. */
export function summedFamilies(source: SearchSource): SummedFamilies | undefined {
  const words = source.vocabulary();
  if (!words.wordNet) return undefined;
  const members = new Map<string, number[]>();
  for (const id of words.wordNet.ids) {
    const classes = words.membersOf(id);
    if (classes.length >= WIDE && !words.wordNet.get(id)!.isUnsaid)
      members.set(
        id,
        classes.map((each) => each.id),
      );
  }
  return { modelKey: source.model.key, edition: words.wordNet.edition, members };
}
