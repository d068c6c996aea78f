import { stat } from "node:fs/promises";
import path from "node:path";

/** Each folder once: of a file the one that it is in, and a folder itself. */
export async function foldersOf(paths: readonly string[]): Promise<readonly string[]> {
  return [...new Set(await Promise.all(paths.map(folderOf)))];
}

async function folderOf(file: string): Promise<string> {
  try {
    if ((await stat(file)).isDirectory()) return file;
  } catch {
    // Whoever adds the folder says what is wrong with it.
  }
  return path.dirname(file);
}
