import { cp, readFile, rename, truncate, writeFile } from "node:fs/promises";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { spawnEngine } from "../support/spawned-engine.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

interface Found {
  readonly total: number;
  readonly photos: { readonly path: string; readonly tags: string[] }[];
}

interface Restored {
  readonly photos: number;
  readonly folders: string[];
  readonly keptAs?: string;
}

const at = (folder: string) => ["--library", folder];

/** A library of two photos, one of them with a tag. */
async function makeLibrary(temp: TempFolder): Promise<string> {
  const library = temp.at("library");
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await semblanceJson(["index", temp.at("photos"), ...at(library)]);
  await semblanceJson(["tag", "add", "Garden", temp.at("photos", "bee.jpg"), ...at(library)]);
  return library;
}

test("a backup is one file, and restored on another computer it finds the photos where they are there", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);
  const file = temp.at("holiday.backup");

  const backup = await semblanceJson<{ path: string; bytes: number }>([
    "backup",
    file,
    ...at(library),
  ]);
  await rename(temp.at("photos"), temp.at("elsewhere"));
  const there = at(temp.at("other computer"));
  const move = ["--folder", `${temp.at("photos")}=${temp.at("elsewhere")}`];
  const restored = await semblanceJson<Restored>(["restore", file, ...move, ...there]);
  const indexed = await semblanceJson<{ indexed: number }>([
    "index",
    temp.at("elsewhere"),
    ...there,
  ]);
  const found = await semblanceJson<Found>(["search", "tag:Garden is:indexed", ...there]);

  expect(backup).toMatchObject({ path: file, bytes: (await readFile(file)).length });
  expect(readdirSync(temp.path).filter((name) => name.startsWith("holiday"))).toHaveLength(1);
  expect(restored).toEqual({ photos: 2, folders: [temp.at("elsewhere")] });
  expect(indexed.indexed).toBe(2);
  expect(found.photos.map((photo) => photo.path)).toEqual([temp.at("elsewhere", "bee.jpg")]);
}, 120_000);

test("what was there before a restore is kept, and nothing is replaced by a backup", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);
  const file = temp.at("before");
  await semblanceJson(["backup", file, ...at(library)]);
  await semblanceJson(["tag", "add", "Later", temp.at("photos", "bee.jpg"), ...at(library)]);

  const again = await semblance(["backup", file, ...at(library)]);
  const restored = await semblanceJson<Restored>(["restore", file, ...at(library)]);
  const tags = await semblanceJson<{ tag: string }[]>(["tag", "list", ...at(library)]);
  await semblanceJson(["restore", restored.keptAs!, ...at(library)]);
  const tagsBefore = await semblanceJson<{ tag: string }[]>(["tag", "list", ...at(library)]);

  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining(file)]);
  expect(tags.map(({ tag }) => tag)).toEqual(["Garden"]);
  expect(tagsBefore.map(({ tag }) => tag)).toEqual(["Garden", "Later"]);
}, 120_000);

test("a file that is no backup, or is damaged, changes nothing and is named", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);
  await writeFile(temp.at("letter.txt"), "Dear library, ".repeat(100));
  await semblanceJson(["backup", temp.at("cut off"), ...at(library)]);
  await truncate(temp.at("cut off"), 50_000);
  const catalog = await readFile(path.join(library, "catalog.sqlite"));

  for (const name of ["letter.txt", "cut off", "not there"]) {
    const { code, stderr } = await semblance(["restore", temp.at(name), ...at(library)]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(temp.at(name))]);
  }
  const wrong = ["restore", temp.at("cut off"), "--folder", "/a", ...at(library)];
  expect((await semblance(wrong)).stderr).toContain("OLD=NEW");

  expect((await readFile(path.join(library, "catalog.sqlite"))).equals(catalog)).toBe(true);
  expect(readdirSync(library).filter((name) => /^catalog\..+\.sqlite/.test(name))).toEqual([]);
}, 120_000);

test("while the app has the library open a backup goes through it, and a restore is refused", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);
  const file = temp.at("backup");
  await using _app = await spawnEngine(library);

  const backup = await semblance(["backup", file, ...at(library)]);
  const restore = await semblance(["restore", file, ...at(library)]);

  expect([backup.code, existsSync(file)]).toEqual([0, true]);
  expect([restore.code, restore.stderr]).toEqual([1, expect.stringContaining("close it")]);
}, 120_000);

test("a damaged library is restored, and the command says so", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);
  await cp(path.join(library, "catalog.sqlite"), temp.at("kept"));
  await truncate(path.join(library, "catalog.sqlite"), 40_960);

  const first = await semblance(["search", "tag:Garden", "--json", ...at(library)]);

  expect(first.code).toBe(0);
  expect(first.stderr).toContain("the library file was damaged");
  expect(first.stderr).toContain("catalog.damaged-");
}, 120_000);

test("paused, the app indexes nothing until it is resumed; a command is done all the same", async () => {
  await using temp = await tempFolder();
  const library = await makeLibrary(temp);

  const paused = await semblanceJson(["pause", ...at(library)]);
  const status = await semblanceJson<{ indexing: unknown }>(["status", ...at(library)]);
  await copyPhotos(["rclip/black kitty.jpeg"], temp.at("more"));
  const indexed = await semblanceJson<{ indexed: number }>([
    "index",
    temp.at("more"),
    ...at(library),
  ]);
  await using _app = await spawnEngine(library);
  const refused = await semblance(["index", temp.at("more"), ...at(library)]);
  const resumed = await semblanceJson(["resume", "--share", "half", ...at(library)]);
  const accepted = await semblance(["index", temp.at("more"), ...at(library)]);

  expect(paused).toEqual({ isPaused: true, share: "full" });
  expect(status.indexing).toEqual(paused);
  expect(indexed.indexed).toBe(1);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("paused")]);
  expect(resumed).toEqual({ isPaused: false, share: "half" });
  expect(accepted.code).toBe(0);
}, 120_000);
