/** @file The keys that open photos side by side or one by one; part of the table of key-table.ts. */
import type { KeyRow } from "./key-table.ts";

export type JudgingCommand = "compare" | "survey" | "cull";

const strokes = { compare: "c", survey: "n", cull: "k" } as const;

export const judgingRows: readonly KeyRow[] = (["compare", "survey", "cull"] as const).map(
  (command) => ({
    command,
    strokes: [strokes[command]],
    scope: "photos",
    group: "photos",
    text: `keys.${command}`,
  }),
);
