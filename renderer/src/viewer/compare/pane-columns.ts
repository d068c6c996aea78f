import type { Size } from "../zoom/zoom.ts";

export interface PaneRoom extends Size {
  /** Of each pane's height, what the picture does not get. */
  readonly captionPx: number;
  /** Around each picture. */
  readonly marginPx: number;
}

/** In how many columns panes show the most of their pictures, when every picture is seen whole. */
export function columnsFor(aspects: readonly number[], room: PaneRoom): number {
  return best(aspects, room, (columns) => columns >= 1);
}

/** The same for pictures that are compared: side by side, and no gap in the last row. */
export function columnsSideBySide(aspects: readonly number[], room: PaneRoom): number {
  const count = aspects.length;
  return best(aspects, room, (columns) => columns >= 2 && count % columns === 0);
}

function best(
  aspects: readonly number[],
  room: PaneRoom,
  isAllowed: (columns: number) => boolean,
): number {
  const choices = aspects.map((_, at) => at + 1).filter(isAllowed);
  const areas = choices.map((columns) => seenArea(aspects, columns, room));
  return choices[areas.indexOf(Math.max(...areas))] ?? Math.max(1, aspects.length);
}

function seenArea(
  aspects: readonly number[],
  columns: number,
  { widthPx, heightPx, captionPx, marginPx }: PaneRoom,
): number {
  const rows = Math.ceil(aspects.length / columns);
  const paneWidthPx = Math.max(1, widthPx / columns - 2 * marginPx);
  const paneHeightPx = Math.max(1, heightPx / rows - captionPx - 2 * marginPx);
  return aspects.reduce((sum, aspect) => {
    const fitWidthPx = Math.min(paneWidthPx, paneHeightPx * aspect);
    return sum + (fitWidthPx * fitWidthPx) / aspect;
  }, 0);
}
