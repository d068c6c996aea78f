import { copyFile, mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimilarExplanation } from "../../electron/contract/similar.ts";
import type { LabelBrowse } from "../../electron/contract/label-browse.ts";
import type { LabelExplanation, LabelSuggestion } from "../../electron/contract/label.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;
let photos: string;
const library = () => ["--library", temp.at("library")];

async function search(query: string): Promise<string[]> {
  const found = await semblanceJson<{ photos: { path: string }[] }>([
    "search",
    query,
    ...library(),
  ]);
  return found.photos.map((photo) => path.basename(photo.path)).sort();
}

beforeAll(async () => {
  temp = await tempFolder();
  photos = temp.at("photos");
  await mkdir(photos);
  for (const name of ["Banana_005", "Banana_013", "Banana_018", "Orange_001", "Orange_006"])
    await copyFile(path.join(FIXTURES, "grocery", `${name}.jpg`), path.join(photos, `${name}.jpg`));
  await semblanceJson(["index", photos, ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test("a family finds its kinds, in the singular and the plural", async () => {
  const fruit = await search("label:fruit>0.3");

  expect(fruit.length).toBeGreaterThan(0);
  expect(await search("label:fruits>0.3")).toEqual(fruit);
  expect(await search("label:foods>0.3")).toEqual(expect.arrayContaining(fruit));
  expect(await search("label:dogs")).toEqual([]);
});

test("words are completed with the number of photos that each finds", async () => {
  const words = await semblanceJson<LabelSuggestion[]>(["label", "suggest", "fru", ...library()]);

  expect(words[0]).toMatchObject({ term: "fruit", count: (await search("label:fruit")).length });
});

test("families are listed with their photos, and what is below one", async () => {
  const top = await semblanceJson<LabelBrowse>(["label", "browse", ...library()]);
  const food = top.children.find(({ word }) => word === "food");
  expect(food).toMatchObject({ photos: (await search("label:food")).length, hasBelow: true });

  const { stdout } = await semblance(["label", "browse", "food", ...library()]);
  expect(stdout).toMatch(/^food: \d+ photos, \d+ of \d+ kinds.*\n +\d+ {2}edible fruit {2}\(/);
  const unknown = await semblance(["label", "browse", "bananna", ...library()]);
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("near: banana") });
});

test("a word is explained", async () => {
  const explained = await semblanceJson<LabelExplanation>([
    "label",
    "explain",
    "bananas",
    ...library(),
  ]);
  expect(explained).toMatchObject({ sense: { word: "banana" }, classes: 1 });

  const { stdout } = await semblance(["label", "explain", "bananna", ...library()]);
  expect(stdout).toMatch(/^No label is called “bananna”\.\nNear:\n +\d+ {2}banana · fruit/);
});

test("two photos, or a photo and a label, are explained by blocks and by numbers", async () => {
  const [banana, orange] = ["Banana_005.jpg", "Orange_001.jpg"].map((name) =>
    path.join(photos, name),
  ) as [string, string];
  const outside = path.join(FIXTURES, "rclip", "bee.jpg");

  const pair = await semblanceJson<SimilarExplanation>(["explain", outside, orange, ...library()]);
  expect(pair.similarity).toBeLessThan(1);
  expect([pair.photo, pair.example].map(({ heat }) => Math.max(...heat))).toEqual([1, 1]);
  expect(pair.photo.heat).toHaveLength(pair.photo.rows * pair.photo.columns);

  const { stdout } = await semblance(["explain", banana, "--label", "fruit", ...library()]);
  const [title, , file, ...lines] = stdout.split("\n");
  expect([title, file]).toEqual(["fruit; █ is where most of it comes from", banana]);
  expect(lines.join("")).toMatch(/^[ ░▒▓█]{50}$/);
  const both = await semblance(["explain", banana, orange, "--label", "fruit", ...library()]);
  expect(both).toMatchObject({ code: 1, stderr: expect.stringContaining("but got both") });
});

test("a search for an unknown label finds nothing and names the near ones", async () => {
  const { code, stdout, stderr } = await semblance(["search", "label:bananna", ...library()]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toMatch(/No label is called “bananna”\. Near: banana \(\d+\)/);
});

test("a rejected label stays rejected when the photo is moved and indexed again", async () => {
  const [first, ...others] = await search("label:fruit>0.2");
  const photo = path.join(photos, first!);

  const said = await semblance(["label", "reject", "fruit", photo, ...library()]);
  expect(said.stdout).toBe("Rejected on 1 of 1 photos\n");
  expect(await search("label:fruit>0.2")).toEqual(others);

  await mkdir(path.join(photos, "moved"));
  const moved = path.join(photos, "moved", first!);
  await rename(photo, moved);
  await semblanceJson(["index", photos, ...library()]);
  expect(await search("label:fruit>0.2")).toEqual(others);

  await semblanceJson(["label", "forget", "fruit", moved, ...library()]);
  expect(await search("label:fruit>0.2")).toEqual([first, ...others].sort());
});

test("a confirmed label finds the photo by its families, and precision counts both verdicts", async () => {
  const orange = path.join(photos, "Orange_001.jpg");
  const other = path.join(photos, "Orange_006.jpg");

  await semblanceJson(["label", "confirm", "tabby", orange, ...library()]);
  await semblanceJson(["label", "reject", "tabby", other, ...library()]);

  expect(await search("label:cat")).toEqual(["Orange_001.jpg"]);
  expect(await semblanceJson(["label", "precision", ...library()])).toEqual([
    { label: "tabby", confirmed: 1, rejected: 1 },
  ]);
  const { stdout } = await semblance(["label", "precision", ...library()]);
  expect(stdout).toBe("   50 %  tabby  (1 right, 1 wrong)\n");
});

test("words that mean nothing are no label to judge", async () => {
  const photo = path.join(photos, "Orange_001.jpg");

  const { code, stderr } = await semblance(["label", "reject", "unicorn", photo, ...library()]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/expected a label such as dog .* but got "unicorn"/);
});

test("a label becomes a tag after a dry run that says what would change, and undo takes it back", async () => {
  const names = await search("label:fruit>0.2");
  const rejected = names.find((name) => name.startsWith("Orange"))!;
  await semblanceJson(["label", "reject", "fruit", path.join(photos, rejected), ...library()]);
  const rest = names.filter((name) => name !== rejected);
  const tagging = ["label", "tag", "fruit", "Food/Fruit", "--at-least", "0.2", ...library()];

  const dry = await semblance([...tagging, "--query", "name:Banana", "--dry-run"]);
  expect(dry.stdout).toMatch(/^Would add Food\/Fruit to \d photos?\n$/);
  expect(await semblanceJson(tagging)).toEqual({
    adds: rest.length,
    have: 0,
    rejected: 1,
    atLeast: 0.2,
    entry: expect.any(Number),
  });
  expect(await search("tag:Food")).toEqual(rest);

  await semblanceJson(["undo", ...library()]);
  expect(await search("tag:Food")).toEqual([]);
});

test("a confidence beyond 1 is refused", async () => {
  const args = ["label", "tag", "fruit", "Fruit", "--at-least", "2", ...library()];
  const { code, stderr } = await semblance(args);

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("Expected a number from 0 to 1."),
  });
});
