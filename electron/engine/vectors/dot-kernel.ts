/**
 * @file Dot products of 16-bit numbers, eight at a time: what a processor does in one instruction and JavaScript
 * cannot say. The module is one function, in WebAssembly's binary format (webassembly.github.io/spec/core/binary), small
 * enough to be written here with its text beside it.
 */

/** Numbers of a row must fill whole steps of the loop. */
export const ROW_STEP = 16;

export interface DotKernel {
  /**
   * Writes the dot product of each of `count` rows with the query as a 32-bit integer. Everything is an address in
   * the memory, `rowBytes` a multiple of 32. No sum may exceed 31 bits: it does not where the product of the two
   * vectors' lengths does not.
   */
  dots(rows: number, count: number, rowBytes: number, query: number, out: number): void;
}

const I32 = 0x7f;
const V128 = 0x7b;
const [ROWS, COUNT, ROW_BYTES, QUERY, OUT, END, AT, SUM, ODD_SUM] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const constant = (value: number) => [0x41, value];
const load = (offset: number) => [0xfd, 0x00, 0x00, offset];
const lane = (index: number) => [0xfd, 0x1b, index];
const LOOP = [0x03, 0x40];
const AGAIN = [0x0d, 0x00];
const END_BLOCK = [0x0b];
const ADD = [0x6a];
const SUBTRACT = [0x6b];
const IS_BELOW = [0x49];
const NO_SUMS = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const ADD_SUMS = [0xfd, 0xae, 0x01];
const DOT = [0xfd, 0xba, 0x01];
const STORE = [0x36, 0x02, 0x00];

/** sum += the pairwise products of the eight numbers that lie `offset` bytes on. */
const addProducts = (sum: number, offset: number) => [
  ...get(sum),
  ...[...get(ROWS), ...load(offset)],
  ...[...get(AT), ...load(offset)],
  ...[...DOT, ...ADD_SUMS, ...set(sum)],
];

const advance = (local: number, bytes: number) => [...get(local), ...constant(bytes), ...ADD];

const BODY = [
  // for each row
  ...LOOP,
  ...[...NO_SUMS, ...tee(SUM), ...set(ODD_SUM)],
  ...[...get(QUERY), ...set(AT)],
  ...[...get(ROWS), ...get(ROW_BYTES), ...ADD, ...set(END)],
  // for each sixteen of its numbers, in two sums, so that none waits for the other
  ...[...LOOP, ...addProducts(SUM, 0), ...addProducts(ODD_SUM, 16)],
  ...[...advance(AT, 32), ...set(AT)],
  ...[...advance(ROWS, 32), ...tee(ROWS), ...get(END), ...IS_BELOW, ...AGAIN, ...END_BLOCK],
  // out = the four lanes' sum
  ...[...get(SUM), ...get(ODD_SUM), ...ADD_SUMS, ...set(SUM)],
  ...[...get(OUT), ...get(SUM), ...lane(0)],
  ...[1, 2, 3].flatMap((index) => [...get(SUM), ...lane(index), ...ADD]),
  ...STORE,
  ...[...advance(OUT, 4), ...set(OUT)],
  ...[...get(COUNT), ...constant(1), ...SUBTRACT, ...tee(COUNT), ...AGAIN, ...END_BLOCK],
  ...END_BLOCK,
];

/** An unsigned number below 2^14, as the format writes it. */
const number = (value: number) => (value < 128 ? [value] : [(value & 127) | 128, value >> 7]);
const text = (value: string) => [value.length, ...Buffer.from(value)];
const section = (id: number, bytes: readonly number[]) => [id, ...number(bytes.length), ...bytes];

const LOCALS = [2, ...[2, I32], ...[2, V128]];

const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // (type (func (param i32 i32 i32 i32 i32)))
  ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
  // (import "own" "memory" (memory 1))
  ...section(2, [1, ...text("own"), ...text("memory"), 0x02, 0x00, 1]),
  ...section(3, [1, 0]),
  // (export "dots" (func 0))
  ...section(7, [1, ...text("dots"), 0x00, 0]),
  ...section(10, [1, ...number(LOCALS.length + BODY.length), ...LOCALS, ...BODY]),
]);

/** Grows by pages of 64 KiB and never shrinks; growing replaces the buffer. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What of WebAssembly is used: its types come with those of a browser, which the engine is compiled without. */
interface WebAssemblyApi {
  readonly Memory: new (size: { initial: number }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: DotKernel };
  validate(bytes: Uint8Array): boolean;
}

const { WebAssembly: webAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

/** False on a processor without the instructions; then there is no kernel. */
export function hasDotKernel(): boolean {
  return webAssembly.validate(MODULE);
}

/** The kernel, over a memory of so many pages at first. */
export function createDotKernel(pages: number): { memory: KernelMemory; kernel: DotKernel } {
  const memory = new webAssembly.Memory({ initial: pages });
  const instance = new webAssembly.Instance(new webAssembly.Module(MODULE), { own: { memory } });
  return { memory, kernel: instance.exports };
}
