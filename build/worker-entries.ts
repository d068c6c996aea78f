import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How a source names a file that runs in another thread or process; not where a comment tells of it. */
const WORKER = /^(?!\s*(?:\*|\/)).*?new URL\(\s*"(\.[^"]*\.ts)",\s*import\.meta\.url,?\s*\)/gm;

/**
 * Every file below the folders that another one starts by address. A bundler follows imports, not
 * addresses, so each of these is an entry of its own.
 */
export async function findWorkerEntries(folders: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const file of (await Promise.all(folders.map(listSources))).flat()) {
    const source = await readFile(file, "utf8");
    for (const [, address] of source.matchAll(WORKER))
      found.add(join(dirname(file), address ?? ""));
  }
  return [...found].sort();
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}
