/** @file Tables whose embeddings are copied into memory: real tables, with limits that a test can reach. */
import { readdirSync, truncateSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import type { IndexPolicy } from "../../../electron/engine/vectors/index-policy.ts";
import { cosineDistance } from "../../../electron/engine/vectors/neighbour.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";
import { clusteredRows, exactNearest, names } from "./clustered-rows.ts";

vi.setConfig({ testTimeout: 60_000 });

const ROWS = 600;
const NUMBER_BYTES = 2;
const MODEL = "starter-fp32-0a1b2c3d";
const rows = clusteredRows(ROWS + 100);
const kept = rows.slice(0, ROWS);
const rowBytes = rows[0]!.embedding.length * NUMBER_BYTES;

interface OpenOptions extends Partial<IndexPolicy> {
  readonly onLost?: () => void;
}

function open(folder: string, { onLost, ...policy }: OpenOptions = {}): VectorTable {
  const fail = () => {
    throw new Error("expected the table to be readable");
  };
  const few = { fewestRows: 100, ...policy };
  return new VectorTable({ folder, model: MODEL, onLost: onLost ?? fail, policy: few });
}

async function filled(folder: string, options: OpenOptions = {}): Promise<VectorTable> {
  const vectors = open(folder, options);
  await vectors.append(kept);
  return vectors;
}

const isInMemory = async (vectors: VectorTable) => (await vectors.describe()).isInMemory;

async function copied(vectors: VectorTable): Promise<VectorTable> {
  await vectors.nearest(rows[0]!.embedding, 1);
  await until("the embeddings are in memory", () => isInMemory(vectors));
  return vectors;
}

test("after the first question the embeddings are in memory, and answer alike", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path);
  expect(await isInMemory(vectors)).toBe(false);
  const query = rows[4]!.embedding;
  const before = await vectors.nearest(query, 40);

  await until("the embeddings are in memory", () => isInMemory(vectors));
  const after = await vectors.nearest(query, 40);

  expect(names(after)).toEqual(names(before));
  expect(names(after)).toEqual(names(exactNearest(kept, query, { limit: 40 })));
  const within = names(kept.filter((_, index) => index % 3 === 0));
  expect(names(await vectors.nearest(query, 10, { within }))).toEqual(
    names(nearestOf(within, query)),
  );
});

function nearestOf(within: readonly string[], query: Float32Array) {
  const members = new Set(within);
  return exactNearest(
    kept.filter((row) => members.has(row.fingerprint)),
    query,
    { limit: 10 },
  );
}

test("what is appended and deleted is followed, and a batch that is repeated changes nothing", async () => {
  await using folder = await tempFolder();
  await using vectors = await copied(await filled(folder.path));
  const [added, removed] = [rows[ROWS]!, rows[9]!];

  await vectors.append([added, kept[3]!]);
  await vectors.append([added]);
  await vectors.delete([removed.fingerprint]);
  expect(await vectors.count()).toBe(ROWS);

  expect(await isInMemory(vectors)).toBe(true);
  const all = await vectors.nearest(added.embedding, 2 * ROWS);
  expect(all[0]!.fingerprint).toBe(added.fingerprint);
  expect(all).toHaveLength(ROWS);
  expect(names(all)).not.toContain(removed.fingerprint);
});

test("what is appended while the copy is made is in it", async () => {
  await using folder = await tempFolder();
  await using vectors = await filled(folder.path);

  await vectors.nearest(rows[0]!.embedding, 1);
  const appending = vectors.append(rows.slice(ROWS));
  await copied(vectors);
  await appending;

  const found = await vectors.nearest(rows[0]!.embedding, 2 * ROWS);
  expect(found).toHaveLength(rows.length);
});

test("embeddings are read from the copy, and other columns, or one embedding exactly, from the table", async () => {
  await using folder = await tempFolder();
  await using vectors = await copied(await filled(folder.path));
  const { fingerprint, embedding, stage2 } = rows[6]!;
  await vectors.delete([rows[7]!.fingerprint]);

  const asked = [fingerprint, rows[7]!.fingerprint, rows[ROWS]!.fingerprint];
  const read = await vectors.rows(asked);
  const both = await vectors.rows(asked, ["embedding", "stage2"]);

  expect([...read.keys()]).toEqual([fingerprint]);
  expect(cosineDistance(read.get(fingerprint)!.embedding!, embedding)).toBeLessThan(1e-7);
  expect([...both]).toEqual([[fingerprint, { embedding, stage2 }]]);
  expect(await vectors.get(fingerprint)).toEqual(embedding);
});

test("a table that is too large or too small is not copied", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = await filled(folder.path, { mostCopyBytes: (ROWS - 1) * rowBytes });
    await vectors.nearest(rows[0]!.embedding, 1);
    await vectors.append([rows[ROWS]!]); // In the lane of the copy, behind it.
    expect(await isInMemory(vectors)).toBe(false);
  }
  await using vectors = open(folder.path, { fewestRows: ROWS + 2 });
  await vectors.nearest(rows[0]!.embedding, 1);
  await vectors.append([rows[ROWS]!]);
  expect(await isInMemory(vectors)).toBe(false);
});

test("a table that grows too large gives its copy back, and finds everything", async () => {
  await using folder = await tempFolder();
  const vectors = await filled(folder.path, { mostCopyBytes: (ROWS + 1) * rowBytes });
  await using _ = await copied(vectors);

  await vectors.append([rows[ROWS]!]);
  expect(await isInMemory(vectors)).toBe(true);
  await vectors.append([rows[ROWS + 1]!]);

  expect(await isInMemory(vectors)).toBe(false);
  const [nearest] = await vectors.nearest(rows[ROWS + 1]!.embedding, 1);
  expect(nearest!.fingerprint).toBe(rows[ROWS + 1]!.fingerprint);
});

test("when nobody asks any more, the memory is given back", async () => {
  await using folder = await tempFolder();
  await using vectors = await copied(await filled(folder.path, { keepCopyMs: 1000 }));

  await until("the copy is gone", async () => !(await isInMemory(vectors)));

  expect(names(await vectors.nearest(rows[4]!.embedding, 5))).toEqual(
    names(exactNearest(kept, rows[4]!.embedding, { limit: 5 })),
  );
});

test("a table that was lost takes its copy with it", async () => {
  await using folder = await tempFolder();
  let lost = 0;
  await using vectors = await copied(await filled(folder.path, { onLost: () => (lost += 1) }));
  const data = path.join(folder.path, `${MODEL}.lance`, "data");
  for (const name of readdirSync(data)) truncateSync(path.join(data, name), 10);

  // The copy has no stages: these are read.
  await vectors.nearest(rows[0]!.stage2, 1, { column: "stage2" });

  expect(lost).toBe(1);
  expect(await isInMemory(vectors)).toBe(false);
  await vectors.append([rows[5]!]);
  expect(names(await vectors.nearest(rows[0]!.embedding, 10))).toEqual([rows[5]!.fingerprint]);
});
