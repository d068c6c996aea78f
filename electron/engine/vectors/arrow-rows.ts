import type {
  DataType,
  Field as ArrowField,
  Table as ArrowTable,
  Vector as ArrowVector,
} from "apache-arrow";
import { VECTOR_COLUMNS, type VectorColumn } from "./vector-column.ts";

export interface VectorRow {
  readonly fingerprint: string;
  readonly embedding: Float32Array;
  readonly stage2?: Float32Array;
  readonly stage3?: Float32Array;
}

/**
 * Rows of one model: all of them have the same columns, those of the first. Each column is one run of numbers,
 * as Arrow keeps it; made from a list for each row it would take ten times as long.
 */
export async function toArrow(rows: readonly VectorRow[]): Promise<ArrowTable> {
  const { Field, FixedSizeList, Float32, makeData, Schema, Table, Utf8, Vector, vectorFromArray } =
    await import("apache-arrow");
  const fields: ArrowField<DataType>[] = [new Field("fingerprint", new Utf8(), false)];
  const columns: Record<string, ArrowVector> = {
    fingerprint: vectorFromArray(
      rows.map(({ fingerprint }) => fingerprint),
      new Utf8(),
    ),
  };
  for (const name of VECTOR_COLUMNS) {
    const size = rows[0]?.[name]?.length;
    if (size === undefined) continue;
    const type = new FixedSizeList(size, new Field("item", new Float32(), true));
    const child = makeData({ type: new Float32(), data: join(rows, name, size) });
    fields.push(new Field(name, type, false));
    columns[name] = new Vector([makeData({ type, length: rows.length, nullCount: 0, child })]);
  }
  return new Table(new Schema(fields), columns);
}

function join(rows: readonly VectorRow[], name: VectorColumn, size: number): Float32Array {
  const joined = new Float32Array(rows.length * size);
  rows.forEach((row, index) => {
    const numbers = row[name];
    if (numbers?.length !== size) {
      throw new Error(
        `expected ${size} numbers in ${name} of every row but got ${numbers?.length ?? "none"}`,
      );
    }
    joined.set(numbers, index * size);
  });
  return joined;
}
