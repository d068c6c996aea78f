import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Album } from "../../electron/contract/album.ts";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

/** Every command is a process of its own that opens the library. */
const SLOW = { timeout: 180_000 };

let temp: TempFolder;
let bee: string;
let banana: string;
const library = () => ["--library", temp.at("library")];

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  bee = path.join(temp.at("photos"), "bee.jpg");
  banana = path.join(temp.at("photos"), "Banana_005.jpg");
  await semblanceJson(["index", temp.at("photos"), ...library()]);
}, 120_000);

afterAll(() => temp[Symbol.asyncDispose]());

test(
  "an album is made, filled, shown in its order, renamed, deleted and brought back",
  SLOW,
  async () => {
    const made = await semblance(["album", "create", "Trips/2023", banana, ...library()]);
    const added = await semblance(["album", "add", "trips/2023", bee, banana, ...library()]);
    const shown = await semblance(["album", "show", "#1", ...library()]);
    const removed = await semblance(["album", "remove", "#1", banana, ...library()]);
    const renamed = await semblance(["album", "rename", "Trips/2023", "Old", ...library()]);
    const deleted = await semblanceJson(["album", "delete", "old", ...library()]);
    const undone = await semblance(["undo", ...library()]);

    expect([made, added, shown, removed, renamed, undone].map(({ stdout }) => stdout)).toEqual([
      "Made the album Trips/2023\n",
      "Added 1 of 2 photos to Trips/2023\n",
      `${banana}\n${bee}\n`,
      "Removed 1 of 1 photos from Trips/2023\n",
      "Renamed Trips/2023 to Old\n",
      "Undone: Deleted the album Old\n",
    ]);
    expect(deleted).toMatchObject({ id: 1, name: "Old" });
  },
);

test(
  "a smart album is counted before it is listed, and one that cannot be is refused",
  SLOW,
  async () => {
    await semblance(["album", "create", "Fruit", "--query", "banana", ...library()]);
    const listed = await semblanceJson<Album[]>(["albums", "list", ...library()]);
    const loop = await semblance(["album", "create", "X", "--query", "album:X", ...library()]);
    const unknown = await semblance(["album", "show", "Nobody", ...library()]);

    expect(listed).toContainEqual(
      expect.objectContaining({ name: "Fruit", kind: "smart", count: 1, query: "banana" }),
    );
    expect([loop, unknown].map(({ code, stderr }) => [code, stderr])).toEqual([
      [1, expect.stringContaining("A smart album cannot contain itself: “X” → “X”.")],
      [1, expect.stringContaining('expected the name of an album but got "Nobody"; there are ')],
    ]);
  },
);

test("what is similar to a photo is kept as a smart album, listed and shown", SLOW, async () => {
  const saved = ["similar", banana, "--not", bee, "--save", "Fruit like this"];
  const made = await semblance([...saved, ...library()]);
  const listed = await semblance(["album", "list", ...library()]);
  const shown = await semblanceJson<{ photos: string[] }>([
    "album",
    "show",
    "fruit like this",
    ...library(),
  ]);

  expect(made.stdout).toBe("Made the smart album Fruit like this\n");
  expect(listed.stdout).toContain(
    "–  Fruit like this  (similar to Banana_005.jpg, not to bee.jpg)\n",
  );
  expect(shown).toMatchObject({ name: "Fruit like this", photos: [] });
});
