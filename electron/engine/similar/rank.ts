import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { findCandidates, isOneList, type Candidate, type CandidateQuestion } from "./candidates.ts";
import { liveEntries } from "./live-entries.ts";
import type { VectorSource } from "./vector-source.ts";

/** A result before it is shown. */
export interface RankedEntry {
  readonly id: PhotoId;
  readonly similarity: number;
}

export interface Ranking {
  /** Most similar first; among equals the newest entry. */
  readonly entries: readonly RankedEntry[];
  /** There are no more, however many are asked for. */
  readonly isAll: boolean;
}

export interface RankQuestion extends Omit<CandidateQuestion, "limit" | "least"> {
  /** The likeness at which the list ends. */
  readonly end: number;
  /** Entries at least, where there are so many, beyond the end too; 0 for those of the list alone. */
  readonly wanted: number;
  /** Entries at which the list ends though likeness goes on. */
  readonly most: number;
  /** The examples' own entries; their copies are results. */
  readonly except: ReadonlySet<PhotoId>;
  /** Those of the entries that may be results; without it, all. */
  readonly among?: (ids: readonly PhotoId[]) => readonly PhotoId[];
  /** The nearest of each column that are gathered at first. */
  readonly firstLimit: number;
}

const GROWTH = 4;
/** A table that stops where the list ends is asked for long lists at once. */
const LONGER = 6;

/** Ranks entries of the catalog, asking the table for more until it is enough or there are no more. */
export async function rank(
  { vectors, catalog }: { readonly vectors: VectorSource; readonly catalog: CatalogReader },
  question: RankQuestion,
): Promise<Ranking> {
  const stops = question.wanted === 0 && isOneList(question);
  const candidates = { ...question, ...(stops && { least: question.end }) };
  for (let limit = question.firstLimit * (stops ? LONGER : 1); ; limit *= GROWTH) {
    const { found, isAll } = await findCandidates(vectors, { ...candidates, limit });
    const list = found.filter(({ similarity }) => similarity >= question.end);
    const hasReachedEnd = list.length < found.length;
    const entries = toEntries(catalog, question.wanted > 0 ? found : list, question);
    const isEnough = entries.length >= question.wanted;
    const isList = hasReachedEnd || entries.length >= question.most;
    if (isAll || (isEnough && isList)) return { entries, isAll };
  }
}

function toEntries(
  catalog: CatalogReader,
  candidates: readonly Candidate[],
  { except, among }: RankQuestion,
): RankedEntry[] {
  const similarities = new Map(
    candidates.map(({ fingerprint, similarity }) => [fingerprint, similarity]),
  );
  const live = liveEntries(catalog, [...similarities.keys()]).filter(({ id }) => !except.has(id));
  const kept = among && new Set(among(live.map(({ id }) => id)));
  return live
    .filter(({ id }) => kept?.has(id) ?? true)
    .map(({ id, fingerprint }) => ({ id, similarity: similarities.get(fingerprint)! }))
    .sort((a, b) => b.similarity - a.similarity || b.id - a.id);
}
