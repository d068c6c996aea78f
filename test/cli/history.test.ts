import { copyFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JournalPage } from "../../electron/contract/journal.ts";
import { copyPhotos, FIXTURES } from "../support/fixtures.ts";
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
});

afterAll(() => temp[Symbol.asyncDispose]());

async function tags(): Promise<string[]> {
  const listed = await semblanceJson<{ tag: string; count: number }[]>([
    "tag",
    "list",
    ...library(),
  ]);
  return listed.map(({ tag, count }) => `${tag} ${count}`);
}

test("what was done is listed, undone and redone by separate commands", SLOW, async () => {
  await semblanceJson(["tag", "add", "Lisbon", ...photos, ...library()]);
  await semblanceJson(["tag", "remove", "Lisbon", photos[0]!, ...library()]);

  const undone = await semblance(["undo", ...library()]);
  const both = await tags();
  const redone = await semblanceJson(["redo", ...library()]);
  const one = await tags();
  const listed = await semblanceJson<JournalPage>(["history", "--limit", "1", ...library()]);
  const { stdout } = await semblance(["history", ...library()]);

  expect(undone).toMatchObject({
    code: 0,
    stdout: "Undone: Removed the tag Lisbon from 1 photo\n",
  });
  expect([both, one]).toEqual([["Lisbon 2"], ["Lisbon 1"]]);
  expect(redone).toMatchObject({ sentence: "Removed the tag Lisbon from 1 photo", changed: 1 });
  expect(listed).toMatchObject({
    entries: [{ sentence: "Removed the tag Lisbon from 1 photo", isUndone: false, origin: "user" }],
    next: listed.entries[0]!.id,
  });
  expect(stdout).toMatch(
    /^ +\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}Removed the tag Lisbon from 1 photo\n.*Added the tag Lisbon to 2 photos\n$/,
  );
});

test("the history is searched by its words and by who did it", SLOW, async () => {
  const found = await semblance(["history", "--find", "ADDED", ...library()]);
  const own = await semblanceJson<JournalPage>(["history", "--by", "itself", ...library()]);
  const wrong = await semblance(["history", "--by", "somebody", ...library()]);

  expect(found.stdout).toMatch(/^.*Added the tag Lisbon to 2 photos\n$/);
  expect(own.entries).toEqual([]);
  expect(wrong.code).toBe(2);
});

test(
  "an entry that a later one builds on is refused by name, and nothing changes",
  SLOW,
  async () => {
    const before = await tags();
    const { entries } = await semblanceJson<JournalPage>(["history", ...library()]);
    const oldest = String(entries.at(-1)!.id);

    const refused = await semblance(["undo", oldest, ...library()]);

    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("“Removed the tag Lisbon from 1 photo”");
    expect(await tags()).toEqual(before);
  },
);

test(
  "what is no number of an entry is wrong usage, and one that is not there an error",
  SLOW,
  async () => {
    expect((await semblance(["undo", "first", ...library()])).code).toBe(2);
    expect(await semblance(["undo", "999", ...library()])).toMatchObject({
      code: 1,
      stderr: "semblance: There is no entry 999 in the history.\n",
    });
  },
);

test(
  "a photo whose file was replaced by another is listed until the user has decided",
  SLOW,
  async () => {
    const [bee, banana] = photos;
    await semblanceJson(["tag", "add", "insect", bee!, ...library()]);
    await copyFile(path.join(FIXTURES, "immich/denali.webp"), bee!);
    await semblanceJson(["index", temp.at("photos"), ...library()]);

    const listed = await semblanceJson(["review", "list", ...library()]);
    const decided = await semblance(["review", "another", bee!, banana!, ...library()]);
    const { stdout } = await semblance(["search", "is:missing", ...library()]);

    expect(listed).toEqual({ photos: [{ path: bee, tags: ["insect"] }], total: 1 });
    expect(decided).toMatchObject({
      code: 0,
      stdout: "Other photos: 1 of 2 that were to be reviewed\n",
    });
    expect(stdout).toContain(bee);
  },
);
