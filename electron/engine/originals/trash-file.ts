import { lstat } from "node:fs/promises";
import { LibraryError } from "../../contract/errors.ts";

/**
 * Moves a file to the system's trash; it is never deleted instead. Rejects with `file-missing`, or with `trash-failed`
 * where the system has no trash for this disk or may not take the file from its folder; the file is then where it was.
 */
export async function trashFile(path: string): Promise<void> {
  // The library says nothing of a file that is not there.
  if (!(await isThere(path))) {
    throw new LibraryError("file-missing", `Expected a file at ${path} but there is none`);
  }
  const { default: trash } = await import("trash");
  try {
    await trash(path, { glob: false });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected the system to move ${path} to its trash but it said: ${said}. The file is where it was`;
    throw new LibraryError("trash-failed", message, { cause });
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
