import { lstat, readdir, rm } from "node:fs/promises";
import path from "node:path";

/** Removes files, those whose time is oldest first, until at most `maxBytes` are left. */
export async function pruneFolder(folder: string, maxBytes: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await lstat(file);
    files.push({ file, size, mtimeMs });
  }
  files.sort((a, b) => a.mtimeMs - b.mtimeMs);
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of files) {
    if (bytes <= maxBytes) return;
    await rm(file, { force: true });
    bytes -= size;
  }
}
