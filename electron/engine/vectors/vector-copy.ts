import { dotProduct } from "../support/dot-product.ts";
import { createDotKernel, ROW_STEP, type DotKernel, type KernelMemory } from "./dot-kernel.ts";
import { FingerprintPlaces } from "./fingerprint-places.ts";
import type { Neighbour } from "./neighbour.ts";

/** 1.0 as a 16-bit number: two vectors of unit length have a dot product of at most 30 bits. */
const UNIT = 32_767;

const PAGE_BYTES = 65_536;

/** Rows compared at once: their dot products stay in the processor's cache. */
const BLOCK_ROWS = 4096;
const DOT_BYTES = 4;
const NUMBER_BYTES = 2;

/** Likenesses are counted in so many steps of one size, to see from which on there are enough. */
const STEPS = 8192;

export interface CopySearch {
  readonly limit: number;
  /** Only these fingerprints. */
  readonly within?: readonly string[] | undefined;
  /** The greatest cosine distance that anybody is interested in. */
  readonly reach?: number | undefined;
}

/** What a copy of so many rows takes of memory, fingerprints aside. */
export function copyBytes(rows: number, dimension: number): number {
  return rows * strideOf(dimension);
}

/**
 * One column's vectors in memory as 16-bit numbers, compared one by one, without a disk or an index: all of
 * 100,000 × 384 in some milliseconds. A distance is that of the rounded vectors: within 5e-5 of the exact one, and
 * the nearer two vectors are, the smaller the difference; the same vector has 0.
 */
export class VectorCopy {
  readonly #dimension: number;
  readonly #stride: number;
  readonly #memory: KernelMemory;
  readonly #kernel: DotKernel;
  readonly #places = new FingerprintPlaces();
  /** All of the memory; made anew whenever that grows. */
  #numbers: Int16Array;
  /** 1 / length of each rounded row; NaN, which is no likeness at all, for one that was removed. */
  #inverses = new Float32Array(BLOCK_ROWS);
  #likenesses = new Float32Array(0);

  constructor(dimension: number) {
    this.#dimension = dimension;
    this.#stride = strideOf(dimension);
    const { memory, kernel } = createDotKernel(pagesFor(this.#rowAt(0)));
    this.#memory = memory;
    this.#kernel = kernel;
    this.#numbers = new Int16Array(this.#memory.buffer);
  }

  /** Rows that were ever added: what the copy takes of memory goes by these. */
  get rows(): number {
    return this.#places.count;
  }

  /** In place of what was known of the fingerprint. Of the vector only its direction matters. */
  add(fingerprint: string, vector: Float32Array): void {
    const place = this.#places.add(fingerprint);
    this.#makeRoom(place + 1);
    this.#inverses[place] = this.#write(vector, this.#rowAt(place));
  }

  remove(fingerprint: string): void {
    const place = this.#places.find(fingerprint);
    if (place !== undefined) this.#inverses[place] = NaN;
  }

  has(fingerprint: string): boolean {
    const place = this.#places.find(fingerprint);
    return place !== undefined && !Number.isNaN(this.#inverses[place]!);
  }

  /** Of length 1, or 0 where there is no direction; undefined for what is not there. */
  vectorOf(fingerprint: string): Float32Array | undefined {
    if (!this.has(fingerprint)) return undefined;
    const place = this.#places.find(fingerprint)!;
    const inverse = this.#inverses[place]!;
    const start = this.#rowAt(place) / NUMBER_BYTES;
    const vector = new Float32Array(this.#dimension);
    for (let k = 0; k < vector.length; k += 1) vector[k] = this.#numbers[start + k]! * inverse;
    return vector;
  }

  /** Nearest first, at most `limit`, each fingerprint once. */
  nearest(query: Float32Array, { limit, within, reach = Infinity }: CopySearch): Neighbour[] {
    const inverse = this.#write(query, this.#queryAt);
    const places = within && this.#placesOf(within);
    const likenesses = places ? this.#compare(places, inverse) : this.#compareAll(inverse);
    const floor = Math.max(1 - reach, leastOf(likenesses, limit));
    const found: { place: number; likeness: number }[] = [];
    for (let index = 0; index < likenesses.length; index += 1) {
      const likeness = likenesses[index]!;
      if (likeness >= floor) found.push({ place: places?.[index] ?? index, likeness });
    }
    found.sort((a, b) => b.likeness - a.likeness);
    return found.slice(0, limit).map(({ place, likeness }) => ({
      fingerprint: this.#places.at(place),
      distance: Math.max(0, 1 - likeness),
    }));
  }

  #compareAll(inverse: number): Float32Array {
    const likenesses = this.#scratch(this.rows);
    for (let start = 0; start < this.rows; start += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, this.rows - start);
      const dots = this.#dots(start, count);
      for (let index = 0; index < count; index += 1) {
        const row = start + index;
        likenesses[row] = dots[index]! * this.#inverses[row]! * inverse;
      }
    }
    return likenesses;
  }

  #compare(places: Int32Array, inverse: number): Float32Array {
    const likenesses = this.#scratch(places.length);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index]!;
      likenesses[index] = this.#dots(place, 1)[0]! * this.#inverses[place]! * inverse;
    }
    return likenesses;
  }

  #placesOf(fingerprints: readonly string[]): Int32Array {
    const places = new Int32Array(fingerprints.length);
    let count = 0;
    for (const fingerprint of fingerprints) {
      const place = this.#places.find(fingerprint);
      if (place !== undefined) places[count++] = place;
    }
    return places.subarray(0, count);
  }

  /** Those of `count` rows with the query; valid until the next call. */
  #dots(place: number, count: number): Int32Array {
    this.#kernel.dots(this.#rowAt(place), count, this.#stride, this.#queryAt, 0);
    return new Int32Array(this.#memory.buffer, 0, count);
  }

  /** Rounds the vector's direction into the memory, and answers 1 / its length there; 0 for one without direction. */
  #write(vector: Float32Array, at: number): number {
    const numbers = this.#numbers;
    const start = at / NUMBER_BYTES;
    const square = dotProduct(vector, vector);
    const factor = square === 0 ? 0 : UNIT / Math.sqrt(square);
    let roundedSquare = 0;
    for (let k = 0; k < this.#dimension; k += 1) {
      const value = Math.round(vector[k]! * factor);
      numbers[start + k] = value;
      roundedSquare += value * value;
    }
    return roundedSquare === 0 ? 0 : 1 / Math.sqrt(roundedSquare);
  }

  /** The memory holds the dot products of a block, the query, and the rows. */
  get #queryAt(): number {
    return BLOCK_ROWS * DOT_BYTES;
  }

  #rowAt(place: number): number {
    return this.#queryAt + this.#stride * (place + 1);
  }

  #makeRoom(rows: number): void {
    const missing = pagesFor(this.#rowAt(rows)) - this.#memory.buffer.byteLength / PAGE_BYTES;
    if (missing > 0) {
      // A sixteenth more than needed, so that this is rare.
      this.#memory.grow(missing + pagesFor((rows >> 4) * this.#stride));
      this.#numbers = new Int16Array(this.#memory.buffer);
    }
    if (rows <= this.#inverses.length) return;
    const inverses = new Float32Array(this.#inverses.length * 2);
    inverses.set(this.#inverses);
    this.#inverses = inverses;
  }

  #scratch(count: number): Float32Array {
    if (this.#likenesses.length < count) this.#likenesses = new Float32Array(count);
    return this.#likenesses.subarray(0, count);
  }
}

/** A likeness that at least `limit` reach, and not many more; −∞ where there are not so many. */
function leastOf(likenesses: Float32Array, limit: number): number {
  const counts = new Int32Array(STEPS + 1);
  for (const likeness of likenesses) {
    if (likeness === likeness) counts[stepOf(likeness)]! += 1;
  }
  let above = 0;
  for (let step = STEPS; step >= 0; step -= 1) {
    above += counts[step]!;
    // The step's own lower edge, less what rounding may have moved into it.
    if (above >= limit) return (step / STEPS) * 2 - 1 - 1e-6;
  }
  return -Infinity;
}

function stepOf(likeness: number): number {
  return Math.max(0, Math.min(STEPS, Math.floor(((likeness + 1) / 2) * STEPS)));
}

function strideOf(dimension: number): number {
  return Math.ceil(dimension / ROW_STEP) * ROW_STEP * NUMBER_BYTES;
}

function pagesFor(bytes: number): number {
  return Math.ceil(bytes / PAGE_BYTES);
}
