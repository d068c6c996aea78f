import type { Table } from "@lancedb/lancedb";
import { planAgain, planFilter, type FilterQuestion } from "./filter-plan.ts";
import { FingerprintPlaces } from "./fingerprint-places.ts";
import type { IndexChoice } from "./index-choice.ts";
import { cosineDistance, different, type Neighbour } from "./neighbour.ts";
import { readByFingerprint } from "./read-vectors.ts";
import { searchRoughly } from "./search-column.ts";
import type { VectorColumn } from "./vector-column.ts";

export interface WithinSearch {
  readonly column: VectorColumn;
  readonly limit: number;
  readonly choice: IndexChoice | undefined;
  /** Fingerprints that pass, each once. */
  readonly within: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/**
 * Nearest first, of those that pass. A filter inside an approximate search would lose what the index never
 * looked at; see FilterPlan for what is done instead.
 */
export async function nearestWithin(
  table: Table,
  query: Float32Array,
  search: WithinSearch,
): Promise<Neighbour[]> {
  const { within, limit, signal } = search;
  const choice = choiceForSifting(search.choice);
  const refineFactor = choice?.setting.refineFactor ?? 1;
  let question: FilterQuestion = {
    rows: await table.countRows(),
    passing: within.length,
    wanted: limit * refineFactor,
    dimension: query.length,
    isIndexed: choice !== undefined,
  };
  let plan = planFilter(question);
  if (plan.kind === "fetch") return nearestOf(table, query, search);
  const members = new FingerprintPlaces(within);
  for (;;) {
    signal?.throwIfAborted();
    const { depth } = plan;
    const near = await searchRoughly(table, query, { ...search, choice, limit: depth });
    const passing = different(near.filter(({ fingerprint }) => members.has(fingerprint)));
    const { wanted } = question;
    if (passing.length >= wanted || depth >= question.rows) {
      const chosen = passing.slice(0, wanted);
      if (choice?.setting.refineFactor === undefined) return chosen;
      return nearestOf(table, query, { ...search, within: chosen.map((row) => row.fingerprint) });
    }
    // Far from the query, rough distances order less well than where the refinement was measured.
    question = { ...question, wanted: limit * refineFactor * (refineFactor > 1 ? 2 : 1) };
    plan = planAgain(question, { depth, found: passing.length });
    if (plan.kind === "fetch") return nearestOf(table, query, search);
  }
}

/** A graph is walked, not read: asked for thousands it is slower than comparing every row. */
function choiceForSifting(choice: IndexChoice | undefined): IndexChoice | undefined {
  return choice?.kind === "ivf-rq" || choice?.kind === "ivf-flat" ? choice : undefined;
}

/** Exactly: every one of `within` is compared. */
async function nearestOf(
  table: Table,
  query: Float32Array,
  { within, column, limit, signal }: WithinSearch,
): Promise<Neighbour[]> {
  const rows: Neighbour[] = [];
  await readByFingerprint(table, within, {
    columns: [column],
    signal,
    visit: (fingerprint, vectors) =>
      rows.push({ fingerprint, distance: cosineDistance(query, vectors[column]!) }),
  });
  return different(rows.sort((a, b) => a.distance - b.distance)).slice(0, limit);
}
