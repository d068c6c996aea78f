import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson, startSemblance } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

// Each of these runs several commands, each a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NAMES = ["grocery/Banana_005.jpg", "grocery/Orange_001.jpg"];

let temp: TempFolder;
let photos: string;
const library = () => ["--library", temp.at("library")];

beforeEach(async () => {
  temp = await tempFolder();
  photos = temp.at("photos");
  await copyPhotos(NAMES, photos);
  await semblanceJson(["index", photos, ...library()]);
  await semblanceJson(["tag", "add", "fruit", path.join(photos, "Banana_005.jpg"), ...library()]);
});

afterEach(() => temp[Symbol.asyncDispose]());

/** Paths of the photos with a tag. */
async function tagged(tag: string): Promise<string[]> {
  const found = await semblanceJson<{ photos: { path: string }[] }>([
    ...["search", `tag:${tag}`],
    ...library(),
  ]);
  return found.photos.map((photo) => photo.path);
}

test("a folder that was moved is relocated with its tags, also while another process has the library open", async () => {
  await mkdir(temp.at("archive"));
  const to = temp.at("archive", "2023");
  await cp(photos, to, { recursive: true });
  await rm(photos, { recursive: true });
  await mkdir(temp.at("empty"));
  await using owner = startSemblance(["watch", temp.at("empty"), ...library()]);
  await owner.nextLine();

  const relocated = await semblanceJson(["folder", "relocate", photos, to, ...library()]);

  expect(relocated).toEqual({ from: photos, to, sampled: 2, found: 2 });
  expect(await tagged("fruit")).toEqual([path.join(to, "Banana_005.jpg")]);
});

test("a relocation to other photos is refused and says what was found; --force insists", async () => {
  await copyPhotos(["rclip/bee.jpg"], temp.at("other"));

  const relocate = ["folder", "relocate", photos, temp.at("other")];
  const refused = await semblance([...relocate, ...library()]);
  const forced = await semblance([...relocate, "--force", ...library()]);

  expect(refused.code).toBe(1);
  expect(refused.stderr.trim()).toBe(
    `semblance: The photos of ${photos} are not at ${temp.at("other")}: 0 of 2 that were looked for are there.`,
  );
  expect(forced.code).toBe(0);
  expect(forced.stdout).toContain(`${photos} is now ${temp.at("other")}; 0 of 2`);
});

test("a part of a folder is left out, said, and taken in again with its tags", async () => {
  const ignore = ["folder", "ignore", photos];
  const leftOut = await semblanceJson([...ignore, "Banana*", ...library()]);
  const without = await tagged("fruit");
  const listed = await semblance(["folder", "list", ...library()]);
  const asked = await semblance([...ignore, ...library()]);
  const takenIn = await semblanceJson([...ignore, "--nothing", ...library()]);

  expect(leftOut).toEqual({ path: photos, ignored: ["Banana*"] });
  expect(without).toEqual([]);
  expect(listed.stdout).toMatch(/^unwatched +1 {2}.*photos\n +without Banana\*\n$/);
  expect(asked.stdout).toBe("Banana*\n");
  expect(takenIn).toEqual({ path: photos, ignored: [] });
  expect(await tagged("fruit")).toEqual([path.join(photos, "Banana_005.jpg")]);
});

test("a removed folder keeps its tags until it is forgotten, which takes a yes", async () => {
  const forget = ["folder", "forget", photos];
  const early = await semblance([...forget, "--yes", ...library()]);
  await semblanceJson(["folder", "remove", photos, ...library()]);
  const removed = await semblanceJson(["folder", "list", "--removed", ...library()]);
  const unasked = await semblance([...forget, ...library()]);
  const forgotten = await semblanceJson([...forget, "--yes", ...library()]);
  const left = await semblanceJson(["folder", "list", "--removed", ...library()]);
  await semblanceJson(["index", photos, ...library()]);

  expect(early.code).toBe(1);
  expect(early.stderr).toContain("expected a folder that was removed from the library");
  expect(removed).toEqual([{ path: photos, photoCount: 2, keptCount: 1 }]);
  expect(unasked.code).toBe(1);
  expect(unasked.stderr).toContain("Say --yes where nobody can be asked");
  expect(forgotten).toEqual({ path: photos, photoCount: 2, keptCount: 1 });
  expect(left).toEqual([]);
  expect(await tagged("fruit")).toEqual([]);
});
