import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;
let falcon: string;
const library = () => ["--library", temp.at("library")];

async function takenAt(): Promise<string | null | undefined> {
  const found = await semblanceJson<{ photos: { takenAt: string | null }[] }>([
    "search",
    "name:prairie",
    ...library(),
  ]);
  return found.photos[0]?.takenAt;
}

beforeAll(async () => {
  temp = await tempFolder();
  const photos = temp.at("photos");
  await copyPhotos(["immich/prairie_falcon.jpg"], photos);
  falcon = path.join(photos, "prairie_falcon.jpg");
  await semblanceJson(["index", photos, ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test("capture times are moved in the library, and back by undo", async () => {
  const moved = await semblanceJson(["time", "shift", falcon, "--by=-1h30m", ...library()]);
  const after = await takenAt();
  const { stdout } = await semblance(["undo", ...library()]);

  expect(moved).toMatchObject({ changed: 1 });
  expect(after).toBe("2022-03-31T10:01:56");
  expect(stdout).toContain("Moved the capture time of 1 photo 1 h 30 min earlier");
  expect(await takenAt()).toBe("2022-03-31T11:31:56");
});

test("a photo gets the capture time that is given", async () => {
  const { stdout } = await semblance([
    ...["time", "shift", falcon, "--to", "2020-02-29 08:00"],
    ...library(),
  ]);

  expect(stdout).toBe("Moved the capture time of 1 of 1 photos\n");
  expect(await takenAt()).toBe("2020-02-29T08:00:00");
});

test("a shift needs to know how far, in words that it knows", async () => {
  const shift = (...options: string[]) =>
    semblance(["time", "shift", falcon, ...options, ...library()]);

  const [nothing, soon, yesterday, both, never] = await Promise.all([
    shift(),
    shift("--by", "soon"),
    shift("--to", "yesterday"),
    shift("--by", "1h", "--to", "2020-02-29 08:00"),
    shift("--to", "2020-02-30 08:00"),
  ]);

  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining("--by or --to") });
  expect([soon, yesterday, both, never].map(({ code }) => code)).toEqual([2, 2, 2, 1]);
});
