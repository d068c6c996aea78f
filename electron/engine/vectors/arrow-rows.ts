import { Field, FixedSizeList, Float32, Schema, Utf8, type Table as ArrowTable } from "apache-arrow";

export interface VectorRow {
  readonly fingerprint: string;
  readonly embedding: Float32Array;
  readonly stage2?: Float32Array;
  readonly stage3?: Float32Array;
}

const COLUMNS = ["embedding", "stage2", "stage3"] as const;

/** Rows of one model: all of them have the same columns, those of the first. */
export async function toArrow(rows: readonly VectorRow[]): Promise<ArrowTable> {
  const { makeArrowTable } = await import("@lancedb/lancedb");
  const [first] = rows;
  const columns = COLUMNS.filter((name) => first![name] !== undefined);
  const fields = columns.map((name) => {
    const item = new Field("item", new Float32(), true);
    return new Field(name, new FixedSizeList(first![name]!.length, item), false);
  });
  const schema = new Schema([new Field("fingerprint", new Utf8(), false), ...fields]);
  const records = rows.map((row) => ({
    fingerprint: row.fingerprint,
    ...Object.fromEntries(columns.map((name) => [name, Array.from(row[name]!)])),
  }));
  return makeArrowTable(records, { schema });
}
