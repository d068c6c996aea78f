import { BLOCK } from "../../../../electron/contract/page-size.ts";
import type { Segment } from "../../../../electron/contract/query.ts";

/** A stretch of a query that one request reads. */
export interface Chunk {
  readonly start: number;
  readonly count: number;
  readonly cursor: string;
}

/**
 * Cuts a query into requests of at most one page each. Small segments share a request, so that a
 * screen with ten months on it needs one answer and not ten.
 */
export function toChunks(segments: readonly Segment[]): readonly Chunk[] {
  const chunks: { start: number; count: number; cursor: string }[] = [];
  let start = 0;
  for (const segment of segments) {
    for (const [block, cursor] of segment.cursors.entries()) {
      const count = Math.min(BLOCK, segment.count - block * BLOCK);
      const last = chunks.at(-1);
      if (last && last.count + count <= BLOCK) last.count += count;
      else chunks.push({ start, count, cursor });
      start += count;
    }
  }
  return chunks;
}

/** The numbers of the chunks that touch a half-open range of photos. */
export function chunksBetween(
  chunks: readonly Chunk[],
  start: number,
  end: number,
): readonly number[] {
  const first = chunkOf(chunks, start);
  const numbers: number[] = [];
  for (let number = first; number < chunks.length && chunks[number]!.start < end; number++) {
    numbers.push(number);
  }
  return numbers;
}

/** The number of the chunk that holds a photo. */
export function chunkOf(chunks: readonly Chunk[], index: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (chunks[middle]!.start <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
