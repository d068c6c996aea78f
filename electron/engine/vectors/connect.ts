import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Connection } from "@lancedb/lancedb";

/** LanceDB's own defaults are 6 GiB and 1 GiB; a photo library shares the machine with its user. */
const INDEX_CACHE_BYTES = 256n * 1024n * 1024n;
const METADATA_CACHE_BYTES = 64n * 1024n * 1024n;

export async function connectVectors(folder: string): Promise<Connection> {
  const { connect, Session } = await import("@lancedb/lancedb");
  return connect(folder, {}, new Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES));
}

/** Read from the package's own description, without loading it. */
export function lancedbVersion(): string {
  const main = createRequire(import.meta.url).resolve("@lancedb/lancedb");
  const description = readFileSync(path.join(path.dirname(main), "..", "package.json"), "utf8");
  return (JSON.parse(description) as { version: string }).version;
}
