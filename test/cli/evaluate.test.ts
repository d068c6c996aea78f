import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Evaluation } from "../../electron/contract/similar.ts";
import { copyFixtures } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

// Each command is a process of its own that loads the model.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: TempFolder;
/** The fixtures' groceries, labelled by the names of their files. */
let labels: string;

beforeAll(async () => {
  folder = await tempFolder();
  await copyFixtures(folder.at("grocery"), "grocery");
  const names = await readdir(folder.at("grocery"));
  const rows = names.map((name) => `grocery/${name}\t${name.split("_")[0]}`);
  labels = folder.at("labels.tsv");
  await writeFile(labels, ["path\tlabel", ...rows, ""].join("\n"));
});
afterAll(() => folder[Symbol.asyncDispose]());

const evaluate = (...args: string[]) =>
  semblance(["evaluate", "--library", folder.at("library"), ...args]);
const evaluateJson = async (...args: string[]) =>
  semblanceJson<Evaluation & Record<string, unknown>>([
    "evaluate",
    "--library",
    folder.at("library"),
    ...args,
  ]);

test("a labelled set that is in no library is measured", async () => {
  const evaluation = await evaluateJson("--labels", labels);

  expect(Evaluation.parse(evaluation)).toMatchObject({
    queries: 9,
    leftOut: 0,
    labels: 4,
    skipped: [],
    model: expect.stringMatching(/^starter-/),
  });
  expect(evaluation).toMatchObject({ depth: 1, distance: "cosine", signedSqrt: false });
  expect(evaluation.precisionAt.map(({ k }) => k)).toEqual([1, 5]);
  expect(evaluation.curve.map(({ recall }) => recall)).toEqual([
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
  ]);
  // Of eight others one or two are relevant: by chance it is below 0.4.
  expect(evaluation.meanAveragePrecision).toBeGreaterThan(0.5);
  expect(evaluation.meanAveragePrecision).toBeLessThanOrEqual(1);
});

test("photos of the library give the same figures as files from outside", async () => {
  const outside = await evaluateJson("--labels", labels, "--depth", "0.5");
  const library = ["--library", folder.at("indexed")];
  await semblance(["index", folder.at("grocery"), ...library]);

  const inside = await semblanceJson<Evaluation>([
    ...["evaluate", "--labels", labels, "--depth", "0.5"],
    ...library,
  ]);

  expect(inside.meanAveragePrecision).toBeCloseTo(outside.meanAveragePrecision, 6);
});

test("depth, distance and signed square root change what is measured", async () => {
  const settings = ["--depth", "0", "--distance", "chebyshev", "--signed-sqrt"];
  const evaluation = await evaluateJson("--labels", labels, ...settings);

  expect(evaluation).toMatchObject({ depth: 0, distance: "chebyshev", signedSqrt: true });
  const plain = await evaluateJson("--labels", labels);
  expect(evaluation.meanAveragePrecision).not.toBe(plain.meanAveragePrecision);
});

test("reads well, and draws the curve beside the labels", async () => {
  const { code, stdout } = await evaluate("--labels", labels, "--svg");

  expect(code).toBe(0);
  expect(stdout).toMatch(/^9 queries, 4 labels, starter-\S+, cosine distance, depth 1$/m);
  expect(stdout).toMatch(/^mean average precision +[01]\.\d{3}$/m);
  expect(stdout).toMatch(/^precision@1 +[01]\.\d{3}$/m);
  expect(stdout).toMatch(/^precision at recall 0\.5 +[01]\.\d{3}$/m);
  expect(await readFile(folder.at("labels.svg"), "utf8")).toMatch(/^<\?xml .*<\/svg>\n$/s);
});

test("the drawing goes where it is told to", async () => {
  const { svg } = await evaluateJson("--labels", labels, "--svg", folder.at("curve.svg"));

  expect(svg).toBe(folder.at("curve.svg"));
  expect(await readFile(folder.at("curve.svg"), "utf8")).toContain("labels.tsv");
});

test("without --svg nothing is written", async () => {
  await writeFile(folder.at("quiet.tsv"), await readFile(labels));
  const before = await readdir(folder.path);

  await evaluate("--labels", folder.at("quiet.tsv"));

  expect(await readdir(folder.path)).toEqual(before);
});

test("files that cannot be read are skipped with the reason, and lone labels are no queries", async () => {
  await writeFile(folder.at("broken.jpg"), "no picture");
  const [banana, other] = ["grocery/Banana_005.jpg", "grocery/Banana_013.jpg"];
  const rows = [banana, other, "broken.jpg", "absent.jpg"].map((name) => `${name}\tbanana`);
  const lone = "grocery/Orange_001.jpg\torange";
  await writeFile(folder.at("mixed.tsv"), ["path\tlabel", ...rows, lone, ""].join("\r\n"));

  const evaluation = await evaluateJson("--labels", folder.at("mixed.tsv"));
  const { stderr } = await evaluate("--labels", folder.at("mixed.tsv"));

  expect(evaluation).toMatchObject({ queries: 2, leftOut: 1, labels: 2 });
  expect(evaluation.skipped.map((file) => path.basename(file.path))).toEqual([
    "broken.jpg",
    "absent.jpg",
  ]);
  for (const { path: file, message } of evaluation.skipped) expect(message).toContain(file);
  expect(stderr).toMatch(/^Skipped .*broken\.jpg: Expected /m);
  expect(stderr).toMatch(/^1 file is the only one of its label/m);
});

describe("what is wrong is said in one sentence", () => {
  test("of the set", async () => {
    await writeFile(folder.at("bad.tsv"), "path\tlabel\ngrocery/Banana_005.jpg\n");

    const { code, stderr } = await evaluate("--labels", folder.at("bad.tsv"));

    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /^semblance: Expected a label after a tab in line 2 of .*bad\.tsv but .*\n$/,
      ),
    ]);
  });

  test("where no label is there twice", async () => {
    const rows = "grocery/Banana_005.jpg\tbanana\ngrocery/Orange_001.jpg\torange\n";
    await writeFile(folder.at("lone.tsv"), `path\tlabel\n${rows}`);

    const { code, stderr } = await evaluate("--labels", folder.at("lone.tsv"));

    expect([code, stderr]).toEqual([
      1,
      "semblance: Expected at least two readable files of one label but got none among 2\n",
    ]);
  });

  test("of the drawing's name, before the labels are written over", async () => {
    const before = await readFile(labels, "utf8");

    const { code, stderr } = await evaluate("--labels", labels, "--svg", labels);

    expect([code, stderr]).toEqual([1, expect.stringContaining("ends in .svg")]);
    expect(await readFile(labels, "utf8")).toBe(before);
  });

  test.each([
    ["--depth", "2", /0 (and|to) 1/],
    ["--distance", "hamming", /Allowed choices are cosine, euclidean, manhattan, chebyshev/],
  ])("of %s %s", async (option, value, message) => {
    const { code, stderr } = await evaluate("--labels", labels, option, value);

    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test("without --labels", async () => {
    expect((await evaluate()).code).toBe(2);
  });
});
