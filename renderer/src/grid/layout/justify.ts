import { fromAspectByte } from "../../../../electron/contract/aspect.ts";

/** A titled run of photos. Sections follow one another and cover the whole set. */
export interface SectionShape {
  readonly start: number;
  readonly count: number;
  readonly hasHeader: boolean;
}

export interface LayoutOptions {
  /** Room for photos, side padding already taken off. */
  readonly widthPx: number;
  readonly targetPx: number;
  /** This many in each row, whatever height that makes, up to `targetPx`; absent where the height decides. */
  readonly photosPerRow?: number | undefined;
  readonly gapPx: number;
  readonly headerPx: number;
  readonly sectionGapPx: number;
  /** Above the first row where it has no header, so that a ring around it is not cut. */
  readonly topPx: number;
}

/**
 * Exact geometry of every row. A header is a row without photos, so `firstPhoto[row + 1] −
 * firstPhoto[row]` is the number of photos in a row for headers, too. Typed arrays, because a
 * million photos have some 200,000 rows.
 */
export interface GridLayout {
  readonly heightPx: number;
  readonly rowCount: number;
  /** One longer than `rowCount`. */
  readonly firstPhoto: Uint32Array;
  readonly topPx: Float64Array;
  readonly rowPx: Uint16Array;
  /** 1 where the row fills the width, 0 where its photos keep their natural width. */
  readonly isFull: Uint8Array;
  /** The row of each section's header, or of its first photos where it has none. */
  readonly sectionRow: Uint32Array;
}

/** Wider or taller photos are shown cut, so that one panorama cannot flatten a row. */
export const MIN_RATIO = 0.4;
export const MAX_RATIO = 3.5;

/** A single photo that stands alone in a row grows no taller than this. */
const MAX_STRETCH = 1.4;

/** A last row that is this full looks like a mistake when it is left ragged. */
const NEARLY_FULL = 0.85;

/** What most cameras make. */
const USUAL_RATIO = 3 / 2;

const ratios = Float32Array.from({ length: 256 }, (_, byte) =>
  Math.min(MAX_RATIO, Math.max(MIN_RATIO, fromAspectByte(byte))),
);

/** Width divided by height as the grid draws it. */
export function layoutRatio(aspectByte: number): number {
  return ratios[aspectByte]!;
}

interface Row {
  readonly end: number;
  readonly heightPx: number;
  readonly isFull: boolean;
}

/** One greedy pass: about ten milliseconds for a million photos. */
export function justify(
  aspects: Uint8Array,
  sections: readonly SectionShape[],
  options: LayoutOptions,
): GridLayout {
  const capacity = aspects.length + sections.length;
  const firstPhoto = new Uint32Array(capacity + 1);
  const topPx = new Float64Array(capacity);
  const rowPx = new Uint16Array(capacity);
  const isFull = new Uint8Array(capacity);
  const sectionRow = new Uint32Array(sections.length);
  let row = 0;
  let y = sections[0]?.hasHeader ? 0 : options.topPx;
  for (const [number, section] of sections.entries()) {
    if (number > 0) y += options.sectionGapPx - options.gapPx;
    sectionRow[number] = row;
    if (section.hasHeader) {
      firstPhoto[row] = section.start;
      topPx[row] = y;
      rowPx[row] = options.headerPx;
      y += options.headerPx;
      row++;
    }
    const sectionEnd = section.start + section.count;
    for (let first = section.start; first < sectionEnd; row++) {
      const next = breakRow(aspects, first, sectionEnd, options);
      firstPhoto[row] = first;
      topPx[row] = y;
      rowPx[row] = next.heightPx;
      isFull[row] = next.isFull ? 1 : 0;
      y += next.heightPx + options.gapPx;
      first = next.end;
    }
  }
  firstPhoto[row] = aspects.length;
  return {
    heightPx: row === 0 ? 0 : y - options.gapPx,
    rowCount: row,
    firstPhoto: firstPhoto.slice(0, row + 1),
    topPx: topPx.slice(0, row),
    rowPx: rowPx.slice(0, row),
    isFull: isFull.slice(0, row),
    sectionRow,
  };
}

/** As many photos as are wanted; those that would be too tall are left ragged. */
function countRow(
  aspects: Uint8Array,
  first: number,
  sectionEnd: number,
  { widthPx, targetPx, gapPx, photosPerRow = 1 }: LayoutOptions,
): Row {
  const end = Math.min(first + photosPerRow, sectionEnd);
  const roomPx = widthPx - (photosPerRow - 1) * gapPx;
  if (end - first < photosPerRow) {
    const usualPx = Math.round(roomPx / photosPerRow / USUAL_RATIO);
    return { end, heightPx: Math.max(1, Math.min(targetPx, usualPx)), isFull: false };
  }
  let sum = 0;
  for (let index = first; index < end; index++) sum += ratios[aspects[index]!]!;
  const heightPx = roomPx / sum;
  return heightPx > targetPx ? { end, heightPx: targetPx, isFull: false } : full(end, heightPx);
}

/** Adds photos until the row is no taller than the target, then breaks where it comes nearest. */
function breakRow(
  aspects: Uint8Array,
  first: number,
  sectionEnd: number,
  options: LayoutOptions,
): Row {
  if (options.photosPerRow !== undefined) return countRow(aspects, first, sectionEnd, options);
  const { widthPx, targetPx, gapPx } = options;
  let sum = 0;
  for (let end = first + 1; end <= sectionEnd; end++) {
    const ratio = ratios[aspects[end - 1]!]!;
    const before = (widthPx - (end - first - 2) * gapPx) / sum;
    sum += ratio;
    const heightPx = (widthPx - (end - first - 1) * gapPx) / sum;
    if (heightPx > targetPx) continue;
    const isBeforeNearer =
      end - first > 1 &&
      before <= targetPx * MAX_STRETCH &&
      before - targetPx < targetPx - heightPx;
    return isBeforeNearer ? full(end - 1, before) : full(end, heightPx);
  }
  const naturalPx = sum * targetPx + (sectionEnd - first - 1) * gapPx;
  if (naturalPx < widthPx * NEARLY_FULL)
    return { end: sectionEnd, heightPx: targetPx, isFull: false };
  return full(sectionEnd, (widthPx - (sectionEnd - first - 1) * gapPx) / sum);
}

function full(end: number, heightPx: number): Row {
  return { end, heightPx: Math.max(1, Math.round(heightPx)), isFull: true };
}
