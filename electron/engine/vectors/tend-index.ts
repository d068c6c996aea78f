import type { Table } from "@lancedb/lancedb";
import { log } from "../support/log.ts";
import { buildIndex, dropIndex, estimateBuildMs } from "./build-index.ts";
import type { IndexChoice, IndexKind } from "./index-choice.ts";
import { isFastEnough, reaches, SETTINGS, type IndexPolicy } from "./index-policy.ts";
import { measureFlat, measureSearch, type Yardstick } from "./measure-search.ts";
import type { VectorColumn } from "./vector-column.ts";

export interface TendOptions {
  readonly column: VectorColumn;
  readonly policy: IndexPolicy;
}

/**
 * [Note: Index policy] Comparing every row is exact and costs nothing to keep, so it is what is done while it is
 * fast enough on this machine. Beyond, the first kind is taken that finds what a comparison of every row finds for
 * the library's own photos, in a tenth of its time; where none is that fast, the fastest of those that find it.
 * Nothing is assumed about the embeddings: which kind and setting is good depends on them.
 */
export async function tendIndex(table: Table, options: TendOptions): Promise<IndexChoice> {
  const { column, policy } = options;
  const rows = await table.countRows();
  const yardstick = await measureFlat(table, column, policy.tuningRows);
  const flat = flatChoice(rows, yardstick);
  if (flat.p50Ms <= policy.flatBudgetMs) {
    await dropIndex(table, column);
    return flat;
  }
  const tried: IndexChoice[] = [];
  for (const kind of policy.kinds) {
    const choice = await tryKind(table, { kind, yardstick, flat, policy });
    if (choice) tried.push(choice);
    if (choice && isFastEnough(choice.p50Ms, flat.p50Ms, policy)) return choice;
  }
  return settle(table, column, { tried, flat });
}

/** The fastest of those that are good enough. */
async function settle(
  table: Table,
  column: VectorColumn,
  { tried, flat }: { readonly tried: readonly IndexChoice[]; readonly flat: IndexChoice },
): Promise<IndexChoice> {
  const [best] = [flat, ...tried].sort((a, b) => a.p50Ms - b.p50Ms);
  if (best === undefined || best.kind === "flat") {
    await dropIndex(table, column);
    return flat;
  }
  if (best !== tried.at(-1)) await buildIndex(table, column, best.kind);
  return best;
}

interface Trial {
  readonly kind: IndexKind;
  readonly yardstick: Yardstick;
  readonly flat: IndexChoice;
  readonly policy: IndexPolicy;
}

/** Undefined where the kind cannot be built, takes too long, or finds too little. */
async function tryKind(table: Table, trial: Trial): Promise<IndexChoice | undefined> {
  const { kind, yardstick, flat, policy } = trial;
  const { column } = yardstick;
  try {
    if (kind === "hnsw-sq" && (await estimateBuildMs(table, column, kind)) > policy.longestBuildMs)
      return undefined;
    const buildMs = await buildIndex(table, column, kind);
    return await tune(table, trial, { ...flat, kind, buildMs });
  } catch (error) {
    log.warn(`could not build an index of the kind ${kind} over ${column}`, error);
    return undefined;
  }
}

/** The fastest setting of the kind that is built and finds enough; see SETTINGS. */
async function tune(
  table: Table,
  { kind, yardstick, policy }: Trial,
  untuned: IndexChoice,
): Promise<IndexChoice | undefined> {
  let best: IndexChoice | undefined;
  for (const settings of SETTINGS[kind]) {
    for (const setting of settings) {
      const measured = await measureSearch(table, yardstick, { ...untuned, setting });
      if (!reaches(measured, policy)) continue;
      const { p50Ms, at10, at100 } = measured;
      const choice = { ...untuned, setting, p50Ms, recallAt10: at10.mean, recallAt100: at100.mean };
      if (!best || choice.p50Ms < best.p50Ms) best = choice;
      // More refinement cannot do with fewer partitions than the fewest.
      if (setting === settings[0]) return best;
      break;
    }
  }
  return best;
}

function flatChoice(rows: number, { flatP50Ms }: Yardstick): IndexChoice {
  return {
    kind: "flat",
    setting: {},
    recallAt10: 1,
    recallAt100: 1,
    p50Ms: flatP50Ms,
    flatP50Ms,
    buildMs: 0,
    rows,
    measuredAt: new Date().toISOString(),
  };
}
