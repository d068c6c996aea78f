import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TagBranch } from "../../electron/contract/tag.ts";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

/** Every command is a process of its own that opens the library. */
const SLOW = { timeout: 180_000 };

let temp: TempFolder;
let photos: string[];
const library = () => ["--library", temp.at("library")];

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  photos = ["bee.jpg", "Banana_005.jpg"].map((name) => path.join(temp.at("photos"), name));
  await semblanceJson(["index", temp.at("photos"), ...library()]);
  await semblanceJson(["tag", "add", "Orte/Lissabon", photos[0]!, ...library()]);
  await semblanceJson(["tag", "add", "Places", photos[1]!, ...library()]);
}, 120_000);

afterAll(() => temp[Symbol.asyncDispose]());

test(
  "tags are described, merged, shown as a tree, and deleted by separate commands",
  SLOW,
  async () => {
    const described = await semblanceJson([
      "tag",
      "describe",
      "orte/lissabon",
      "--synonyms",
      "Lisbon, LX",
      "--key",
      "3",
      ...library(),
    ]);
    const merged = await semblance(["tag", "merge", "Orte", "places", ...library()]);
    const shown = await semblanceJson<TagBranch>(["tag", "describe", "lx", ...library()]);
    const tree = await semblance(["tags", "--tree", ...library()]);
    const unasked = await semblance(["tag", "delete", "Places", ...library()]);
    const deleted = await semblanceJson(["tag", "delete", "Places", "--yes", ...library()]);
    const none = await semblanceJson(["tags", ...library()]);

    expect(described).toMatchObject({ changed: 0, entry: expect.any(Number) as number });
    expect(merged).toMatchObject({
      code: 0,
      stdout: "Merged the tag Orte into Places (1 photo)\n",
    });
    expect(shown).toEqual({
      tag: "Places/Lissabon",
      count: 1,
      below: 1,
      synonyms: ["Lisbon", "LX"],
      key: 3,
    });
    expect(tree.stdout).toBe("      2  Places\n      1    Lissabon  [3]\n");
    expect(unasked).toMatchObject({ code: 1, stdout: "" });
    expect(unasked.stderr).toContain(
      "Places is on 2 photos and has 1 tag below it. Delete it? Say --yes",
    );
    expect(deleted).toMatchObject({ changed: 2, sentence: "Deleted the tag Places (2 photos)" });
    expect(none).toEqual([]);
  },
);

test("what cannot be done to a tag says why, and changes nothing", SLOW, async () => {
  const unknown = await semblance(["tag", "merge", "Nowhere", "Places", ...library()]);
  const noKey = await semblance(["tag", "describe", "Places", "--key", "10", ...library()]);

  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.stderr).toContain('expected a tag of the library but got "Nowhere"');
  expect(noKey).toMatchObject({ code: 2 });
  expect(noKey.stderr).toContain("Expected a digit from 1 to 9, or none.");
});
