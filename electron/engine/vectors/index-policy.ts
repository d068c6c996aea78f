import type { IndexChoice, IndexKind, Setting } from "./index-choice.ts";
import type { Measured } from "./measure-search.ts";

/** When a column is searched with an index, and with which. */
export interface IndexPolicy {
  /** A table of fewer rows is scanned without measuring anything. */
  readonly fewestRows: number;
  /** Comparing every row is fast enough while half of the searches take less than this. */
  readonly flatBudgetMs: number;
  /** An index this fast is taken without trying other kinds; one that takes a tenth of comparing every row is too. */
  readonly enoughMs: number;
  /** Share of the truly nearest that an index must surely find, of 10 and of 100. */
  readonly recall: number;
  /** How many rows of the library stand for its queries. */
  readonly tuningRows: number;
  /** What was measured holds until the table has grown or shrunk by this factor. */
  readonly growth: number;
  /** Tried in this order. */
  readonly kinds: readonly IndexKind[];
  /** A kind that would take longer to build, by the time that a sample takes, is passed over. */
  readonly longestBuildMs: number;
  /** A column that was never measured is, once nobody has asked anything for this long. */
  readonly quietMs: number;
  /** Embeddings that take no more than this are copied into memory. See [Note: Copy in memory]. */
  readonly mostCopyBytes: number;
  /** From so many rows on a table is folded in a process of its own. */
  readonly largeRows: number;
  /** Appends after which the table is opened anew; see {@link HeldTable.renew}. */
  readonly renewEvery: number;
  /** The copy is given back when nobody has asked anything for this long. */
  readonly keepCopyMs: number;
}

export const DEFAULT_POLICY: IndexPolicy = {
  fewestRows: 5000,
  // A question also fetches its own vector and reads the catalog, all of it within 10 ms.
  flatBudgetMs: 8,
  enoughMs: 8,
  recall: 0.99,
  tuningRows: 60,
  growth: 1.5,
  kinds: ["ivf-rq", "ivf-flat", "hnsw-sq"],
  longestBuildMs: 60_000,
  quietMs: 10_000,
  // 125,000 photos at 384 numbers.
  mostCopyBytes: 96e6,
  // A process with LanceDB in it takes 110 MB and a quarter of a second: below, a fold takes less than that.
  largeRows: 20_000,
  renewEvery: 200,
  keepCopyMs: 10 * 60_000,
};

/** Each fold of new rows into an index leaves a part of its own, which every search visits. */
const MOST_PARTS = 12;

/** The index as it is on the disk. */
export interface IndexState {
  readonly rows: number;
  /** How many parts the index is in; 0 without one. */
  readonly parts: number;
}

/** Whether a column must be measured, anew or for the first time. */
export function isOutdated(
  choice: IndexChoice | undefined,
  { rows, parts }: IndexState,
  { fewestRows, growth }: IndexPolicy,
): boolean {
  if (rows < fewestRows) return false;
  if (choice === undefined || parts > MOST_PARTS) return true;
  return rows >= choice.rows * growth || rows * growth <= choice.rows;
}

/**
 * Whether other kinds need not be tried: what they could still win is less than anybody notices, and would cost a
 * build of minutes and a second copy of all vectors on the disk.
 */
export function isFastEnough(p50Ms: number, flatP50Ms: number, { enoughMs }: IndexPolicy): boolean {
  return p50Ms <= Math.max(enoughMs, flatP50Ms / 10);
}

export function reaches({ at10, at100 }: Measured, { recall }: IndexPolicy): boolean {
  return at10.surely >= recall && at100.surely >= recall;
}

const PROBES = [5, 10, 20, 50, 100];

/**
 * The settings of a kind worth measuring: inner lists get more thorough, and so do the lists. Whatever reaches
 * the recall first in a list is its fastest.
 */
export const SETTINGS: Record<IndexKind, readonly (readonly Setting[])[]> = {
  "ivf-rq": [2, 3, 5, 10].map((refineFactor) =>
    PROBES.map((nprobes) => ({ nprobes, refineFactor })),
  ),
  "ivf-flat": [PROBES.map((nprobes) => ({ nprobes }))],
  "hnsw-sq": [
    [150, 300, 600].map((ef) => ({ nprobes: 5, ef, refineFactor: 1 })),
    [300, 600].map((ef) => ({ nprobes: 5, ef, refineFactor: 2 })),
  ],
};
