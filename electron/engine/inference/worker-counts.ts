import { availableParallelism } from "node:os";

/** How many of what keep a machine busiest with a model. */
export interface WorkerCounts {
  /** Of inference. */
  readonly threads: number;
  /** Photos that are open in the photo worker at once. */
  readonly filesAtOnce: number;
}

/** All cores for the model, and one file more than there are cores: one is always being read or written. */
export function usualCounts(): WorkerCounts {
  const cores = availableParallelism();
  return { threads: cores, filesAtOnce: Math.min(8, cores + 1) };
}
