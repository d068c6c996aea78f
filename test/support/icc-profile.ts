/** CIE XYZ of red, green and blue at full strength, adapted to D50, and the exponent of the tone curve. */
export interface RgbSpace {
  readonly red: readonly [number, number, number];
  readonly green: readonly [number, number, number];
  readonly blue: readonly [number, number, number];
  readonly gamma: number;
}

/** Adobe RGB (1998), as its specification gives it for ICC profiles. */
export const ADOBE_RGB: RgbSpace = {
  red: [0.60974, 0.31111, 0.01947],
  green: [0.20528, 0.62567, 0.06087],
  blue: [0.14919, 0.06322, 0.74457],
  gamma: 563 / 256,
};

const HEADER_BYTES = 128;
const D50 = [0.9642, 1, 0.8249] as const;

/** The least that a display profile of version 2 (ICC.1:2001-04) may hold. */
export function makeIccProfile({ red, green, blue, gamma }: RgbSpace): Buffer {
  const curve = Buffer.alloc(16);
  curve.write("curv", "latin1");
  curve.writeUInt32BE(1, 8);
  curve.writeUInt16BE(Math.round(gamma * 256), 12);
  const tags: readonly (readonly [name: string, data: Buffer])[] = [
    ["desc", description("Test")],
    ["cprt", Buffer.concat([Buffer.from("text\0\0\0\0none\0", "latin1"), Buffer.alloc(3)])],
    ["wtpt", xyz(D50)],
    ["rXYZ", xyz(red)],
    ["gXYZ", xyz(green)],
    ["bXYZ", xyz(blue)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  let at = HEADER_BYTES + table.length;
  for (const [i, [name, data]] of tags.entries()) {
    table.write(name, 4 + 12 * i, "latin1");
    table.writeUInt32BE(at, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    at += data.length;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02_40_00_00, 8); // version 2.4
  header.write("mntrRGB XYZ ", 12, "latin1");
  header.write("acsp", 36, "latin1");
  for (const [i, value] of D50.entries()) header.writeInt32BE(fixed(value), 68 + 4 * i);
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}

function xyz(values: readonly [number, number, number]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write("XYZ ", "latin1");
  for (const [i, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * i);
  return bytes;
}

function description(text: string): Buffer {
  const bytes = Buffer.alloc(104);
  bytes.write("desc", "latin1");
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, "latin1");
  return bytes;
}

/** s15Fixed16Number. */
function fixed(value: number): number {
  return Math.round(value * 65_536);
}
