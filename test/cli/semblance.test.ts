import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PhotoFacets } from "../../electron/contract/photo-facets.ts";
import { copyFixtures, FIXTURE_COUNT, FIXTURES } from "../support/fixtures.ts";
import { semblance, semblanceAlone, semblanceJson, startSemblance } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

interface Report {
  indexed: number;
  unchanged: number;
  failed: { path: string; code: string; message: string }[];
  seconds: number;
  model: string;
  provider: string;
}

interface Found {
  total: number;
  photos: {
    path: string;
    takenAt: string | null;
    labels: { name: string; wnid: string; confidence: number }[];
    tags: string[];
    rating: number;
  }[];
}

let temp: TempFolder;
let photos: string;
let firstRun: Report;
const library = () => ["--library", temp.at("library")];

beforeAll(async () => {
  temp = await tempFolder();
  photos = temp.at("photos");
  await copyFixtures(photos);
  await writeFile(path.join(photos, "broken.jpg"), "these bytes are no picture");
  await writeFile(path.join(photos, "notes.txt"), "this is skipped silently");
  firstRun = await semblanceJson<Report>(["index", photos, ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

describe("index", () => {
  test("indexes every photo and reports the damaged one by name and reason", () => {
    expect(firstRun).toMatchObject({
      indexed: FIXTURE_COUNT,
      unchanged: 0,
      failed: [{ path: path.join(photos, "broken.jpg"), code: "format-unsupported" }],
      model: expect.stringMatching(/^starter-/),
      provider: "cpu",
    });
    expect(firstRun.failed[0]!.message).toContain("broken.jpg");
  });

  test("a second run finds everything unchanged and lists the same failures again", async () => {
    const second = await semblanceJson<Report>(["index", photos, ...library()]);

    expect(second).toMatchObject({ indexed: 0, unchanged: FIXTURE_COUNT, failed: firstRun.failed });
    expect(second).toMatchObject({ model: firstRun.model, provider: firstRun.provider });
  });

  test("prints what was done and how to open the app", async () => {
    const { code, stdout, stderr } = await semblance(["index", photos, ...library()]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 indexed, 22 unchanged, 1 could not be/);
    expect(stderr).toContain("Open the app: ");
  });

  test("a folder that is not there is named", async () => {
    const { code, stdout, stderr } = await semblance(["index", temp.at("nowhere"), ...library()]);

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toBe(`semblance: There is nothing to read at ${temp.at("nowhere")}.`);
  });

  test("a folder inside a watched one is refused, because each photo would show twice", async () => {
    const { code, stderr } = await semblance(["index", path.join(photos, "grocery"), ...library()]);

    expect(code).toBe(1);
    expect(stderr).toContain(`is inside ${photos}, which is watched already`);
  });

  test("a model file is named relative to where the user stands, and one that is not there is named whole", async () => {
    const { code, stderr } = await semblance(
      ["index", photos, "--model", "no-model.onnx", ...library()],
      temp.path,
    );

    expect(code).toBe(1);
    expect(stderr).toContain(temp.at("no-model.onnx"));
  });

  test("a provider that this machine does not have is an error when it is named", async () => {
    const { code, stderr } = await semblance(["index", photos, "--provider", "dml", ...library()]);

    expect(code).toBe(1);
    expect(stderr).toContain("dml");
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("a process of its own", () => {
  test.for([
    ["ends by itself, whatever it has opened", ["similar", "bee.jpg", "--limit", "1"], 0],
    ["ends with 1 when it could not", ["labels", "there-is-none.jpg"], 1],
    ["ends with 2 when it was asked for wrongly", ["search", "x", "--limit", "0"], 2],
  ] as const)("%s", async ([, args, expected]) => {
    const { code, stdout } = await semblanceAlone(
      [...args, ...library()],
      path.join(photos, "rclip"),
    );

    expect([code, stdout === ""]).toEqual([expected, expected > 0]);
  });

  test("that indexes ends with its workers", async () => {
    const { code, stdout } = await semblanceAlone(["index", photos, ...library()]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 indexed, 22 unchanged/);
  });
});

interface Similar {
  readonly path: string;
  readonly similarity: number;
  readonly band: string | null;
}

describe("similar", () => {
  test("lists the library's photos, most similar first, without the photo itself", async () => {
    const photo = path.join(photos, "grocery", "Banana_005.jpg");

    const found = await semblanceJson<{ path: string; similarity: number }[]>([
      "similar",
      photo,
      "--limit",
      "100",
      ...library(),
    ]);

    const similarities = found.map(({ similarity }) => similarity);
    expect(found).toHaveLength(FIXTURE_COUNT - 1);
    expect(found.map((one) => one.path)).not.toContain(photo);
    expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
    expect(found.slice(0, 2).every(({ path: found }) => found.includes("Banana"))).toBe(true);
  });

  test("a picture from outside works, and its copy in the library is the first result", async () => {
    const outside = temp.at("outside.jpg");
    await copyFile(path.join(FIXTURES, "rclip", "bee.jpg"), outside);

    const [first] = await semblanceJson<{ path: string; similarity: number }[]>([
      "similar",
      outside,
      "--limit",
      "1",
      ...library(),
    ]);

    expect(first!.path).toBe(path.join(photos, "rclip", "bee.jpg"));
    expect(first!.similarity).toBeCloseTo(1, 5);
  });

  test("without a limit the list ends where likeness ends, and each photo has its band", async () => {
    const found = await semblanceJson<Similar[]>([
      "similar",
      path.join(photos, "grocery", "Banana_005.jpg"),
      ...library(),
    ]);

    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(FIXTURE_COUNT - 1);
    for (const { band } of found) expect(["same-shot", "very-similar", "related"]).toContain(band);
  });

  test("a list may be empty, which is said beside it", async () => {
    const photo = path.join(photos, "rclip", "bee.jpg");
    const { code, stdout, stderr } = await semblance([
      "similar",
      photo,
      "--within",
      "label:banana",
      ...library(),
    ]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("Nothing similar.");
  });

  test("photos may be named together, each with its weight, and one to stay away from", async () => {
    const at = (name: string) => path.join(photos, "grocery", name);
    const first = async (...args: string[]) =>
      (
        await semblanceJson<Similar[]>(["similar", ...args, "--limit", "1", ...library()])
      )[0]!.path.replace(/.*grocery/, "");

    const bananas = [at("Banana_005.jpg"), "--also", at("Orange_001.jpg"), "--weight", "0.1"];
    const oranges = [at("Banana_005.jpg"), "--weight", "0.1", "--also", at("Orange_001.jpg")];

    expect(await first(...bananas)).toContain("Banana");
    expect(await first(...oranges)).toContain("Orange");
    expect(await first(...oranges, "--not", at("Orange_006.jpg"))).not.toContain("Orange");
  });

  test("a part of a photo finds other photos than the whole does", async () => {
    const photo = path.join(photos, "immich", "prairie_falcon.jpg");
    const list = (...args: string[]) =>
      semblanceJson<Similar[]>(["similar", photo, ...args, "--limit", "5", ...library()]);

    const whole = await list();
    const part = await list("--region", "0,0,0.2,0.2");

    expect(part).toHaveLength(5);
    expect(part).not.toEqual(whole);
  });

  test("how alike depends on the depth", async () => {
    const photo = path.join(photos, "grocery", "Orange_001.jpg");
    const list = (depth: string) =>
      semblanceJson<Similar[]>(["similar", photo, "--depth", depth, "--limit", "5", ...library()]);

    const [deep, shallow] = [await list("1"), await list("0")];

    expect(shallow[0]!.similarity).toBeGreaterThan(deep[0]!.similarity);
  });

  test("a turned copy is the same shot when edited copies are looked for", async () => {
    const turned = temp.at("turned.jpg");
    await sharp(path.join(FIXTURES, "rclip", "bee.jpg"))
      .rotate(90)
      .jpeg()
      .toFile(turned);
    const list = (...args: string[]) =>
      semblanceJson<Similar[]>(["similar", turned, ...args, "--limit", "5", ...library()]);

    const upright = await list();
    const edited = await list("--edited");

    expect(upright.map(({ band }) => band)).not.toContain("same-shot");
    expect(edited[0]).toMatchObject({
      path: path.join(photos, "rclip", "bee.jpg"),
      band: "same-shot",
    });
    expect(edited).toHaveLength(5);
  });

  test("a file that is no picture is named", async () => {
    const { code, stderr } = await semblance([
      "similar",
      path.join(photos, "notes.txt"),
      ...library(),
    ]);

    expect(code).toBe(1);
    expect(stderr).toContain("notes.txt");
  });
});

describe("search", () => {
  test("an empty query lists everything, the damaged file included", async () => {
    const found = await semblanceJson<Found>(["search", "", "--limit", "5", ...library()]);

    expect(found.total).toBe(FIXTURE_COUNT + 1);
    expect(found.photos).toHaveLength(5);
    expect(found.photos.every((photo) => path.isAbsolute(photo.path))).toBe(true);
  });

  test("labels are found and shown with their class and confidence", async () => {
    const found = await semblanceJson<Found>(["search", "label:banana", ...library()]);

    expect(found.total).toBeGreaterThan(0);
    expect(found.photos.every((photo) => photo.path.includes("Banana"))).toBe(true);
    expect(found.photos[0]!.labels[0]).toEqual({
      name: "banana",
      wnid: "n07753592",
      confidence: expect.any(Number),
    });
  });

  test("a common word finds the photos of everything it stands for, in the plural too", async () => {
    const cats = await semblanceJson<Found>(["search", "label:cat", ...library()]);
    const plural = await semblanceJson<Found>(["search", "label:cats", ...library()]);

    expect(cats.photos.map((photo) => path.basename(photo.path))).toEqual(["black kitty.jpeg"]);
    expect(plural).toEqual(cats);
  });

  test("capture times are local wall time", async () => {
    const found = await semblanceJson<Found>(["search", "prairie_falcon", ...library()]);

    expect(found.photos.map(({ takenAt }) => takenAt)).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/),
    ]);
  });

  test("photos come in the order that is asked for, or the other way round", async () => {
    const query = ["search", "is:indexed"];
    const names = async (...order: string[]) => {
      const { photos: found } = await semblanceJson<Found>([...query, ...order, ...library()]);
      return found.map((photo) => path.basename(photo.path));
    };

    const backwards = await names("--sort", "name", "--reverse");
    const refused = await semblance([...query, "--sort", "size", ...library()]);

    const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    expect(backwards).toEqual(backwards.toSorted((a, b) => collator.compare(b, a)));
    expect(backwards).toHaveLength(FIXTURE_COUNT);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("taken, added, name, rating");
  });

  test("facets counts what the photos of a search are made of", async () => {
    const query = "is:indexed";
    const facets = await semblanceJson<PhotoFacets>(["facets", query, ...library()]);
    const text = await semblance(["facets", query, ...library()]);

    expect(facets.total).toBe(FIXTURE_COUNT);
    expect(facets.kinds).toEqual({ photo: FIXTURE_COUNT, video: 0 });
    expect(facets.cameras.length).toBeGreaterThan(0);
    expect(text.stdout).toContain(`total ${String(FIXTURE_COUNT).padStart(15)}\n`);
    expect(text.stdout).toContain(facets.cameras[0]!.name);
  });

  test("a query that does not follow the language says what was expected", async () => {
    const { code, stderr } = await semblance(["search", "rating:>=6", ...library()]);

    expect(code).toBe(1);
    expect(stderr).toContain("rating:>=6");
    expect(stderr).toContain("0 to 5");
  });
});

describe("labels and embed", () => {
  test("one photo gets a list of exactly as many labels as asked for, most confident first", async () => {
    const photo = path.join(FIXTURES, "grocery", "Orange_001.jpg");

    const labels = await semblanceJson<{ name: string; confidence: number }[]>([
      "labels",
      photo,
      "--limit",
      "7",
      ...library(),
    ]);

    expect(labels).toHaveLength(7);
    expect(labels.map(({ name }) => name)).toContain("orange");
    expect(labels.map(({ confidence }) => confidence)).toEqual(
      labels.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });

  test("several photos get a list each, in the order they were named", async () => {
    const named = ["grocery/Orange_001.jpg", "rclip/bee.jpg"].map((name) =>
      path.join(FIXTURES, name),
    );

    const found = await semblanceJson<{ path: string; labels: unknown[] }[]>([
      "labels",
      ...named,
      ...library(),
    ]);

    expect(found.map(({ path: at, labels }) => [at, labels.length])).toEqual(
      named.map((at) => [at, 5]),
    );
  });

  test("embeddings have unit length and the model's dimension", async () => {
    const [embedded] = await semblanceJson<{ path: string; model: string; embedding: number[] }[]>([
      "embed",
      "test/fixtures/photos/rclip/bee.jpg",
      ...library(),
    ]);

    expect(embedded!.path).toBe(path.join(FIXTURES, "rclip", "bee.jpg"));
    expect(embedded!.model).toBe(firstRun.model);
    expect(embedded!.embedding).toHaveLength(384);
    expect(Math.hypot(...embedded!.embedding)).toBeCloseTo(1, 5);
  });
});

describe("tag and folder", () => {
  const listTags = () =>
    semblanceJson<{ tag: string; count: number }[]>(["tag", "list", ...library()]);

  test("a tag is added, listed, searched and removed; paths are relative to where the user stands", async () => {
    const where = path.join(photos, "rclip");
    const tagged = await semblanceJson(
      ["tag", "add", "Places/New York", "bee.jpg", "black kitty.jpeg", ...library()],
      where,
    );
    const all = await listTags();
    const one = await semblanceJson(["tag", "list", "bee.jpg", ...library()], where);
    const found = await semblanceJson<Found>(["search", 'tag:"new york"', ...library()]);
    const removed = await semblanceJson(
      ["tag", "remove", "places/new york", "bee.jpg", "black kitty.jpeg", ...library()],
      where,
    );

    expect(all).toContainEqual({ tag: "Places/New York", count: 2, below: 2 });
    // Some of the photos came with keywords.
    expect(all).toContainEqual({ tag: "raptors", count: 1, below: 1 });
    expect({ tagged, one, removed }).toEqual({
      tagged: { changed: 2, entry: expect.any(Number) as number },
      one: [{ tag: "Places/New York", count: 2, below: 2 }],
      removed: { changed: 2, entry: expect.any(Number) as number },
    });
    expect(found.photos.map(({ tags }) => tags)).toEqual([
      ["Places/New York"],
      ["Places/New York"],
    ]);
    expect((await listTags()).map(({ tag }) => tag)).not.toContain("Places/New York");
  });

  test("a file outside the library cannot be tagged, and then none of the others is", async () => {
    const { code, stderr } = await semblance([
      "tag",
      "add",
      "work",
      path.join(photos, "rclip", "bee.jpg"),
      path.join(FIXTURES, "rclip", "bee.jpg"),
      ...library(),
    ]);

    expect(code).toBe(1);
    expect(stderr).toContain(path.join(FIXTURES, "rclip", "bee.jpg"));
    expect((await listTags()).map(({ tag }) => tag)).not.toContain("work");
  });

  test("a removed folder's photos leave every result; when it is added again its tags are back", async () => {
    await using other = await tempFolder();
    const lib = ["--library", other.at("library")];
    await mkdir(other.at("photos"));
    await copyFile(path.join(FIXTURES, "rclip", "bee.jpg"), other.at("photos", "bee.jpg"));
    await semblanceJson(["index", other.at("photos"), ...lib]);
    await semblanceJson(["tag", "add", "insects", other.at("photos", "bee.jpg"), ...lib]);

    await semblanceJson(["folder", "remove", other.at("photos"), ...lib]);
    const afterwards = await semblanceJson<Found>(["search", "", ...lib]);
    const folders = await semblanceJson(["folder", "list", ...lib]);
    await semblanceJson(["folder", "add", other.at("photos"), ...lib]);
    const again = await semblanceJson<Found>(["search", "", ...lib]);

    expect(afterwards.total).toBe(0);
    expect(folders).toEqual([]);
    expect(again.photos.map(({ tags }) => tags)).toEqual([["insects"]]);
  });
});

describe("status", () => {
  test("says what is in the library and what it runs on", async () => {
    const status = await semblanceJson<Record<string, unknown>>(["status", ...library()]);

    expect(status).toMatchObject({
      folders: [{ path: photos, state: "unwatched" }],
      photos: FIXTURE_COUNT + 1,
      indexed: FIXTURE_COUNT,
      failed: 1,
      missing: 0,
      model: firstRun.model,
      provider: "cpu",
      versions: {
        node: process.versions.node,
        onnxruntime: expect.stringMatching(/^1\./),
        sharp: expect.any(String),
        lancedb: expect.any(String),
      },
    });
    expect(status.diskBytes).toBeGreaterThan(100_000);
  });
});

describe("usage", () => {
  test.for([
    ["nonsense"],
    ["index"],
    ["search", "x", "--limit", "0"],
    ["similar"],
    ["similar", "a.jpg", "--region", "0.5,0.5,0.6,0.1"],
    ["similar", "a.jpg", "--region", "0,0,1"],
    ["similar", "a.jpg", "--weight", "heavy"],
    ["similar", "a.jpg", "--depth", "2"],
    ["index", ".", "--provider", "abacus"],
  ])("semblance %s ends with 2", async (args) => {
    const { code, stdout } = await semblance(args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test.for([["--help"], ["index", "--help"], ["tag", "add", "--help"], ["serve", "--help"]])(
    "semblance %s explains itself",
    async (args) => {
      const { code, stdout } = await semblance(args);

      expect(code).toBe(0);
      expect(stdout).toContain("Usage: semblance");
    },
  );
});

describe("watch", () => {
  test("reports what changes in a folder as lines of JSON, and others may use the library meanwhile", async () => {
    await using other = await tempFolder();
    const folder = other.at("photos");
    const lib = ["--library", other.at("library")];
    await mkdir(folder);
    await copyFile(path.join(FIXTURES, "rclip", "bee.jpg"), path.join(folder, "bee.jpg"));
    await using watching = startSemblance(["watch", folder, "--json", ...lib]);
    const report = JSON.parse(await watching.nextLine()) as Report & { kind: string };

    await copyFile(
      path.join(FIXTURES, "grocery", "Banana_005.jpg"),
      path.join(folder, "banana.jpg"),
    );
    const lines: { kind: string; path: string }[] = [];
    while (!lines.some(({ kind }) => kind === "indexed"))
      lines.push(JSON.parse(await watching.nextLine()) as never);
    const found = await semblanceJson<Found>(["search", "banana", ...lib]);
    await rm(path.join(folder, "bee.jpg"));
    await until(
      "the deleted file to be missing",
      async () => (await semblanceJson<Found>(["search", "is:missing", ...lib])).total === 1,
    );

    expect(report).toMatchObject({ kind: "report", indexed: 1 });
    expect(lines.map(({ kind, path: at }) => `${kind} ${path.basename(at)}`)).toEqual([
      "seen banana.jpg",
      "shown banana.jpg",
      "indexed banana.jpg",
    ]);
    expect(found.photos.map((photo) => photo.path)).toEqual([path.join(folder, "banana.jpg")]);
  });
});
