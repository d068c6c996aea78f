import { chown } from "node:fs/promises";

/** An account that owns nothing, on Linux and macOS. */
const NOBODY = 65_534;

/** Where rights mean nothing to whoever runs the tests, and no other account can be taken. */
export const ignoresRights = process.platform === "win32";

/**
 * Does the work with the rights of an ordinary account: the superuser may read everything. Files of the test have to be
 * readable by everybody, and are written before or afterwards.
 */
export async function asPlainAccount<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Has the ordinary account own a file or directory, that it may change its rights. */
export async function giveToPlainAccount(file: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(file, NOBODY, NOBODY);
}
