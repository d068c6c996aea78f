/** What tiles of photos show beside the picture: stars, flag and colour label, the name of the file, too, or nothing. */
export const tileMarks = ["marks", "names", "none"] as const;
export type TileMarks = (typeof tileMarks)[number];

/** What was stored may be none of this version. */
export function readTileMarks(stored: unknown): TileMarks {
  return tileMarks.find((one) => one === stored) ?? "marks";
}

/** In turn. */
export function tileMarksAfter(marks: TileMarks): TileMarks {
  return tileMarks[(tileMarks.indexOf(marks) + 1) % tileMarks.length]!;
}
