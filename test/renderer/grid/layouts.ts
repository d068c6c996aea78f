import { toAspectByte } from "../../../electron/contract/aspect.ts";
import type { LayoutOptions, SectionShape } from "../../../renderer/src/grid/layout/justify.ts";

export const options: LayoutOptions = {
  widthPx: 1152,
  targetPx: 220,
  gapPx: 4,
  headerPx: 40,
  sectionGapPx: 24,
  topPx: 12,
};

const shapes = [
  toAspectByte(3, 2),
  toAspectByte(2, 3),
  toAspectByte(4, 3),
  toAspectByte(1, 1),
  toAspectByte(16, 9),
];

/** The same mixture of shapes every time. */
export function mixedAspects(count: number): Uint8Array {
  return Uint8Array.from(
    { length: count },
    (_, at) => shapes[(at * 7 + (at >> 3)) % shapes.length]!,
  );
}

export function oneSection(count: number): readonly SectionShape[] {
  return [{ start: 0, count, hasHeader: true }];
}
