/**
 * @file Many small photos, 10,000 or as many as the first argument says: when the first is shown, memory of the process
 * tree on the way, cost of a photo, and a rescan of all of them unchanged. Stops after the minutes of the second
 * argument (7); the library is kept, and another run goes on where this one stopped. A third argument is the file of a model
 * to use instead of the starter: a thin one leaves the time to everything else. Linux only.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { spawnEngine, type SpawnedEngine } from "../../support/spawned-engine.ts";
import { until } from "../../support/until.ts";
import { BENCH_FOLDER, makeSmall } from "./made-photos.ts";
import { readTree } from "./process-tree.ts";

const COUNT = Number(process.argv[2] ?? 10_000);
const MINUTES = Number(process.argv[3] ?? 7);
const MODEL = process.argv[4];
const SAMPLE_MS = 500;

const library = path.join(BENCH_FOLDER, `library-${COUNT}`);
const folder = await makeSmall(COUNT);
await using engine = await spawnEngine(library);
const { client } = engine;
const before = (await client.request("library.status", {})).counts.indexed;
if (before === 0) {
  if (MODEL !== undefined) await useModel(engine, MODEL);
  await measureFirst(engine);
}
if (await measureRoad(engine, before)) {
  await measureRescan(engine);
  await engine[Symbol.asyncDispose]();
  await rm(library, { recursive: true });
}

async function useModel({ client }: SpawnedEngine, file: string): Promise<void> {
  await client.request("model.useFile", { path: path.resolve(file) });
  await until(
    "the model to answer",
    async () => (await client.request("model.list", {})).switching === null,
    60_000,
  );
}

async function measureFirst({ client }: SpawnedEngine): Promise<void> {
  const startedMs = performance.now();
  const shown = new Promise<void>((resolve) =>
    client.subscribe((event) => {
      if (event.name !== "photo.changed") return;
      if (event.payload.changes.some(({ kind }) => kind === "shown")) resolve();
    }),
  );
  void client.request("folder.add", { path: folder });
  await shown;
  print(`first thumbnail after ${((performance.now() - startedMs) / 1000).toFixed(2)} s`);
}

/** True when all of them are indexed. */
async function measureRoad({ client, pid }: SpawnedEngine, before: number): Promise<boolean> {
  const startedMs = performance.now();
  const [memory, cpuBefore] = [[] as { indexed: number; mb: number }[], readTree(pid).cpuSeconds];
  let peak = readTree(pid);
  let indexed = before;
  while (indexed < COUNT && performance.now() - startedMs < MINUTES * 60_000) {
    await delay(SAMPLE_MS);
    ({ indexed } = (await client.request("library.status", {})).counts);
    const tree = readTree(pid);
    memory.push({ indexed, mb: tree.residentMb });
    if (tree.residentMb > peak.residentMb) peak = tree;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const photos = indexed - before;
  const cpuMs = ((readTree(pid).cpuSeconds - cpuBefore) * 1000) / photos;
  print(`${photos} photos in ${seconds.toFixed(1)} s, ${(photos / seconds).toFixed(1)} photos/s`);
  print(`${cpuMs.toFixed(1)} ms of processor time a photo`);
  for (let part = 1; part <= 10; part++) {
    const [from, to] = [before + (photos * (part - 1)) / 10, before + (photos * part) / 10];
    const some = memory.filter((sample) => sample.indexed > from && sample.indexed <= to);
    if (some.length === 0) continue;
    const mbs = some.map(({ mb }) => mb);
    const mean = mbs.reduce((sum, mb) => sum + mb, 0) / mbs.length;
    print(
      `up to ${Math.round(to)}: process tree ${mean.toFixed(0)} MB, at most ${Math.max(...mbs).toFixed(0)} MB`,
    );
  }
  const parts = peak.processes.map(({ name, residentMb }) => `${name} ${residentMb.toFixed(0)}`);
  print(`at the peak of ${peak.residentMb.toFixed(0)} MB: ${parts.join(", ")}`);
  if (indexed < COUNT) print(`${indexed} of ${COUNT}; run again to go on`);
  return indexed >= COUNT;
}

async function measureRescan({ client }: SpawnedEngine): Promise<void> {
  const [root] = await client.request("folder.list", {});
  const isScanning = async () => (await client.request("library.status", {})).progress.scanning > 0;
  await until("the scan to end", async () => !(await isScanning()), 60_000);
  const startedMs = performance.now();
  await client.request("folder.rescan", { id: root!.id });
  await until("the rescan to begin", isScanning, 10_000);
  await until("the rescan to end", async () => !(await isScanning()), 120_000);
  print(
    `rescan of ${COUNT} unchanged files: ${((performance.now() - startedMs) / 1000).toFixed(2)} s`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
