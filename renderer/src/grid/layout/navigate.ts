import type { GridLayout } from "./justify.ts";
import { isHeader, rowOfPhoto, sectionOfRow, tilesOfRow, type TileBox } from "./rows.ts";

export type Direction =
  | "left"
  | "right"
  | "up"
  | "down"
  | "row-start"
  | "row-end"
  | "first"
  | "last"
  | "page-up"
  | "page-down"
  | "section-up"
  | "section-down";

export interface NavigationFrame {
  readonly layout: GridLayout;
  readonly aspects: Uint8Array;
  readonly widthPx: number;
  readonly gapPx: number;
  readonly viewportPx: number;
}

/** The photo that a movement from `index` reaches; the same one at the edges. */
export function navigate(frame: NavigationFrame, index: number, direction: Direction): number {
  const { layout, aspects } = frame;
  const last = aspects.length - 1;
  const row = rowOfPhoto(layout, index);
  switch (direction) {
    case "left":
      return Math.max(0, index - 1);
    case "right":
      return Math.min(last, index + 1);
    case "row-start":
      return layout.firstPhoto[row]!;
    case "row-end":
      return layout.firstPhoto[row + 1]! - 1;
    case "first":
      return 0;
    case "last":
      return last;
    case "up":
    case "down":
      return inNextRow(frame, index, row, direction === "up" ? -1 : 1);
    case "page-up":
    case "page-down":
      return onePageAway(frame, index, row, direction === "page-up" ? -1 : 1);
    case "section-up":
    case "section-down":
      return inNextSection(layout, index, row, direction === "section-up" ? -1 : 1);
  }
}

function inNextRow(frame: NavigationFrame, index: number, row: number, step: 1 | -1): number {
  let next = row + step;
  while (next >= 0 && next < frame.layout.rowCount && isHeader(frame.layout, next)) next += step;
  if (next < 0 || next >= frame.layout.rowCount) return index;
  return nearestInRow(frame, centreOf(frame, row, index), next);
}

function onePageAway(frame: NavigationFrame, index: number, row: number, step: 1 | -1): number {
  const { layout } = frame;
  const goalPx = layout.topPx[row]! + step * frame.viewportPx;
  let target = row;
  for (let next = row + step; next >= 0 && next < layout.rowCount; next += step) {
    if (isHeader(layout, next)) continue;
    target = next;
    if ((layout.topPx[next]! - goalPx) * step >= 0) break;
  }
  return target === row ? index : nearestInRow(frame, centreOf(frame, row, index), target);
}

function inNextSection(layout: GridLayout, index: number, row: number, step: 1 | -1): number {
  const section = sectionOfRow(layout, row);
  const own = layout.firstPhoto[layout.sectionRow[section]!]!;
  if (step < 0 && index > own) return own;
  const nextRow = layout.sectionRow[section + step];
  return nextRow === undefined ? index : layout.firstPhoto[nextRow]!;
}

function centreOf(frame: NavigationFrame, row: number, index: number): number {
  const tile = boxes(frame, row).find((box) => box.index === index)!;
  return tile.leftPx + tile.widthPx / 2;
}

function nearestInRow(frame: NavigationFrame, xPx: number, row: number): number {
  return boxes(frame, row).reduce((best, box) =>
    Math.abs(middle(box) - xPx) < Math.abs(middle(best) - xPx) ? box : best,
  ).index;
}

function middle(box: TileBox): number {
  return box.leftPx + box.widthPx / 2;
}

function boxes(frame: NavigationFrame, row: number): readonly TileBox[] {
  return tilesOfRow(frame.layout, frame.aspects, row, frame);
}
