import type { Table } from "@lancedb/lancedb";
import type { RecordBatch, Table as ArrowTable } from "apache-arrow";
import { isOneOf } from "./fingerprint-filter.ts";
import type { VectorColumn, Vectors } from "./vector-column.ts";

/** Rows asked for with one filter: longer ones take longer to understand than to answer. */
const FILTER_ROWS = 2000;

/** What to read: columns that the table has. */
export interface ReadOptions {
  readonly columns: readonly VectorColumn[];
  readonly signal?: AbortSignal | undefined;
}

/** Calls `visit` for each of the fingerprints that is there, in no order. The vectors are valid during the call. */
export async function readByFingerprint(
  table: Table,
  fingerprints: readonly string[],
  options: ReadOptions & { visit: (fingerprint: string, vectors: Vectors) => void },
): Promise<void> {
  const { columns, signal, visit } = options;
  for (let start = 0; start < fingerprints.length; start += FILTER_ROWS) {
    signal?.throwIfAborted();
    const filter = isOneOf(fingerprints.slice(start, start + FILTER_ROWS));
    const found = await table
      .query()
      .where(filter)
      .select(["fingerprint", ...columns])
      .toArrow();
    eachRow(found, columns, visit);
  }
}

/** About `count` rows at even distances over the table. */
export async function readSpread(
  table: Table,
  count: number,
  { columns }: ReadOptions,
): Promise<{ fingerprint: string; vectors: Vectors }[]> {
  const total = await table.countRows();
  const wanted = Math.min(count, total);
  const offsets = Array.from({ length: wanted }, (_, index) =>
    Math.floor(((index + 0.5) * total) / wanted),
  );
  if (offsets.length === 0) return [];
  const found = await table
    .takeOffsets(offsets)
    .select(["fingerprint", ...columns])
    .toArrow();
  const rows: { fingerprint: string; vectors: Vectors }[] = [];
  eachRow(found, columns, (fingerprint, vectors) =>
    rows.push({ fingerprint, vectors: copied(vectors) }),
  );
  return rows;
}

/** Vectors that outlive the answer that they came in. */
export function copied(vectors: Vectors): Vectors {
  return Object.fromEntries(
    Object.entries(vectors).map(([column, numbers]) => [column, numbers.slice()]),
  );
}

export function eachRow(
  rows: ArrowTable | RecordBatch,
  columns: readonly VectorColumn[],
  visit: (fingerprint: string, vectors: Vectors) => void,
): void {
  const fingerprints = rows.getChild("fingerprint")!;
  const read = columns.map((column) => [column, rows.getChild(column)!] as const);
  for (let index = 0; index < rows.numRows; index += 1) {
    const vectors: Vectors = {};
    for (const [column, values] of read) {
      vectors[column] = (values.get(index) as { toArray(): Float32Array }).toArray();
    }
    visit(String(fingerprints.get(index)), vectors);
  }
}
