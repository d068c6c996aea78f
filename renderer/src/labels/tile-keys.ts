/** Where a tile is drawn. */
export interface TilePlace {
  readonly left: number;
  readonly top: number;
}

/** Tiles of one row may differ by a part of a pixel. */
const SAME_ROW_PX = 4;

/** Which tile an arrow, Home or End leads to from the one at `at`; undefined for any other key. */
export function tileAfter(
  key: string,
  at: number,
  places: readonly TilePlace[],
): number | undefined {
  const last = places.length - 1;
  if (last < 0) return undefined;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return inNextRow(at, places, -1);
    case "ArrowDown":
      return inNextRow(at, places, 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** The nearest one of the row above or below; the same one where there is no such row. */
function inNextRow(at: number, places: readonly TilePlace[], step: 1 | -1): number {
  const from = places[at];
  if (!from) return 0;
  const beyond = places
    .map(({ left, top }, index) => ({
      index,
      aside: Math.abs(left - from.left),
      rows: (top - from.top) * step,
    }))
    .filter(({ rows }) => rows > SAME_ROW_PX)
    .sort((a, b) => a.rows - b.rows || a.aside - b.aside);
  const nearest = beyond[0];
  if (!nearest) return at;
  const row = beyond.filter(({ rows }) => rows - nearest.rows <= SAME_ROW_PX);
  return row.sort((a, b) => a.aside - b.aside)[0]!.index;
}
