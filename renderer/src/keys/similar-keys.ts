import type { KeyRow } from "./key-table.ts";

export type SimilarCommand =
  "find-similar" | "more-like" | "less-like" | "region" | "why" | "depth-looks" | "depth-means";

const place = { scope: "photos", group: "photos" } as const;

/** The keys of Find similar. */
export const similarRows: readonly KeyRow[] = [
  { command: "find-similar", strokes: ["s"], ...place, text: "keys.find-similar" },
  { command: "more-like", strokes: ["m"], ...place, text: "keys.more-like" },
  { command: "less-like", strokes: ["Shift+m"], ...place, text: "keys.less-like" },
  { command: "region", strokes: ["r"], ...place, text: "keys.region" },
  { command: "why", strokes: ["w"], ...place, text: "keys.why" },
  { command: "depth-looks", strokes: [","], ...place, text: "keys.depth" },
  { command: "depth-means", strokes: ["."], ...place, text: "keys.depth" },
];
