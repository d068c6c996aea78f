import type { Band } from "../../../../electron/contract/similar.ts";
import type { Section } from "./photo-set.ts";

/** The key of what lies beyond the end of the list. */
export const BEYOND = "beyond";

/** A section for each run of a band, by its name; `beyond` where likeness has ended (null). */
export function bandSections(bands: readonly (Band | null)[]): readonly Section[] {
  const sections: Section[] = [];
  bands.forEach((band, index) => {
    const key = band ?? BEYOND;
    const last = sections.at(-1);
    if (last?.key === key) sections[sections.length - 1] = { ...last, count: last.count + 1 };
    else sections.push({ key, start: index, count: 1, hasHeader: true });
  });
  return sections;
}
