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
  readEntries: () => readonly Entry[],
  nowUs: number,
): { files: readonly FoundFile[]; held: boolean } {
  if (files.every((file) => isSettled(file, nowUs))) return { files, held: false };
  const present = readEntries().filter((entry) => entry.missingSinceMs === null);
  const known = new Map(present.map((entry) => [entry.name, entry]));
  const settled = files.flatMap((file) => {
    if (isSettled(file, nowUs)) return [file];
    const entry = known.get(file.name);
    return entry ? [{ ...entry, name: file.name }] : [];
  });
  return { files: settled, held: true };
}

/** A time in the future is a wrong clock and says nothing. */
function isSettled({ modifiedAtUs }: FoundFile, nowUs: number): boolean {
  const ageUs = nowUs - modifiedAtUs;
  return ageUs < 0 || ageUs >= SETTLED_AFTER_US;
}
