import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";

/** Starts a new log in the folder; the one before it is kept, because that is where a crash was told. */
export function openEngineLog(folder: string): Writable {
  const file = join(folder, "engine.log");
  mkdirSync(folder, { recursive: true });
  try {
    renameSync(file, join(folder, "engine.previous.log"));
  } catch {
    // The first start: there is none.
  }
  return createWriteStream(file);
}
