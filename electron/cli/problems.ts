import { LibraryError } from "../contract/errors.ts";
import type { FileProblem } from "../contract/originals.ts";
import { note } from "./output.ts";

/** Names on standard error what could not be done; the command then ends with 1. */
export function failIfAny(problems: readonly FileProblem[], done: string): void {
  const [first] = problems;
  if (!first) return;
  for (const { message } of problems) note(`semblance: ${message}`);
  const what = problems.length === 1 ? "1 photo was" : `${problems.length} photos were`;
  throw new LibraryError(first.code, `${what} not ${done}`);
}
