/** @file The keys of looking at one photo; part of the table of key-table.ts. */
import type { KeyRow } from "./key-table.ts";

export type ViewerCommand = "zoom-toggle" | "surround" | "slideshow" | "full-screen";

export const viewerRows: readonly KeyRow[] = [
  {
    command: "zoom-toggle",
    strokes: ["z"],
    scope: "photos",
    group: "photos",
    text: "keys.zoom-toggle",
  },
  { command: "surround", strokes: ["l"], scope: "photos", group: "photos", text: "keys.surround" },
  {
    command: "slideshow",
    strokes: ["Mod+Enter"],
    scope: "photos",
    group: "photos",
    text: "keys.slideshow",
  },
  {
    command: "full-screen",
    strokes: ["f", "F11"],
    mac: ["f", "Ctrl+Meta+f"],
    scope: "window",
    group: "window",
    text: "keys.full-screen",
  },
];
