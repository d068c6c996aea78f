import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

/** Every command is a process of its own that opens the library. */
const SLOW = { timeout: 180_000 };

let temp: TempFolder;
let bee: string;
let falcon: string;
const library = () => ["--library", temp.at("library")];

beforeAll(async () => {
  temp = await tempFolder();
  const photos = temp.at("photos");
  await copyPhotos(["rclip/bee.jpg", "immich/prairie_falcon.jpg"], photos);
  bee = path.join(photos, "bee.jpg");
  falcon = path.join(photos, "prairie_falcon.jpg");
  await semblanceJson(["index", photos, ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

async function found(query: string): Promise<string[]> {
  const { photos } = await semblanceJson<{ photos: { path: string }[] }>([
    "search",
    query,
    ...library(),
  ]);
  return photos.map((photo) => path.basename(photo.path)).sort();
}

test(
  "photos get stars, a flag, a colour and a caption, are found by them, and lose them by undo",
  SLOW,
  async () => {
    const values = [
      "--rating",
      "4",
      "--flag",
      "pick",
      "--colour",
      "red",
      "--caption",
      "On a thistle",
    ];
    const query = "rating:>=4 is:picked colour:red on thistle";

    const { stdout } = await semblance(["set", bee, falcon, ...values, ...library()]);
    const set = await found(query);
    const undone = await semblance(["undo", ...library()]);

    expect(stdout).toBe("Changed 2 of 2 photos\n");
    expect(set).toEqual(["bee.jpg", "prairie_falcon.jpg"]);
    expect(undone.stdout).toBe("Undone: Changed rating, flag, colour and caption of 2 photos\n");
    expect(await found(query)).toEqual([]);
  },
);

test("what is taken back is the file's to say", SLOW, async () => {
  await semblanceJson(["set", falcon, "--caption", "", "--flag", "none", ...library()]);

  const back = await semblanceJson(["set", falcon, "--take-back", "caption,flag", ...library()]);

  expect(back).toEqual({ changed: 1, entry: expect.any(Number) });
  expect(await found("sedimentary")).toEqual(["prairie_falcon.jpg"]);
});

test(
  "what is no value is wrong usage, and a contradiction or a text that is none an error",
  SLOW,
  async () => {
    const set = (...rest: string[]) => semblance(["set", bee, ...rest, ...library()]);

    const [stars, name, both, control] = await Promise.all([
      set("--rating", "6"),
      set("--take-back", "tags"),
      set("--rating", "3", "--take-back", "rating"),
      set("--title", "two\nlines"),
    ]);

    expect([stars, name].map(({ code }) => code)).toEqual([2, 2]);
    expect(both).toMatchObject({ code: 1, stderr: expect.stringContaining("but got both") });
    expect(control).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("control characters"),
    });
  },
);

test("all photos of a search are changed at once", SLOW, async () => {
  const set = await semblance(["set", "--query", "name:bee", "--rating", "5", ...library()]);
  const tagged = await semblance(["tag", "add", "Insects", "--query", "rating:5", ...library()]);

  expect(set.stdout).toBe("Changed 1 of 1 photos\n");
  expect(tagged.stdout).toBe("Tagged 1 of 1 photos\n");
  expect(await found("tag:Insects")).toEqual(["bee.jpg"]);
});

test("a search that finds nothing, or photos beside a search, change nothing", SLOW, async () => {
  const none = semblance(["set", "--query", "tag:nowhere", "--rating", "1", ...library()]);
  const both = semblance(["set", bee, "--query", "", "--rating", "1", ...library()]);

  expect((await none).stderr).toContain("the search tag:nowhere finds none");
  expect((await both).stderr).toContain("expected photos or --query but got both");
  expect(await found("rating:1")).toEqual([]);
});
