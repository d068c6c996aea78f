import { layoutRatio, type GridLayout } from "./justify.ts";

/** A half-open range of rows. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

export interface TileBox {
  readonly index: number;
  readonly leftPx: number;
  readonly widthPx: number;
}

/** The range before where it is the same: whoever depends on it has nothing to do. */
export function keepRange(before: RowRange | undefined, now: RowRange): RowRange {
  return before?.start === now.start && before.end === now.end ? before : now;
}

/** Rows that were drawn, so that those that stay are not drawn again. Holds the last ones only. */
export class RowCache<T> {
  #layout: GridLayout | undefined;
  #rows: ReadonlyMap<number, T> = new Map();

  /** `draw` may answer with what was drawn of the row `before`, in the same layout. */
  take(
    layout: GridLayout,
    rows: readonly number[],
    draw: (row: number, before: T | undefined) => T,
  ): readonly T[] {
    const before = layout === this.#layout ? this.#rows : undefined;
    const drawn = rows.map((row) => draw(row, before?.get(row)));
    this.#layout = layout;
    this.#rows = new Map(rows.map((row, at) => [row, drawn[at]!]));
    return drawn;
  }
}

export function isHeader(layout: GridLayout, row: number): boolean {
  return layout.firstPhoto[row] === layout.firstPhoto[row + 1];
}

/** The rows that touch the stretch between two heights. */
export function rowsBetween(layout: GridLayout, fromPx: number, toPx: number): RowRange {
  const start = Math.max(0, lastRowAbove(layout, fromPx));
  const end = lastRowAbove(layout, toPx) + 1;
  return { start: Math.min(start, end), end };
}

/** The row that begins at or above a height; −1 before the first. */
function lastRowAbove(layout: GridLayout, yPx: number): number {
  return lastAtMost(layout.topPx, layout.rowCount, yPx);
}

/** The row that holds a photo. */
export function rowOfPhoto(layout: GridLayout, index: number): number {
  return lastAtMost(layout.firstPhoto, layout.rowCount, index);
}

/** The section that a row belongs to. */
export function sectionOfRow(layout: GridLayout, row: number): number {
  return lastAtMost(layout.sectionRow, layout.sectionRow.length, row);
}

function lastAtMost(sorted: Uint32Array | Float64Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where the photos of one row stand. What rounding leaves over goes to the last photo of a full row. */
export function tilesOfRow(
  layout: GridLayout,
  aspects: Uint8Array,
  row: number,
  { widthPx, gapPx }: { readonly widthPx: number; readonly gapPx: number },
): readonly TileBox[] {
  const tiles: TileBox[] = [];
  const end = layout.firstPhoto[row + 1]!;
  let leftPx = 0;
  for (let index = layout.firstPhoto[row]!; index < end; index++) {
    const isLastOfFull = index === end - 1 && layout.isFull[row] === 1;
    const naturalPx = Math.max(1, Math.round(layoutRatio(aspects[index]!) * layout.rowPx[row]!));
    const tilePx = isLastOfFull ? Math.max(1, widthPx - leftPx) : Math.min(naturalPx, widthPx);
    tiles.push({ index, leftPx, widthPx: tilePx });
    leftPx += tilePx + gapPx;
  }
  return tiles;
}
