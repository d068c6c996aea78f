import type { LabelVerdict } from "../../../electron/contract/label.ts";
import type { TopLabel } from "../../../electron/contract/photo.ts";

/** What is said of one line: of its label, or of one of its wider words. */
export interface LineVerdict {
  readonly label: TopLabel;
  /** A wider word of the label that is not in the picture. */
  readonly family?: string;
  readonly verdict: LabelVerdict | null;
}

/** A label as the engine is told it: a name may belong to two classes ("crane"), an id does not. */
export function labelId({ wnid, name }: TopLabel): string {
  return wnid ?? name;
}

/** The labels as the engine will show them when it has heard of it: what is no cat is not asked to be a tabby. */
export function withVerdict(
  labels: readonly TopLabel[],
  { label, family, verdict }: LineVerdict,
): TopLabel[] {
  if (family === undefined) {
    return labels.map((other) =>
      labelId(other) === labelId(label) ? { ...other, verdict } : other,
    );
  }
  const isKind = ({ families }: TopLabel): boolean => families.includes(family);
  const sum = labels.filter(isKind).reduce((total, { confidence }) => total + confidence, 0);
  const line: TopLabel = {
    name: family,
    wnid: null,
    confidence: Math.min(1, sum),
    families: label.families.slice(label.families.indexOf(family) + 1),
    verdict,
    precision: null,
  };
  return [...labels.filter((other) => !isKind(other)), line];
}

/** Where each line was first seen: its place among all of them, and whether it was one to be sure of. */
export type Settled = Map<string, { readonly place: number; readonly isSure: boolean }>;

export interface Parted {
  readonly sure: readonly TopLabel[];
  readonly unsure: readonly TopLabel[];
}

/**
 * What the model or the user is sure of, and the guesses. A line stays where it was first seen: what the user
 * says of it must not take it away from under the pointer.
 */
export function partLabels(
  labels: readonly TopLabel[],
  threshold: number,
  settled: Settled,
): Parted {
  const lines = labels.map((label) => {
    const key = `${labelId(label)} ${label.confidence}`;
    const isSure = label.confidence >= threshold || label.verdict === "confirmed";
    const seen = settled.get(key) ?? { place: settled.size, isSure };
    settled.set(key, seen);
    return { label, ...seen };
  });
  lines.sort((a, b) => a.place - b.place);
  const part = (wanted: boolean): TopLabel[] =>
    lines.filter(({ isSure }) => isSure === wanted).map(({ label }) => label);
  return { sure: part(true), unsure: part(false) };
}
