import type { z } from "zod";

/**
 * Who may ask. `renderer`: the page, in the desktop app and in the browser host. `host`: the page, in
 * the browser host only. `shell`: Electron's main process. `cli`: the command line, on the same account.
 * `media`: the handlers behind `media:` and `/media/`, which turn an address into a file.
 */
export type Caller = "renderer" | "host" | "shell" | "cli" | "media";

export interface RequestRow {
  readonly callers: readonly Caller[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
