import { z } from "zod";

/** What the engine is working on. Counts cover the current run: from idle to idle. */
export const Progress = z.object({
  /** Folders being walked right now. */
  scanning: z.number().int().nonnegative(),
  /** Photos finished in this run, failed ones included. */
  done: z.number().int().nonnegative(),
  /** Photos in this run; grows while folders are walked. */
  total: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  /** Photos finished per second over the last few seconds; 0 when idle. */
  perSecond: z.number().nonnegative(),
  /** The photo that was begun last, to be shown; absent while nothing is done. */
  path: z.string().optional(),
});
export type Progress = z.infer<typeof Progress>;
