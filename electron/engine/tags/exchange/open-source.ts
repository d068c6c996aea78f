import { open, stat } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { digikamSource } from "./digikam-source.ts";
import type { ImportSource } from "./import-source.ts";
import { csvSource, jsonlSource } from "./text-sources.ts";
import { xmpSource } from "./xmp-source.ts";

/** What every SQLite file begins with (sqlite.org/fileformat2.html, 1.3). */
const SQLITE = Buffer.from("SQLite format 3\0");

/** Whether a file of that name may be one to import from: digiKam's database ends in .db. */
export function isImportName(name: string): boolean {
  return /\.(?:csv|jsonl|ndjson|db)$/i.test(name) && !name.startsWith(".");
}

/** Tells what is at a path: a folder of XMP files, digiKam's database by its first bytes, CSV and JSON Lines by their names. */
export async function openSource(given: string): Promise<ImportSource> {
  const isFolder = await stat(given).then(
    (stats) => stats.isDirectory(),
    (cause: unknown) => {
      const message = `Expected a file or a folder at ${given} but there is none`;
      throw new LibraryError("file-missing", message, { cause });
    },
  );
  if (isFolder) return xmpSource(given);
  if ((await readStart(given)).equals(SQLITE)) return digikamSource(given);
  const extension = path.extname(given).toLowerCase();
  if (extension === ".csv") return csvSource(given);
  if (extension === ".jsonl" || extension === ".ndjson") return jsonlSource(given);
  throw toldError("request-invalid", tell("import.refused.kind", { path: given }));
}

async function readStart(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(SQLITE.length),
      0,
      SQLITE.length,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a file that can be read at ${file} but got: ${said}`;
    throw new LibraryError("file-unreadable", message, { cause });
  }
}
