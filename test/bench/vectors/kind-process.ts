/**
 * @file One measurement in a process of its own, so that what it says about cold starts and memory is about
 * nothing else: `build` has a column measured and indexed by one kind, `search` asks the table as it is.
 */
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { connectVectors } from "../../../electron/engine/vectors/connect.ts";
import type { IndexChoice, IndexKind } from "../../../electron/engine/vectors/index-choice.ts";
import { DEFAULT_POLICY } from "../../../electron/engine/vectors/index-policy.ts";
import { tendIndex } from "../../../electron/engine/vectors/tend-index.ts";
import { peakBytes } from "../../support/peak-memory.ts";
import { until } from "../../support/until.ts";
import { MODEL } from "./big-table.ts";

export type KindOrder =
  | { readonly kind: "build"; readonly folder: string; readonly index: IndexKind }
  | {
      readonly kind: "search";
      readonly folder: string;
      readonly fingerprints: readonly string[];
      readonly limit: number;
      /** From the copy in memory instead of the table; cold is then the question that it is made after. */
      readonly isInMemory: boolean;
    };

export interface BuildResult {
  readonly choice: IndexChoice;
  readonly peakBytes: number;
}

export interface SearchResult {
  /** The first question, with loading LanceDB and opening the table. */
  readonly coldMs: number;
  /** For each question after that: the query's own vector is fetched, then its neighbours. */
  readonly times: readonly number[];
  readonly found: readonly (readonly string[])[];
  readonly residentBytes: number;
}

const order = JSON.parse(process.argv[2]!) as KindOrder;
const result = order.kind === "build" ? await build(order) : await search(order);
process.stdout.write(JSON.stringify(result), () => process.exit());

async function build({
  folder,
  index,
}: Extract<KindOrder, { kind: "build" }>): Promise<BuildResult> {
  const table = await (await connectVectors(folder)).openTable(MODEL);
  const policy = { ...DEFAULT_POLICY, kinds: [index], flatBudgetMs: 0, longestBuildMs: Infinity };
  const choice = await tendIndex(table, { column: "embedding", policy });
  // The second one deletes what the first replaced.
  for (let pass = 0; pass < 2; pass += 1) await table.optimize({ cleanupOlderThan: new Date() });
  return { choice, peakBytes: peakBytes() ?? 0 };
}

async function search(order: Extract<KindOrder, { kind: "search" }>): Promise<SearchResult> {
  const { folder, fingerprints, limit, isInMemory } = order;
  const startedMs = performance.now();
  const onLost = () => process.exit(1);
  const policy = isInMemory ? { fewestRows: 0 } : { mostCopyBytes: 0 };
  await using vectors = new VectorTable({ folder, model: MODEL, onLost, policy });
  const ask = async (fingerprint: string) => {
    const own = (await vectors.rows([fingerprint])).get(fingerprint)!.embedding!;
    return (await vectors.nearest(own, limit)).map((row) => row.fingerprint);
  };
  await ask(fingerprints[0]!);
  const coldMs = performance.now() - startedMs;
  if (isInMemory) await until("the copy", async () => (await vectors.describe()).isInMemory);
  const times: number[] = [];
  const found: string[][] = [];
  for (const fingerprint of fingerprints) {
    const askedMs = performance.now();
    found.push(await ask(fingerprint));
    times.push(performance.now() - askedMs);
  }
  return { coldMs, times, found, residentBytes: process.memoryUsage.rss() };
}
