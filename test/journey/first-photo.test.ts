/**
 * @file The engine started exactly as the shell does it: spawned, JSON over IPC, one library across two lives.
 */
import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../electron/contract/client.ts";
import { copyPhotos, FIXTURES } from "../support/fixtures.ts";
import { spawnEngine } from "../support/spawned-engine.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

const NAMES = [
  "grocery/Banana_005.jpg",
  "grocery/Banana_013.jpg",
  "grocery/Orange_001.jpg",
  "rclip/bee.jpg",
  "immich/tanners_ridge.jpg",
];

let temp: TempFolder;
const photos = () => temp.at("photos");

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(NAMES, photos());
});
afterAll(() => temp[Symbol.asyncDispose]());

async function names(client: Client<"renderer">, query: string): Promise<string[]> {
  const { photos: found } = await client.request("photo.page", { query, limit: 50 });
  return found.map(({ name }) => name).sort();
}

test("a folder becomes a library: photos appear, are understood, and a deleted one is missing", async () => {
  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;

  await client.request("folder.add", { path: photos() });
  await until(
    "five photos to be indexed",
    async () => (await client.request("library.status", {})).counts.indexed === 5,
  );
  const bananas = await client.request("photo.page", { query: "Banana_005", limit: 1 });
  const similar = await client.request("similar.search", {
    examples: [{ of: { photo: bananas.photos[0]!.id } }],
    limit: 4,
    beyondEnd: true,
  });
  await client.request("tag.add", { tag: "fruit", photos: [bananas.photos[0]!.id] });
  await until(
    "the folder to be watched",
    async () => (await client.request("folder.list", {}))[0]!.state === "watching",
  );
  await rm(path.join(photos(), "bee.jpg"));
  await until(
    "the deleted photo to be missing",
    async () => (await names(client, "is:missing")).length === 1,
  );

  expect(similar.photos[0]!.photo.name).toBe("Banana_013.jpg");
  expect(await names(client, "")).toEqual([
    "Banana_005.jpg",
    "Banana_013.jpg",
    "Orange_001.jpg",
    "tanners_ridge.jpg",
  ]);
  expect(await names(client, "is:missing")).toEqual(["bee.jpg"]);
});

test("after a restart everything is there, and what happened meanwhile is found", async () => {
  await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), path.join(photos(), "back.jpg"));
  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;

  await until(
    "the photo that is back",
    async () => (await names(client, "is:missing")).length === 0,
  );

  expect(await names(client, "tag:fruit")).toEqual(["Banana_005.jpg"]);
  expect(await names(client, "")).toContain("back.jpg");
  const { total } = await client.request("photo.page", { query: "", limit: 1 });
  expect(total).toBe(5);
});

test("a library that is open in another process is used through that process", async () => {
  await using _first = await spawnEngine(temp.at("library"));
  await using second = await spawnEngine(temp.at("library"));

  expect(await names(second.client, "tag:fruit")).toEqual(["Banana_005.jpg"]);
});
