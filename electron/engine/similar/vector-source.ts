import type { Neighbour } from "../vectors/neighbour.ts";
import type { VectorColumn, Vectors } from "../vectors/vector-column.ts";

export interface NearestOptions {
  readonly column?: VectorColumn;
  /** Only these fingerprints. */
  readonly within?: readonly string[];
  /** The greatest cosine distance that anybody is interested in; without it, any. */
  readonly reach?: number;
  readonly signal?: AbortSignal;
}

/** What a search for similar photos asks of the vector table. Vectors have unit length. */
export interface VectorSource {
  /** Nearest first, by cosine distance. */
  nearest(query: Float32Array, limit: number, options?: NearestOptions): Promise<Neighbour[]>;
  /** Those that are there. */
  rows(
    fingerprints: readonly string[],
    columns?: readonly VectorColumn[],
  ): Promise<Map<string, Vectors>>;
  /** About `count` rows from all over the table. */
  sample(
    count: number,
    columns?: readonly VectorColumn[],
  ): Promise<(Vectors & { readonly fingerprint: string })[]>;
  count(): Promise<number>;
}
