import { MAX_FILES_AT_ONCE } from "../contract/originals.ts";

/** As many as one request takes. */
export function inPortions<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / MAX_FILES_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * MAX_FILES_AT_ONCE, (index + 1) * MAX_FILES_AT_ONCE),
  );
}
