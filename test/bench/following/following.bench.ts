/**
 * @file How soon a change on the disk shows in search, and how long a rescan of unchanged files takes.
 *
 * Bounds: 2 s after the last write for each change (300 ms of it is the quiet time that a file must have), 5 s for
 * 100,000 unchanged files; a walk with one stat per file, in the same run, is what any rescan must at least cost.
 */
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { isPhotoName } from "../../../electron/engine/support/file-kind.ts";
import { ChangeFeed } from "../../../electron/engine/indexing/change-feed.ts";
import { FolderFollower } from "../../../electron/engine/indexing/follow-folder.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { walkFolder } from "../../../electron/engine/watching/walk-folder.ts";
import { until } from "../../support/until.ts";

const ROUNDS = 10;
const UNCHANGED = Number(process.argv[2] ?? 100_000);
const PER_DIRECTORY = 500;
const fixtures = path.join(import.meta.dirname, "../../fixtures/photos");

const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
process.stdout.write(
  `machine: ${cpus().length} × ${cpus()[0]!.model.trim()}, node ${process.versions.node}\n`,
);
await measureChanges();
await measureRescan();
await rm(scratch, { recursive: true });

async function measureChanges(): Promise<void> {
  const folder = path.join(scratch, "live");
  await mkdir(folder);
  await using library = await openLibrary({
    libraryFolder: path.join(scratch, "library"),
    live: true,
  });
  const client = createClient<"cli">(library.connect(["cli"]));
  await client.request("library.index", { paths: [folder] });
  await until(
    "watching",
    async () => (await client.request("folder.list", {}))[0]!.state === "watching",
  );

  const times = {
    added: [] as number[],
    changed: [] as number[],
    renamed: [] as number[],
    deleted: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const file = path.join(folder, `photo${round}.jpg`);
    const renamed = path.join(folder, `renamed${round}.jpg`);
    await copyFile(path.join(fixtures, "grocery/Orange_001.jpg"), file);
    times.added.push(await timeUntil(client, `photo${round} is:indexed`, 1));
    await copyFile(path.join(fixtures, "grocery/Banana_018.jpg"), file);
    times.changed.push(await timeUntil(client, `photo${round} label:banana`, 1));
    await rename(file, renamed);
    times.renamed.push(await timeUntil(client, `renamed${round}`, 1));
    await rm(renamed);
    times.deleted.push(await timeUntil(client, `renamed${round}`, 0));
  }
  for (const [what, ms] of Object.entries(times)) {
    const sorted = ms.sort((a, b) => a - b);
    const worst = sorted.at(-1)!;
    process.stdout.write(
      `${what.padEnd(8)} shows in search after ${Math.round(sorted[sorted.length >> 1]!)} ms (median), ${Math.round(worst)} ms (worst) = ${(worst / 2000).toFixed(2)} × bound\n`,
    );
  }
}

async function timeUntil(client: Client<"cli">, query: string, total: number): Promise<number> {
  const startedMs = performance.now();
  await until(
    query,
    async () => (await client.request("photo.page", { query, limit: 1 })).total === total,
  );
  return performance.now() - startedMs;
}

/** The rooms that follow a folder, without an indexer beside them: files here are looked at and never opened. */
async function measureRescan(): Promise<void> {
  const folder = path.join(scratch, "many");
  await makePhotos(folder, UNCHANGED);
  const walkMs = await time(async () => {
    for await (const { listing } of walkFolder(folder, { isPhotoName }))
      if (!listing) throw new Error("unreadable");
  });
  using db = await openCatalog(libraryPaths(path.join(scratch, "large")));
  await using follower = new FolderFollower(addFolder(db, folder), {
    reconciler: { db, feed: new ChangeFeed(), text: { modelKey: "none", labelThreshold: 1 } },
    libraryFolder: path.join(scratch, "large"),
    isPhotoName,
    live: false,
    onFound: () => {},
    onStateChanged: () => {},
  });
  const firstMs = await time(() => follower.scan());
  const rescanMs = await time(() => follower.scan());
  process.stdout.write(
    `first scan of ${UNCHANGED} files: ${(firstMs / 1000).toFixed(2)} s\n` +
      `rescan of ${UNCHANGED} unchanged files: ${(rescanMs / 1000).toFixed(2)} s = ${(rescanMs / 5000).toFixed(2)} × bound, ${(rescanMs / walkMs).toFixed(1)} × a bare walk\n`,
  );
}

/** Distinct files that look like photos from outside: they are never opened before the measurement ends. */
async function makePhotos(folder: string, count: number): Promise<void> {
  const bytes = await readFile(path.join(fixtures, "grocery/Banana_005.jpg"));
  for (let i = 0; i < count; i++) {
    const directory = path.join(folder, String(Math.floor(i / PER_DIRECTORY)));
    if (i % PER_DIRECTORY === 0) await mkdir(directory, { recursive: true });
    await writeFile(path.join(directory, `IMG_${i}.jpg`), bytes.subarray(0, 600));
  }
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
