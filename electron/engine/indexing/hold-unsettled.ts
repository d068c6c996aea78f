import type { FoundFile } from "../watching/read-directory.ts";
import type { Entry } from "./plan-directory.ts";

/** A file written to this recently may still be growing. */
const SETTLED_AFTER_US = 250_000;

/**
 * Keeps files that are still being written out of the comparison: a new one is not there yet, a known one
 * is as it was. `held` says that the directory must be looked at again.
 */
export function holdUnsettled(
  files: readonly FoundFile[],
  entries: readonly Entry[],
  nowUs: number,
): { files: FoundFile[]; held: boolean } {
  const known = new Map(entries.filter((entry) => entry.missingSinceMs === null).map((entry) => [entry.name, entry]));
  let held = false;
  const settled = files.flatMap((file) => {
    const ageUs = nowUs - file.modifiedAtUs;
    // A time in the future is a wrong clock and says nothing.
    if (ageUs < 0 || ageUs >= SETTLED_AFTER_US) return [file];
    held = true;
    const entry = known.get(file.name);
    return entry ? [{ ...entry, name: file.name }] : [];
  });
  return { files: settled, held };
}
