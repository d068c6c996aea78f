/**
 * @file Indices over real tables, built by the real process. The thresholds are set so that nothing depends on how
 * fast the machine is: `flatBudgetMs: 0` finds comparing every row too slow, `Infinity` fast enough, and
 * `enoughMs: Infinity` takes the first kind that finds enough.
 */
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect, Index } from "@lancedb/lancedb";
import { expect, test, vi } from "vitest";
import type { IndexPolicy } from "../../../electron/engine/vectors/index-policy.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";
import { clusteredRows, exactNearest, names, recallAt10 } from "./clustered-rows.ts";

// An index is built at low priority: on a machine that is busy with something else it waits for that.
vi.setConfig({ testTimeout: 180_000 });

const MODEL = "starter-fp32-0a1b2c3d";
const ROWS = 2000;
const rows = clusteredRows(ROWS + 1000);
const eager = {
  fewestRows: 1000,
  flatBudgetMs: 0,
  enoughMs: Infinity,
  tuningRows: 20,
  kinds: ["ivf-flat"],
  mostCopyBytes: 0,
} as const;

function open(folder: string, policy: Partial<IndexPolicy> = {}): VectorTable {
  return new VectorTable({
    folder,
    model: MODEL,
    policy: { ...eager, ...policy },
    onLost: () => {
      throw new Error("expected the table to be readable");
    },
  });
}

async function filled(folder: string, policy: Partial<IndexPolicy> = {}): Promise<VectorTable> {
  const vectors = open(folder, policy);
  // In batches, as indexing appends them: an idle moment then folds them and makes the index of fingerprints.
  for (let start = 0; start < ROWS; start += 200)
    await vectors.append(rows.slice(start, Math.min(ROWS, start + 200)));
  return vectors;
}

const choicesPath = (folder: string) => path.join(folder, `${MODEL}.index.json`);

function writtenChoices(folder: string): Record<string, { kind: string; rows: number }> {
  return JSON.parse(readFileSync(choicesPath(folder), "utf8")) as Record<
    string,
    { kind: string; rows: number }
  >;
}

function indexFiles(folder: string): string[] {
  return readdirSync(path.join(folder, `${MODEL}.lance`, "_indices"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test("while comparing every row is fast enough, that is what is done, exactly", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path, { flatBudgetMs: Infinity });

  await vectors.optimize();

  expect(await vectors.describe()).toMatchObject({
    rows: ROWS,
    indexedRows: 0,
    kind: "flat",
    recall: 1,
  });
  const found = await vectors.nearest(rows[5]!.embedding, 50);
  expect(names(found)).toEqual(
    names(exactNearest(rows.slice(0, ROWS), rows[5]!.embedding, { limit: 50 })),
  );
});

test.each(["ivf-rq", "ivf-flat", "hnsw-sq"] as const)(
  "beyond, an index %s is built that finds what comparing every row finds",
  async (kind) => {
    await using folder = await tempFolder();
    await using vectors = await filled(folder.path, { kinds: [kind] });

    await vectors.optimize();

    const report = await vectors.describe();
    expect(report).toMatchObject({ rows: ROWS, indexedRows: ROWS, kind });
    expect(report.recall).toBeGreaterThanOrEqual(0.99);
    const recall = await recallAt10(rows.slice(0, ROWS), (query) => vectors.nearest(query, 10));
    expect(recall).toBeGreaterThanOrEqual(0.99);
  },
);

test("a small table is left alone", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path, { fewestRows: ROWS + 1 });

  await vectors.optimize();

  expect(existsSync(choicesPath(folder.path))).toBe(false);
});

test("where no kind finds enough, every row is compared", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path, { recall: 1.01 });

  await vectors.optimize();

  expect(await vectors.describe()).toMatchObject({ kind: "flat", indexedRows: 0 });
});

test("questions are answered and photos appended while an index is built", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path);
  const end = new AbortController();
  const added = rows[ROWS]!;

  const tended = vectors.optimize().finally(() => end.abort());
  await vectors.append([added]);
  let answers = 0;
  while (!end.signal.aborted) {
    const found = await vectors.nearest(added.embedding, 10);
    expect(found[0]!.fingerprint).toBe(added.fingerprint);
    answers += 1;
  }
  await tended;

  expect(answers).toBeGreaterThan(1);
  expect((await vectors.describe()).kind).toBe("ivf-flat");
  expect((await vectors.nearest(added.embedding, 1))[0]!.fingerprint).toBe(added.fingerprint);
});

test("what is appended is found at once, before an idle moment folds it into the index", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path);
  await vectors.optimize();

  for (let n = 0; n < 10; n += 1) await vectors.append([rows[ROWS + n]!]);

  const found = await vectors.nearest(rows[ROWS + 9]!.embedding, 3);
  expect(found[0]!.fingerprint).toBe(rows[ROWS + 9]!.fingerprint);
  expect(await vectors.describe()).toMatchObject({ rows: ROWS + 10, indexedRows: ROWS });
  await vectors.optimize();
  expect(await vectors.describe()).toMatchObject({ rows: ROWS + 10, indexedRows: ROWS + 10 });
});

test("the choice survives closing, and is measured again only when the table has grown", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = await filled(folder.path);
    await vectors.optimize();
  }
  const before = readFileSync(choicesPath(folder.path), "utf8");
  await using vectors = open(folder.path, { growth: 1.3 });

  expect((await vectors.describe()).kind).toBe("ivf-flat");
  await vectors.optimize();
  expect(readFileSync(choicesPath(folder.path), "utf8")).toBe(before);

  await vectors.append(rows.slice(ROWS));
  await vectors.optimize();
  expect(writtenChoices(folder.path).embedding!.rows).toBe(rows.length);
  const recall = await recallAt10(rows, (query) => vectors.nearest(query, 10));
  expect(recall).toBeGreaterThanOrEqual(0.99);
});

test("closing ends a build at once, and the table is as it was", async () => {
  await using folder = await tempFolder();
  const vectors = await filled(folder.path);

  const tended = vectors.optimize();
  await vectors[Symbol.asyncDispose]();
  await tended;

  expect(existsSync(choicesPath(folder.path))).toBe(false);
  await using again = open(folder.path);
  expect(await again.count()).toBe(ROWS);
  await again.optimize();
  expect((await again.describe()).kind).toBe("ivf-flat");
});

test("a column that was never asked for is not indexed; one that was is, once nobody asks", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path, { quietMs: 0 });
  await vectors.optimize();
  expect(Object.keys(writtenChoices(folder.path))).toEqual(["embedding"]);

  const found = await vectors.nearest(rows[7]!.stage2, 10, { column: "stage2" });

  const expected = exactNearest(rows.slice(0, ROWS), rows[7]!.stage2, {
    limit: 10,
    column: "stage2",
  });
  expect(names(found)).toEqual(names(expected));
  await until("stage2 is measured", () => "stage2" in writtenChoices(folder.path), 60_000);
  const indexed = await vectors.nearest(rows[7]!.stage2, 1, { column: "stage2" });
  expect(indexed[0]!.fingerprint).toBe(rows[7]!.fingerprint);
});

test.each<[string, (folder: string) => void]>([
  ["a damaged choice", (folder) => writeFileSync(choicesPath(folder), '{"embedding": {')],
  ["a choice of another kind", changeKind],
])("after %s every row is compared, until the column is measured again", async (_, damage) => {
  await using folder = await tempFolder();
  {
    await using vectors = await filled(folder.path);
    await vectors.optimize();
  }
  damage(folder.path);
  await using vectors = open(folder.path);

  const found = await vectors.nearest(rows[9]!.embedding, 20);

  expect((await vectors.describe()).kind).toBe("flat");
  expect(names(found)).toEqual(
    names(exactNearest(rows.slice(0, ROWS), rows[9]!.embedding, { limit: 20 })),
  );
  await vectors.optimize();
  expect((await vectors.describe()).kind).toBe("ivf-flat");
});

function changeKind(folder: string): void {
  const text = readFileSync(choicesPath(folder), "utf8");
  writeFileSync(choicesPath(folder), text.replace('"ivf-flat"', '"ivf-rq"'));
}

test("an index for another distance is not used", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = await filled(folder.path);
    await vectors.optimize();
  }
  const table = await (await connect(folder.path)).openTable(MODEL);
  await table.createIndex("embedding", { config: Index.ivfFlat({ distanceType: "l2" }) });
  table.close();
  await using vectors = open(folder.path);

  expect((await vectors.describe()).kind).toBe("flat");
});

test("indices that cannot be read cost nothing but their speed, until they are built again", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = await filled(folder.path);
    await vectors.optimize();
  }
  for (const file of indexFiles(folder.path)) truncateSync(file, 60);
  await using vectors = open(folder.path);

  const found = await Promise.all(
    [1, 2, 3].map((row) => vectors.nearest(rows[row]!.embedding, 10)),
  );

  found.forEach((neighbours, index) =>
    expect(names(neighbours)).toEqual(
      names(exactNearest(rows.slice(0, ROWS), rows[index + 1]!.embedding, { limit: 10 })),
    ),
  );
  expect(await vectors.get(rows[4]!.fingerprint)).toEqual(rows[4]!.embedding);
  expect(await vectors.count()).toBe(ROWS);
  await vectors.optimize();
  expect((await vectors.describe()).kind).toBe("ivf-flat");
});

const all = rows.slice(0, ROWS);
const fromNear = names(exactNearest(all, rows[0]!.embedding, { limit: ROWS }));
const filters: Record<string, readonly string[]> = {
  "a few": names(all.filter((_, index) => index % 100 === 3)),
  "a half": names(all.filter((_, index) => index % 2 === 0)),
  most: names(all.filter((_, index) => index % 10 !== 0)),
  "those that are alike": fromNear.slice(0, 1200),
  "those that are different": fromNear.slice(-1200),
};

test.each([
  ["are compared one by one", { flatBudgetMs: Infinity }],
  ["have an index of exact distances", {}],
] as const)("within some of the photos the nearest are found when rows %s", async (_, policy) => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path, policy);
  await vectors.optimize();

  for (const within of Object.values(filters)) {
    for (const query of [rows[0]!.embedding, rows[1]!.embedding]) {
      const found = await vectors.nearest(query, 20, { within });
      expect(names(found)).toEqual(names(exactWithin(within, query)));
    }
  }
});

test("within some of the photos, an index of rough distances loses nothing by the filter", async () => {
  await using folder = await tempFolder();
  // Codes of one bit are made with random numbers: with less asked of it, an index is always taken.
  await using vectors = await filled(folder.path, { kinds: ["ivf-rq"], recall: 0.9 });
  await vectors.optimize();

  for (const within of Object.values(filters)) {
    const members = new Set(within);
    const passing = all.filter((row) => members.has(row.fingerprint));
    const recall = await recallAt10(passing, (query) => vectors.nearest(query, 10, { within }));
    expect(recall).toBeGreaterThanOrEqual(0.9);
  }
  expect((await vectors.describe()).kind).toBe("ivf-rq");
});

function exactWithin(within: readonly string[], query: Float32Array) {
  const members = new Set(within);
  return exactNearest(
    all.filter((row) => members.has(row.fingerprint)),
    query,
    { limit: 20 },
  );
}
