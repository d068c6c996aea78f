/**
 * How to find the nearest among the rows that a filter lets pass.
 * - `fetch`: read the vectors of those that pass and compare each. Exact; the time grows with those that pass.
 * - `sift`: ask for more neighbours than wanted and keep those that pass. The time grows as fewer pass.
 */
export type FilterPlan =
  { readonly kind: "fetch" } | { readonly kind: "sift"; readonly depth: number };

export interface FilterQuestion {
  /** Rows of the table, and those of them that pass at most. */
  readonly rows: number;
  readonly passing: number;
  /** Rows that must be found: those wanted, times the refinement where distances are rough. */
  readonly wanted: number;
  readonly dimension: number;
  readonly isIndexed: boolean;
}

/** Measured on two cores at 384 numbers: a row read by its fingerprint costs 16 µs, a neighbour more 1.8 µs. */
const FETCH_BASE_MS = 0.01;
const FETCH_NUMBER_MS = 1.6e-5;
const SIFT_ROW_MS = 0.0018;
const INDEX_MS = 4;
const SCAN_NUMBER_MS = 2.6e-6;

/** Up to here reading them all is as fast as anything, and exact. */
const FEW = 1000;

/** Exactness is worth this much where the alternative is an index. */
const WORTH_MS = 100;

/** Those that pass are not spread evenly among the neighbours: ask for a few more at once. */
const SPARE = 1.5;

export function planFilter(question: FilterQuestion): FilterPlan {
  const { rows, passing, wanted, isIndexed } = question;
  if (passing <= FEW) return { kind: "fetch" };
  const depth = Math.min(rows, Math.ceil(((wanted * rows) / passing) * SPARE));
  const fetching = fetchMs(question);
  const isWorth = isIndexed && passing < rows / 10 && fetching <= WORTH_MS;
  return isWorth || fetching <= siftMs(question, depth)
    ? { kind: "fetch" }
    : { kind: "sift", depth };
}

/**
 * What to do when `found` passed among `depth` neighbours: fewer than are wanted. Where none did, those that pass are
 * of another sort than the query, and half measures would only cost time.
 */
export function planAgain(
  question: FilterQuestion,
  { depth, found }: { readonly depth: number; readonly found: number },
): FilterPlan {
  const { rows, wanted } = question;
  const deeper = Math.min(rows, Math.ceil(depth * Math.max(2, (wanted / found) * SPARE)));
  return fetchMs(question) <= siftMs(question, deeper)
    ? { kind: "fetch" }
    : { kind: "sift", depth: deeper };
}

function fetchMs({ passing, dimension }: FilterQuestion): number {
  return passing * (FETCH_BASE_MS + FETCH_NUMBER_MS * dimension);
}

function siftMs({ rows, dimension, isIndexed }: FilterQuestion, depth: number): number {
  return (isIndexed ? INDEX_MS : rows * dimension * SCAN_NUMBER_MS) + depth * SIFT_ROW_MS;
}
