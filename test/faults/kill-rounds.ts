import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { findDamage } from "../../electron/engine/catalog/check-catalog.ts";
import { migrate, readMigrations } from "../../electron/engine/catalog/migrate.ts";
import { libraryPaths } from "../../electron/engine/catalog/open-catalog.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { ENGINE_ENTRY } from "../support/program.ts";
import { spawnEngine, type SpawnedEngine } from "../support/spawned-engine.ts";
import type { TempFolder } from "../support/temp-folder.ts";
import { withComment } from "../support/unique-jpeg.ts";
import { until } from "../support/until.ts";
import { seeded } from "./damage.ts";

const SEED = 20_261_120;
const SEEN_FIRST = 40;
/** Long enough for an engine to be ready and at work, short enough that many kills come before it is done. */
const KILLED_WITHIN_MS = 1000;

export interface KillReport {
  readonly acknowledged: number;
  /** Acknowledged tags that are not there. */
  readonly lost: readonly string[];
  readonly photos: number;
  readonly paths: number;
  readonly expected: number;
  /** Where the photo is that was moved in every round, by its tag. */
  readonly moved: readonly string[];
  readonly movedTo: string;
  readonly backups: number;
  readonly damagedBackups: readonly string[];
}

/**
 * Kills a real engine `rounds` times at random moments while it indexes, is tagged, finds a photo that was renamed, and
 * writes a backup; then lets one finish.
 */
export async function killWhileWorking(temp: TempFolder, rounds: number): Promise<KillReport> {
  const photos = temp.at("photos");
  const jpeg = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  const add = (name: string) => writeFile(path.join(photos, name), withComment(jpeg, name));
  await mkdir(photos);
  for (let at = 0; at < SEEN_FIRST; at++) await add(`first ${at}.jpg`);
  await add("moved 0.jpg");
  await tagMoved(temp);
  const random = seeded(SEED);
  const acknowledged: string[] = [];

  for (let round = 0; round < rounds; round++) {
    const engine = await spawnEngine(temp.at("library"));
    for (let at = 0; at < 3; at++) await add(`round ${round} ${at}.jpg`);
    await rename(
      path.join(photos, `moved ${round}.jpg`),
      path.join(photos, `moved ${round + 1}.jpg`),
    );
    const tagging = tagUntilKilled(engine, round);
    const backup = backUpUntilKilled(engine, temp.at(`backup ${round}.sqlite`));
    await delay(random() * KILLED_WITHIN_MS); // The moment is the experiment.
    await engine.kill();
    acknowledged.push(...(await tagging));
    await backup;
  }
  return report(temp, { acknowledged, rounds });
}

async function tagMoved(temp: TempFolder): Promise<void> {
  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;
  await client.request("folder.add", { path: temp.at("photos") });
  const find = () => client.request("photo.page", { query: "moved is:indexed", limit: 1 });
  await until("the photo to be indexed", async () => (await find()).total === 1, 60_000);
  const [photo] = (await find()).photos;
  await client.request("tag.add", { tag: "moved every round", photos: [photo!.id] });
}

/** Answers with the tags that were acknowledged. */
async function tagUntilKilled({ client }: SpawnedEngine, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  try {
    for (let i = 0; ; i++) {
      const { photos } = await client.request("photo.page", { query: "", limit: 5 });
      const tag = `round ${round} tag ${i}`;
      if (photos.length === 0) continue;
      await client.request("tag.add", { tag, photos: photos.map(({ id }) => id) });
      acknowledged.push(tag);
    }
  } catch {
    return acknowledged; // The kill is how every round ends.
  }
}

async function backUpUntilKilled({ client }: SpawnedEngine, file: string): Promise<void> {
  await client.request("library.backup", { path: file }).catch(() => {
    // Killed before it was done: then there must be no file, or a whole one.
  });
}

async function report(
  temp: TempFolder,
  { acknowledged, rounds }: { acknowledged: readonly string[]; rounds: number },
): Promise<KillReport> {
  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;
  const expected = SEEN_FIRST + 1 + 3 * rounds;
  await until(
    "indexing to complete",
    async () => (await client.request("library.status", {})).counts.indexed === expected,
    300_000,
  );
  const tags = new Set((await client.request("tag.list", {})).map(({ tag }) => tag));
  const page = await client.request("photo.page", { query: "", limit: 500 });
  const moved = await client.request("photo.page", { query: 'tag:"moved every round"', limit: 5 });
  const backups = Array.from({ length: rounds }, (_, round) => temp.at(`backup ${round}.sqlite`));
  const written = backups.filter((file) => existsSync(file));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((tag) => !tags.has(tag)),
    photos: page.total,
    paths: new Set(page.photos.map((photo) => photo.path)).size,
    expected,
    moved: moved.photos.map((photo) => photo.path),
    movedTo: path.join(temp.at("photos"), `moved ${rounds}.jpg`),
    backups: written.length,
    damagedBackups: written.filter((file) => findDamage(file, "full") !== undefined),
  };
}

/** The first version of the catalog; every later one has to be made by migrations. */
export async function makeOldLibrary(folder: string, photos: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const db = new DatabaseSync(libraryPaths(folder).catalog);
  migrate(db, readMigrations().slice(0, 1));
  db.exec(`
    PRAGMA journal_mode = WAL;
    INSERT INTO folder VALUES (1, '/photos that are away', NULL, 10, NULL);
    INSERT INTO tag VALUES (1, 'Lisbon', 'lisbon');
    WITH RECURSIVE n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < ${photos})
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    SELECT id, 1, '', id || '.jpg', 5, 6, '7:' || id, 10, 150, id FROM n;
    INSERT INTO photo_tag SELECT id, 1, 40 FROM photo;
  `);
  db.close();
}

/** Starts an engine, which has to migrate first, and kills it after `ms`. */
export async function killAtStart(libraryFolder: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [ENGINE_ENTRY, "--library", libraryFolder], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  await delay(ms); // The moment is the experiment.
  child.kill("SIGKILL");
  await ended;
}
