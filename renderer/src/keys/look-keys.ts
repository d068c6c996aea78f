/** @file The keys of what the grid looks like and where in it one is; part of the table of key-table.ts. */
import type { KeyRow } from "./key-table.ts";

export type LookCommand = "grid" | "map" | "go-to-date" | "tile-marks" | "larger" | "smaller";

export const lookRows: readonly KeyRow[] = [
  { command: "grid", strokes: ["g"], scope: "photos", group: "window", text: "keys.grid" },
  { command: "map", strokes: ["v"], scope: "window", group: "window", text: "keys.map" },
  {
    command: "go-to-date",
    strokes: ["Mod+g"],
    scope: "window",
    group: "move",
    text: "keys.go-to-date",
  },
  {
    command: "tile-marks",
    strokes: ["j"],
    scope: "photos",
    group: "window",
    text: "keys.tile-marks",
  },
  { command: "larger", strokes: ["=", "+"], scope: "photos", group: "window", text: "keys.size" },
  { command: "smaller", strokes: ["-"], scope: "photos", group: "window", text: "keys.size" },
];
