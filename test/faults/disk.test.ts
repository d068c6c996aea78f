/**
 * @file Disks that are full, or may not be written to. Small file systems in memory are mounted for it.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { LibraryStatus } from "../../electron/contract/library.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { spawnEngine, type SpawnedEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { withComment } from "../support/unique-jpeg.ts";
import { until } from "../support/until.ts";
import { canMount, fillDisk, mountSmallDisk } from "./small-disk.ts";

const PHOTOS = 40;

async function addPhotos(folder: string, names: readonly string[]): Promise<void> {
  const jpeg = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(path.join(folder, name), withComment(jpeg, name));
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `photo ${at}.jpg`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function status({ client }: SpawnedEngine): Promise<LibraryStatus> {
  return client.request("library.status", {});
}

async function untilIndexed(engine: SpawnedEngine, count: number): Promise<void> {
  const isDone = async () => (await status(engine)).counts.indexed === count;
  await until(`${count} photos to be indexed`, isDone, 120_000);
}

test.skipIf(!canMount)(
  "on a full disk indexing waits and says so, goes on when there is room, and nothing is lost (where a disk can be mounted)",
  async () => {
    await using temp = await tempFolder();
    using disk = mountSmallDisk(temp.at("library"), 24);
    expect(disk).toBeDefined();
    await mkdir(temp.at("photos"));
    await using engine = await spawnEngine(temp.at("library"));
    await engine.client.request("folder.add", { path: temp.at("photos") });
    await addPhotos(temp.at("photos"), ["first.jpg"]);
    await untilIndexed(engine, 1);
    const [photo] = (await engine.client.request("photo.page", { query: "", limit: 1 })).photos;
    await engine.client.request("tag.add", { tag: "Lisbon", photos: [photo!.id] });
    using filler = fillDisk(temp.at("library", "filler"), 400_000);

    await addPhotos(temp.at("photos"), names(PHOTOS));
    const isTold = async () =>
      (await status(engine)).notices.some(
        (notice) => notice.kind === "indexing-stopped" && notice.code === "disk-full",
      );
    await until("the full disk to be told", isTold, 60_000);
    filler[Symbol.dispose]();
    await untilIndexed(engine, PHOTOS + 1);

    await until("the notice to go", async () => (await status(engine)).notices.length === 0);
    expect((await status(engine)).counts).toMatchObject({ photos: PHOTOS + 1, failed: 0 });
    expect(await engine.client.request("tag.list", {})).toEqual([
      { tag: "Lisbon", count: 1, below: 1 },
    ]);
  },
  180_000,
);

test.skipIf(!canMount)(
  "photos are indexed although no thumbnail can be written, and thumbnails come when they can (where a disk can be mounted)",
  async () => {
    await using temp = await tempFolder();
    const thumbnails = temp.at("library", "thumbnails");
    await addPhotos(temp.at("photos"), names(3));
    {
      using disk = mountSmallDisk(thumbnails, 1, "ro");
      expect(disk).toBeDefined();
      await using engine = await spawnEngine(temp.at("library"));
      await engine.client.request("folder.add", { path: temp.at("photos") });
      await untilIndexed(engine, 3);
      expect((await status(engine)).counts.failed).toBe(0);
    }

    await using _engine = await spawnEngine(temp.at("library"));
    const isMade = async () => existsSync(thumbnails) && (await filesIn(thumbnails)).length === 3;
    await until("the thumbnails to be made", isMade, 60_000);
  },
  120_000,
);

test("thumbnails that are gone are made again while nobody looks, those that are cut off when they are asked for", async () => {
  await using temp = await tempFolder();
  const thumbnails = temp.at("library", "thumbnails");
  await addPhotos(temp.at("photos"), names(3));
  {
    await using engine = await spawnEngine(temp.at("library"));
    await engine.client.request("folder.add", { path: temp.at("photos") });
    await untilIndexed(engine, 3);
  }
  const files = await filesIn(thumbnails);
  const bytes = await Promise.all(files.map((file) => readFile(file)));
  await rm(files[0]!);
  await truncate(files[1]!, 0);
  await truncate(files[2]!, 100);

  await using engine = await spawnEngine(temp.at("library"));
  await until("the lost one to be made again", () => existsSync(files[0]!), 60_000);
  for (const file of files)
    await engine.client.request("media.thumbnail", { fingerprint: path.parse(file).name });

  expect(await Promise.all(files.map((file) => readFile(file)))).toEqual(bytes);
}, 120_000);

test("a vector table that was deleted while the app was closed is made again", async () => {
  await using temp = await tempFolder();
  await addPhotos(temp.at("photos"), names(3));
  {
    await using engine = await spawnEngine(temp.at("library"));
    await engine.client.request("folder.add", { path: temp.at("photos") });
    await untilIndexed(engine, 3);
  }
  await rm(temp.at("library", "vectors"), { recursive: true });

  await using engine = await spawnEngine(temp.at("library"));
  await untilIndexed(engine, 3);
  const [photo] = (await engine.client.request("photo.page", { query: "", limit: 1 })).photos;
  const similar = await engine.client.request("similar.search", {
    examples: [{ of: { photo: photo!.id } }],
    limit: 5,
  });

  expect(similar.photos).toHaveLength(2);
}, 120_000);

test("a file that vanishes while it waits is missing, and the others are indexed", async () => {
  await using temp = await tempFolder();
  await addPhotos(temp.at("photos"), names(12));
  await using engine = await spawnEngine(temp.at("library"));
  await engine.client.request("indexing.pause", {});
  await engine.client.request("folder.add", { path: temp.at("photos") });
  await until("all to be seen", async () => (await status(engine)).counts.photos === 12);

  await rm(temp.at("photos", "photo 3.jpg"));
  await engine.client.request("indexing.resume", {});

  await untilIndexed(engine, 11);
  await until("it to be missing", async () => (await status(engine)).counts.photos === 11);
}, 120_000);
