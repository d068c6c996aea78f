import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readSidecar } from "../../electron/engine/tags/mirror/sidecar-fields.ts";
import { stampOf } from "../support/mirrored-photos.ts";
import { spawnEngine, type SpawnedEngine } from "../support/spawned-engine.ts";
import type { TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

const TAG = "Places/Lisbon";
/** A minute for each thousand files at 50 a second, and as much again for a slow machine. */
const MS_A_FILE = 120;

export interface KilledMirror {
  /** Sidecars that were there after each kill. */
  readonly written: readonly number[];
  readonly sidecars: number;
  /** Sidecars that do not say what the user entered. */
  readonly damaged: readonly string[];
  /** Sidecars that were written before a kill and once more after it. */
  readonly writtenAgain: readonly string[];
  readonly tagged: number;
  readonly entries: number;
}

/** Kills a real engine while it writes XMP files by itself, whenever as many more as `some` are there; then lets one finish. */
export async function killWhileMirroring(
  temp: TempFolder,
  {
    photos,
    some,
    kills,
  }: { readonly photos: number; readonly some: number; readonly kills: number },
): Promise<KilledMirror> {
  await mkdir(temp.at("photos"));
  // Each has bytes of its own: whether a file is another's copy is looked up among all that are like it.
  for (let index = 0; index < photos; index++)
    await writeFile(temp.at("photos", `${index}.jpg`), `no picture ${index}, but it can be tagged`);
  await turnOn(temp, photos);
  const before = new Map<string, string>();
  const written: number[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const engine = await spawnEngine(temp.at("library"));
    const isThere = async () => (await sidecarsIn(temp)).length >= kill * some;
    await until(`${kill * some} sidecars`, isThere, 60_000 + kill * some * MS_A_FILE);
    await engine.kill();
    const names = await sidecarsIn(temp);
    written.push(names.length);
    for (const name of names) before.set(name, await inWords(temp, name));
  }
  await using engine = await spawnEngine(temp.at("library"));
  await untilWritten(engine, photos);
  return await report(temp, engine, { before, written });
}

/**
 * Every photo is tagged before the first file is written: the engine ends at once. Until then each was looked at by indexing, beside which
 * only a fifth as many files are written.
 */
async function turnOn(temp: TempFolder, photos: number): Promise<void> {
  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;
  const { id } = await client.request("folder.add", { path: temp.at("photos") });
  const found = async () => (await client.request("library.status", {})).counts.photos;
  await until("the photos are found", async () => (await found()) === photos, 120_000);
  // Counts are kept; a search for what failed would be in the way of what is being read.
  const isRead = async () => (await client.request("library.status", {})).counts.failed === photos;
  await until("all are read", isRead, 60_000 + photos * MS_A_FILE);
  const ids = await client.request("photo.ids", { query: "", offset: 0, limit: photos });
  await client.request("tag.add", { tag: TAG, photos: ids });
  await client.request("folder.mirror", { id, isOn: true });
}

async function untilWritten({ client }: SpawnedEngine, photos: number): Promise<void> {
  const isDone = async () => (await client.request("mirror.status", {}))[0]!.waiting === 0;
  await until("everything is written", isDone, 60_000 + photos * MS_A_FILE);
}

async function report(
  temp: TempFolder,
  { client }: SpawnedEngine,
  {
    before,
    written,
  }: { readonly before: ReadonlyMap<string, string>; readonly written: readonly number[] },
): Promise<KilledMirror> {
  const names = await sidecarsIn(temp);
  const damaged: string[] = [];
  const writtenAgain: string[] = [];
  for (const name of names) {
    const said = readSidecar(await readFile(temp.at("photos", name)));
    if (said?.fields.tags.join() !== TAG) damaged.push(name);
    if ((before.get(name) ?? (await inWords(temp, name))) !== (await inWords(temp, name)))
      writtenAgain.push(name);
  }
  const tags = await client.request("tag.list", {});
  const { entries } = await client.request("history.list", { limit: 100 });
  return {
    written,
    sidecars: names.length,
    damaged,
    writtenAgain,
    tagged: tags.find(({ tag }) => tag === TAG)?.count ?? 0,
    entries: entries.length,
  };
}

async function sidecarsIn(temp: TempFolder): Promise<string[]> {
  const names = await readdir(temp.at("photos"));
  return names.filter((name) => path.extname(name) === ".xmp");
}

async function inWords(temp: TempFolder, name: string): Promise<string> {
  return JSON.stringify(await stampOf(temp.at("photos", name)));
}
