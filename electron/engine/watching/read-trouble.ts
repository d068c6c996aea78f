import { opendir, stat } from "node:fs/promises";
import type { ReadTrouble } from "../../contract/folder.ts";

/** What keeps a directory from being read; undefined when nothing does, or there is no such directory. */
export async function findReadTrouble(directory: string): Promise<ReadTrouble | undefined> {
  try {
    // Opened, because access() knows nothing of macOS's privacy settings and Windows' lists of rights.
    await (await opendir(directory)).close();
    await stat(`${directory}/.`); // What may be listed but not entered shows names and nothing behind them.
    return undefined;
  } catch (error) {
    return toReadTrouble(error);
  }
}

export function toReadTrouble(error: unknown): ReadTrouble | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return undefined;
  return code === "EACCES" || code === "EPERM" ? "denied" : "failed";
}
