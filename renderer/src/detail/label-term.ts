import type { LabelExplanation } from "../../../electron/contract/label.ts";
import type { TopLabel } from "../../../electron/contract/photo.ts";

/**
 * What to search for to find photos of a label. Two labels may have one name ("crane"): then it is the sense
 * that shares a wider word with this one.
 */
export function labelTerm(
  { name, families }: TopLabel,
  { sense, others }: Pick<LabelExplanation, "sense" | "others">,
): string {
  if (!sense || others.length === 0) return name;
  const meant = [sense, ...others].find(
    ({ family }) => family !== null && families.includes(family),
  );
  return meant?.term ?? name;
}
