/** @file Writes little-endian TIFF files directory by directory, for formats that no encoder here writes. */

/** TIFF 6.0 field types, by their names there. */
const TYPES = { BYTE: [1, 1], ASCII: [2, 1], SHORT: [3, 2], LONG: [4, 4] } as const;

export type Field = readonly [
  tag: number,
  type: keyof typeof TYPES,
  /** Data are put elsewhere in the file, and the field holds their offset; directories likewise. */
  value: number | readonly number[] | string | Buffer | readonly Directory[],
];

export type Directory = readonly Field[];

/** One directory, with others and data hanging on its fields. */
export function writeTiff(first: Directory): Buffer {
  const parts: Buffer[] = [Buffer.alloc(8)];
  let end = 8;

  function put(bytes: Buffer): number {
    const at = end;
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    parts.push(padded);
    end += padded.length;
    return at;
  }

  function toBytes([, type, value]: Field): Buffer {
    const size = TYPES[type][1];
    const numbers = toNumbers(value);
    const bytes = Buffer.alloc(numbers.length * size);
    for (const [i, number] of numbers.entries()) bytes.writeUIntLE(number, i * size, size);
    return bytes;
  }

  function toNumbers(value: Field[2]): readonly number[] {
    if (typeof value === "number") return [value];
    if (typeof value === "string") return [...Buffer.from(`${value}\0`)];
    if (Buffer.isBuffer(value)) return [put(value)];
    return value.map((one: number | Directory) =>
      typeof one === "number" ? one : putDirectory(one),
    );
  }

  function putDirectory(fields: Directory): number {
    const directory = Buffer.alloc(2 + 12 * fields.length + 4);
    directory.writeUInt16LE(fields.length, 0);
    for (const [i, field] of fields.entries()) {
      const at = 2 + 12 * i;
      const bytes = toBytes(field);
      directory.writeUInt16LE(field[0], at);
      directory.writeUInt16LE(TYPES[field[1]][0], at + 2);
      directory.writeUInt32LE(bytes.length / TYPES[field[1]][1], at + 4);
      if (bytes.length <= 4) directory.set(bytes, at + 8);
      else directory.writeUInt32LE(put(bytes), at + 8);
    }
    return put(directory);
  }

  const firstAt = putDirectory(first);
  const head = parts[0]!;
  head.write("II\x2a\0", "latin1");
  head.writeUInt32LE(firstAt, 4);
  return Buffer.concat(parts);
}
