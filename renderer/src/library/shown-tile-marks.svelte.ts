import { readTileMarks, type TileMarks } from "./tile-marks.ts";

/** One for the window: hundreds of tiles ask. */
let shown = $state<TileMarks>("marks");

export function useTileMarks(stored: unknown): void {
  shown = readTileMarks(stored);
}

export function shownTileMarks(): TileMarks {
  return shown;
}
