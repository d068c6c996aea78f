/** @file Folding and building in a process of its own, and what is left when that is killed: real tables and processes. */
import { copyFileSync, cpSync, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import type { IndexPolicy } from "../../../electron/engine/vectors/index-policy.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";
import { clusteredRows, exactNearest, names } from "./clustered-rows.ts";

// The process runs at low priority: on a machine that is busy with something else it waits for that.
vi.setConfig({ testTimeout: 180_000 });

const MODEL = "starter-fp32-0a1b2c3d";
const ROWS = 6000;
const BATCH = 400;
const rows = clusteredRows(ROWS);
const elsewhere = { largeRows: 1, fewestRows: Infinity, mostCopyBytes: 0 };
/** Builds that take long enough to be killed in the middle of. */
const eager = {
  ...{ largeRows: 1, fewestRows: 1, flatBudgetMs: 0, enoughMs: Infinity, tuningRows: 5 },
  ...{ kinds: ["hnsw-sq"] as const, longestBuildMs: Infinity, mostCopyBytes: 0 },
};

function open(folder: string, policy: Partial<IndexPolicy> = elsewhere): VectorTable {
  return new VectorTable({
    folder,
    model: MODEL,
    policy,
    onLost: () => {
      throw new Error("expected the table to be readable");
    },
  });
}

async function fill(vectors: VectorTable): Promise<void> {
  for (let start = 0; start < ROWS; start += BATCH)
    await vectors.append(rows.slice(start, start + BATCH));
}

const tablePath = (folder: string) => path.join(folder, `${MODEL}.lance`);
const unfinished = (folder: string) => path.join(folder, `${MODEL}.unfinished`);
const inside = (folder: string, part: string) => {
  const at = path.join(tablePath(folder), part);
  return existsSync(at) ? readdirSync(at) : [];
};

async function expectWhole(vectors: VectorTable): Promise<void> {
  expect(await vectors.count()).toBe(ROWS);
  const query = rows[77]!.embedding;
  const found = await vectors.nearest(query, 30);
  expect(names(found)).toEqual(names(exactNearest(rows, query, { limit: 30 })));
  expect(await vectors.get(rows[5]!.fingerprint)).toEqual(rows[5]!.embedding);
}

test("a large table is folded in another process, and answers, meanwhile and after that", async () => {
  await using folder = await tempFolder();
  await using vectors = open(folder.path);
  await fill(vectors);
  expect(inside(folder.path, "data")).toHaveLength(ROWS / BATCH);

  const folded = vectors.optimize();
  await until("the other process works", () => existsSync(unfinished(folder.path)), 60_000);
  const query = rows[8]!.embedding;
  expect((await vectors.nearest(query, 1))[0]!.fingerprint).toBe(rows[8]!.fingerprint);
  await folded;

  expect(inside(folder.path, "data")).toHaveLength(1);
  expect(existsSync(unfinished(folder.path))).toBe(false);
  await expectWhole(vectors);
  await vectors.append(clusteredRows(ROWS + 1).slice(ROWS));
  expect(await vectors.count()).toBe(ROWS + 1);
});

test("a fold that is killed in the middle loses nothing and leaves nothing", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = open(folder.path);
    await fill(vectors);
    const before = new Set(inside(folder.path, "data"));
    const folded = vectors.optimize();
    const isNew = (name: string) => !before.has(name);
    await until("a new file is written", () => inside(folder.path, "data").some(isNew), 60_000);
    // Closing kills the process.
    await vectors[Symbol.asyncDispose]();
    await folded;
  }
  await using vectors = open(folder.path);

  await expectWhole(vectors);
  await vectors.optimize();

  expect(inside(folder.path, "data")).toHaveLength(1);
  expect(existsSync(unfinished(folder.path))).toBe(false);
  await expectWhole(vectors);
});

test("a build that is killed in the middle leaves no index files behind", async () => {
  await using folder = await tempFolder();
  {
    await using vectors = open(folder.path);
    await fill(vectors);
    await vectors.optimize();
  }
  const before = inside(folder.path, "_indices");
  {
    const vectors = open(folder.path, eager);
    await vectors.count();
    const tended = vectors.optimize();
    const begun = () => inside(folder.path, "_indices").length > before.length;
    await until("an index is begun", begun, 60_000);
    await vectors[Symbol.asyncDispose]();
    await tended;
  }
  expect(inside(folder.path, "_indices").length).toBeGreaterThan(before.length);
  await using vectors = open(folder.path);

  await vectors.optimize();

  expect(inside(folder.path, "_indices")).toEqual(before);
  expect(existsSync(unfinished(folder.path))).toBe(false);
  await expectWhole(vectors);
});

test.each([1, ROWS * 2])(
  "what an earlier run left is deleted, in a table that is large from %i rows on",
  async (largeRows) => {
    await using folder = await tempFolder();
    {
      await using vectors = open(folder.path, { ...elsewhere, largeRows });
      await fill(vectors);
      await vectors.optimize();
    }
    leaveLeftovers(folder.path);
    const files = bytesOf(folder.path);
    await using vectors = open(folder.path, { ...elsewhere, largeRows });

    await vectors.optimize();

    expect(inside(folder.path, "data")).toHaveLength(1);
    expect(inside(folder.path, "_indices")).toHaveLength(1);
    expect(bytesOf(folder.path)).toBeLessThan(files * 0.6);
    await expectWhole(vectors);
  },
);

/** Files of no version, as a process that is killed leaves them, and the sign that it was at work. */
function leaveLeftovers(folder: string): void {
  const [data] = inside(folder, "data");
  const [index] = inside(folder, "_indices");
  const at = (...parts: string[]) => path.join(tablePath(folder), ...parts);
  copyFileSync(at("data", data!), at("data", `0123456789abcdef${data!.slice(16)}`));
  const other = "11111111-2222-4333-8444-555555555555";
  cpSync(at("_indices", index!), at("_indices", other), { recursive: true });
  writeFileSync(unfinished(folder), "");
}

function bytesOf(folder: string): number {
  return readdirSync(tablePath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
