import type { Index, Table } from "@lancedb/lancedb";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { toArrow } from "./arrow-rows.ts";
import { connectVectors } from "./connect.ts";
import type { IndexKind } from "./index-choice.ts";
import { readSpread } from "./read-vectors.ts";
import type { VectorColumn } from "./vector-column.ts";

/** Rows of the sample that a slow build is tried on. */
const SAMPLE_ROWS = 4000;

/**
 * Builds the column's index, in place of the one that it has. The table answers meanwhile. Resolves to how long
 * that took in milliseconds; rejects where the kind cannot index these vectors.
 */
export async function buildIndex(
  table: Table,
  column: VectorColumn,
  kind: IndexKind,
): Promise<number> {
  const startedMs = performance.now();
  await table.createIndex(column, { config: await configOf(kind) });
  return performance.now() - startedMs;
}

/** Drops the column's index, if there is one. */
export async function dropIndex(table: Table, column: VectorColumn): Promise<void> {
  for (const { name, columns } of await table.listIndices()) {
    if (columns.includes(column)) await table.dropIndex(name);
  }
}

/** What building it would take, in milliseconds, by a sample of the table; for kinds that may take hours. */
export async function estimateBuildMs(
  table: Table,
  column: VectorColumn,
  kind: IndexKind,
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "semblance-sample-"));
  try {
    const sample = await readSpread(table, SAMPLE_ROWS, { columns: [column] });
    const connection = await connectVectors(folder);
    const rows = sample.map(({ fingerprint, vectors }) => ({
      fingerprint,
      embedding: vectors[column]!,
    }));
    const small = await connection.createTable("sample", await toArrow(rows));
    const sampleMs = await buildIndex(small, "embedding", kind);
    small.close();
    connection.close();
    const times = (await table.countRows()) / Math.max(1, sample.length);
    // A graph's build grows a little faster than its rows.
    return sampleMs * times * Math.max(1, Math.log2(times) / 4);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** LanceDB's own sizes; the distance is named on the index and on every question, or it silently compares all rows. */
async function configOf(kind: IndexKind): Promise<Index> {
  const { Index } = await import("@lancedb/lancedb");
  switch (kind) {
    case "ivf-rq":
      return Index.ivfRq({ distanceType: "cosine" });
    case "ivf-flat":
      return Index.ivfFlat({ distanceType: "cosine" });
    case "hnsw-sq":
      return Index.hnswSq({ distanceType: "cosine" });
  }
}
