import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import type { IndexPolicy } from "../../../electron/engine/vectors/index-policy.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "semblance-vectors-"));
  folders.push(folder);
  return folder;
}

interface OpenOptions {
  readonly policy?: Partial<IndexPolicy>;
  readonly model?: string;
  readonly onLost?: () => void;
}

function open(folder: string, options: OpenOptions = {}): VectorTable {
  const { model = "starter-fp32-0a1b2c3d", onLost = failOnLoss, policy = {} } = options;
  return new VectorTable({ folder, model, onLost, policy });
}

function failOnLoss(): never {
  throw new Error("expected the table to be readable");
}

const fingerprint = (index: number) => index.toString(16).padStart(64, "0");

/** Unit vectors in a plane, a degree apart: the nearest to one are its neighbours in number. */
function embedding(degrees: number): Float32Array {
  const radians = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(radians), Math.sin(radians), 0, 0);
}

const row = (index: number) => ({ fingerprint: fingerprint(index), embedding: embedding(index) });
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => row(from + index));

test("a table that nothing was appended to is empty and leaves nothing on the disk", async () => {
  const folder = path.join(newFolder(), "vectors");
  await using vectors = open(folder);

  expect(vectors.exists()).toBe(false);
  expect(await vectors.count()).toBe(0);
  expect(await vectors.nearest(embedding(0), 5)).toEqual([]);
  expect(await vectors.get(fingerprint(0))).toBeUndefined();
  expect(await vectors.has([fingerprint(0)])).toEqual(new Set());
  await vectors.delete([fingerprint(0)]);
  await vectors.optimize();
  expect(vectors.exists()).toBe(false);
});

test("the nearest embeddings come first, with their cosine distance", async () => {
  await using vectors = open(newFolder());
  await vectors.append([row(0), row(10), row(30), row(90), row(180)]);

  const found = await vectors.nearest(embedding(10), 4);

  expect(found.map((neighbour) => neighbour.fingerprint)).toEqual([10, 0, 30, 90].map(fingerprint));
  const expected = [0, 10, 20, 80].map((degrees) => 1 - Math.cos((degrees * Math.PI) / 180));
  found.forEach(({ distance }, index) => expect(distance).toBeCloseTo(expected[index]!, 5));
  expect((await vectors.nearest(embedding(0), 100)).at(-1)!.distance).toBeCloseTo(2, 5);
});

test("what was appended is there after the table was closed and opened again", async () => {
  const folder = newFolder();
  {
    await using vectors = open(folder);
    await vectors.append(rows(0, 3));
    await vectors.append(rows(3, 3));
  }
  await using vectors = open(folder);

  expect(vectors.exists()).toBe(true);
  expect(await vectors.count()).toBe(6);
  expect(await vectors.get(fingerprint(4))).toEqual(embedding(4));
  expect(await vectors.has([fingerprint(5), fingerprint(6)])).toEqual(new Set([fingerprint(5)]));
});

test("a batch that is appended again adds nothing", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 3));

  await vectors.append([...rows(1, 4), row(4)]);

  expect(await vectors.count()).toBe(5);
});

test("appends that are asked for at the same time all happen", async () => {
  await using vectors = open(newFolder());

  await Promise.all(Array.from({ length: 10 }, (_, batch) => vectors.append(rows(batch * 5, 10))));

  expect(await vectors.count()).toBe(55);
});

test("what was deleted is not found any more", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 5));

  await vectors.delete([fingerprint(1), fingerprint(3)]);

  expect(await vectors.count()).toBe(3);
  expect(await vectors.get(fingerprint(1))).toBeUndefined();
  expect((await vectors.nearest(embedding(1), 1))[0]!.fingerprint).not.toBe(fingerprint(1));
});

test("models do not share a table, whatever their names", async () => {
  const folder = newFolder();
  await using one = open(folder, { model: "my model (1)-file-0a1b2c3d" });
  await using other = open(folder, { model: "resnet50-int8-11111111" });
  await one.append(rows(0, 2));
  await other.append([{ fingerprint: fingerprint(7), embedding: Float32Array.of(1, 0) }]);

  expect(await one.count()).toBe(2);
  expect(await other.nearest(Float32Array.of(1, 0), 5)).toEqual([
    { fingerprint: fingerprint(7), distance: 0 },
  ]);
});

test("the means of the stages are kept beside the embedding", async () => {
  await using vectors = open(newFolder());
  const stages = { stage2: Float32Array.of(1, 0), stage3: Float32Array.of(0, 1, 0) };

  await vectors.append(rows(0, 2).map((plain) => ({ ...plain, ...stages })));

  expect(await vectors.get(fingerprint(1))).toEqual(embedding(1));
  await expect(vectors.append([row(5)])).rejects.toThrow();
});

test("an embedding of another length is refused, and nothing is lost", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 2));
  const short = Float32Array.of(1, 0);

  await expect(vectors.nearest(short, 1)).rejects.toThrow(
    "expected an embedding of 4 numbers but got 2",
  );
  await expect(vectors.append([{ fingerprint: fingerprint(9), embedding: short }])).rejects.toThrow(
    "expected an embedding of 4 numbers but got 2",
  );
  await expect(
    vectors.append([row(10), { fingerprint: fingerprint(9), embedding: short }]),
  ).rejects.toThrow();
  expect(await vectors.count()).toBe(2);
});

test("what is no fingerprint is refused before it becomes part of a filter", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 2));

  for (const text of ["", "x' OR '1'='1", "AB", "../x"]) {
    await expect(vectors.get(text)).rejects.toMatchObject({ code: "request-invalid" });
    await expect(vectors.delete([text])).rejects.toMatchObject({ code: "request-invalid" });
  }
  expect(await vectors.count()).toBe(2);
});

test("folding makes one file of many, while questions are answered", async () => {
  const folder = newFolder();
  await using vectors = open(folder);
  for (let batch = 0; batch < 12; batch += 1) await vectors.append(rows(batch * 100, 100));
  const before = dataFiles(folder).length;

  const [, ...answers] = await Promise.all([
    vectors.optimize(),
    ...Array.from({ length: 20 }, (_, index) => vectors.get(fingerprint(index))),
  ]);

  expect(before).toBe(12);
  expect(dataFiles(folder)).toHaveLength(1);
  expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => embedding(index)));
  expect(await vectors.count()).toBe(1200);
  expect((await vectors.nearest(embedding(500), 1))[0]!.distance).toBeCloseTo(0, 5);
  await vectors.append(rows(1200, 1));
  expect(await vectors.get(fingerprint(1200))).toEqual(embedding(1200));
});

function dataFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.basename(entry.parentPath) === "data")
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function manifests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".manifest"))
    .map((name) => path.join(folder, name));
}

test.each<[string, (folder: string) => void]>([
  [
    "its manifests are damaged",
    (folder) => manifests(folder).forEach((file) => writeFileSync(file, "damaged")),
  ],
  ["its manifests are gone", (folder) => manifests(folder).forEach((file) => rmSync(file))],
  ["a file of it is gone", (folder) => rmSync(dataFiles(folder)[0]!)],
  ["a file of it is cut off", (folder) => truncateSync(dataFiles(folder)[0]!, 60)],
  ["a file of it is full of zeros", (folder) => zero(dataFiles(folder)[0]!)],
])("a table is set aside and begun again when %s", async (_, damage) => {
  const folder = newFolder();
  {
    await using vectors = open(folder);
    await vectors.append(rows(0, 3));
    await vectors.append(rows(3, 3));
  }
  damage(folder);
  let losses = 0;
  await using vectors = open(folder, { onLost: () => (losses += 1) });

  const found = await Promise.all([0, 4].map((index) => vectors.get(fingerprint(index))));
  await vectors.append(rows(10, 2));

  expect(found.filter((vector) => vector === undefined).length).toBeGreaterThan(0);
  expect(losses).toBe(1);
  expect(await vectors.count()).toBe(2);
  expect(await vectors.get(fingerprint(10))).toEqual(embedding(10));
  const names = readdirSync(folder).sort();
  expect(names).toEqual([
    "starter-fp32-0a1b2c3d.lance",
    expect.stringMatching(/\.lance\.damaged-\d+$/),
  ]);
});

function zero(file: string): void {
  writeFileSync(file, Buffer.alloc(statSync(file).size));
}

test("what is no vector table is set aside too", async () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, "starter-fp32-0a1b2c3d.lance"), "a file");
  let losses = 0;
  await using vectors = open(folder, { onLost: () => (losses += 1) });

  await vectors.append(rows(0, 1));

  expect([losses, await vectors.count()]).toEqual([1, 1]);
});

const staged = (index: number) => ({
  ...row(index),
  stage2: Float32Array.of(0, Math.cos(index ** 2 / 10), Math.sin(index ** 2 / 10)),
});

test("neighbours are asked for by column", async () => {
  await using vectors = open(newFolder());
  await vectors.append([0, 1, 2, 3, 4, 5].map(staged));

  const found = await vectors.nearest(staged(2).stage2, 3, { column: "stage2" });

  expect(found.map((neighbour) => neighbour.fingerprint)).toEqual([2, 1, 0].map(fingerprint));
  expect(await vectors.nearest(Float32Array.of(1, 0), 3, { column: "stage3" })).toEqual([]);
  await expect(vectors.nearest(embedding(0), 3, { column: "stage2" })).rejects.toThrow(
    "expected an embedding of 3 numbers but got 4",
  );
});

test("a query may be of any length: its direction decides", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 5));
  const long = embedding(3).map((value) => value * 7);

  const [overall, within] = [
    await vectors.nearest(long, 1),
    await vectors.nearest(long, 1, { within: rows(0, 5).map((each) => each.fingerprint) }),
  ];

  expect(overall[0]).toMatchObject({ fingerprint: fingerprint(3) });
  expect(within[0]).toMatchObject({ fingerprint: fingerprint(3) });
  expect(within[0]!.distance).toBeCloseTo(0, 5);
});

test("within some of the photos, only those are found", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 50));
  const within = [40, 10, 20, 999].map(fingerprint);

  const found = await vectors.nearest(embedding(18), 2, { within });

  expect(found.map((neighbour) => neighbour.fingerprint)).toEqual([20, 10].map(fingerprint));
  expect(await vectors.nearest(embedding(18), 2, { within: [] })).toEqual([]);
});

test("a question that is cancelled rejects with the reason, and the table is not blamed", async () => {
  await using vectors = open(newFolder());
  await vectors.append(rows(0, 50));
  const stop = new AbortController();

  const asked = vectors.nearest(embedding(1), 5, {
    within: rows(0, 50).map((each) => each.fingerprint),
    signal: stop.signal,
  });
  stop.abort(new Error("superseded"));

  await expect(asked).rejects.toThrow("superseded");
  await expect(vectors.nearest(embedding(1), 5, { signal: stop.signal })).rejects.toThrow(
    "superseded",
  );
  expect(await vectors.count()).toBe(50);
});

test("rows are read by fingerprint, with the columns that are there", async () => {
  await using vectors = open(newFolder());
  await vectors.append([0, 1, 2].map(staged));

  const found = await vectors.rows([2, 0, 9].map(fingerprint), ["embedding", "stage2", "stage3"]);

  expect(found).toEqual(
    new Map(
      [2, 0].map((index) => {
        const { embedding: numbers, stage2 } = staged(index);
        return [fingerprint(index), { embedding: numbers, stage2 }];
      }),
    ),
  );
  expect(await vectors.rows([])).toEqual(new Map());
});

test("a sample is drawn from all over the table, each row once", async () => {
  await using vectors = open(newFolder());
  expect(await vectors.sample(5)).toEqual([]);
  await vectors.append(rows(0, 60));
  await vectors.append(rows(60, 40));
  await vectors.delete(rows(0, 20).map((each) => each.fingerprint));

  const sample = await vectors.sample(8);

  const drawn = sample.map((each) => Number.parseInt(each.fingerprint, 16));
  expect(drawn).toEqual([25, 35, 45, 55, 65, 75, 85, 95]);
  expect(sample[0]).toEqual(row(25));
  expect(new Set((await vectors.sample(1000)).map((each) => each.fingerprint)).size).toBe(80);
});

test("a table that is opened anew between appends answers as one that is not, also those who are asking", async () => {
  await using vectors = open(newFolder(), { policy: { renewEvery: 2 } });
  const asked: Promise<unknown>[] = [];
  for (let index = 0; index < 12; index++) {
    await vectors.append([row(index)]);
    asked.push(vectors.nearest(embedding(0), 1));
  }

  for (const found of await Promise.all(asked))
    expect(found).toMatchObject([{ fingerprint: fingerprint(0) }]);
  expect(await vectors.count()).toBe(12);
  await vectors.append([row(3)]);
  expect(await vectors.count()).toBe(12);
  await vectors.delete([fingerprint(5)]);
  expect(await vectors.has([fingerprint(5), fingerprint(6)])).toEqual(new Set([fingerprint(6)]));
});
