import { createInterface } from "node:readline/promises";
import { LibraryError } from "../contract/errors.ts";

/** Asks on the terminal; anything but y or yes is a no. Without a terminal the question must be answered by --yes. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new LibraryError("request-invalid", `${question} Say --yes where nobody can be asked.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
