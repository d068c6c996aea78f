import { afterEach, beforeEach, expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import {
  insertPhoto,
  markMissing,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import { removeFolder } from "../../../electron/engine/catalog/folders.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import {
  SimilarSearch,
  type ResolvedExample,
  type SimilarQuestion,
} from "../../../electron/engine/similar/similar-search.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

let temp: TempFolder;
let vectors: VectorTable;
let catalog: ReturnType<typeof openTestCatalog>;
let similar: SimilarSearch;

beforeEach(async () => {
  temp = await tempFolder();
  vectors = new VectorTable({ folder: temp.path, model: "starter-1", onLost: () => undefined });
  catalog = openTestCatalog();
  const { db } = catalog;
  const search = new PhotoSearch({ catalog: db, model: { key: "starter-1", labelThreshold: 0.5 } });
  similar = new SimilarSearch({
    catalog: db,
    search,
    background: { read: () => undefined, write: () => undefined },
  });
});

afterEach(async () => {
  await vectors[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

const fingerprint = (degrees: number) => degrees.toString(16).padStart(64, "0");

/** Nothing can be looked at, so that likeness alone decides. */
const greys = () => Promise.resolve(undefined);

function at(degrees: number): Float32Array {
  const radians = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(radians), Math.sin(radians));
}

/** Photos named by the direction of their embedding in degrees. */
async function addPhotos(...degrees: number[]): Promise<PhotoId[]> {
  await vectors.append(
    degrees.map((angle) => ({
      fingerprint: fingerprint(angle),
      embedding: at(angle),
      stage2: at(90 - angle),
      stage3: at(90 - angle),
    })),
  );
  return degrees.map((angle) => addEntry(angle, `${angle}.jpg`));
}

function addEntry(degrees: number, name: string): PhotoId {
  const place = { folderId: catalog.folderId, directory: "", name };
  const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };
  const id = insertPhoto(catalog.db, place, stamp);
  setFingerprint(catalog.db, id, fingerprint(degrees));
  return id;
}

function rate(...ids: readonly PhotoId[]): void {
  for (const id of ids) catalog.db.run("UPDATE photo SET rating = 5 WHERE id = ?", [id]);
}

function example(degrees: number, options: { weight?: number; entry?: PhotoId } = {}) {
  const vectors = { embedding: at(degrees), stage2: at(90 - degrees), stage3: at(90 - degrees) };
  return { vectors, weight: 1, ...options };
}

function ask(examples: readonly ResolvedExample[], options: Partial<SimilarQuestion> = {}) {
  const page = { within: "", depth: 1, edited: false, offset: 0, limit: 100, beyondEnd: false };
  const rest = { ...page, resolveTurned: noneTurned, ...options };
  const about = JSON.stringify(
    examples.map(({ vectors, weight }) => [...vectors.embedding!, weight]),
  );
  const question = { about, resolve: () => Promise.resolve(examples), ...rest };
  return similar.page(question, { modelKey: "starter-1", vectors, greys });
}

const noneTurned = () => Promise.resolve([]);

async function names(...asked: Parameters<typeof ask>): Promise<string[]> {
  return (await ask(...asked)).photos.map(({ photo }) => photo.name);
}

test("the list ends where likeness ends, and says how much of it each band has", async () => {
  await addPhotos(0, 10, 33, 42, 60, 90);

  const page = await ask([example(0)]);

  expect(page.photos.map(({ photo, band }) => [photo.name, band])).toEqual([
    ["0.jpg", "same-shot"],
    ["10.jpg", "same-shot"],
    ["33.jpg", "very-similar"],
    ["42.jpg", "related"],
  ]);
  expect(page.photos[2]!.similarity).toBeCloseTo(Math.cos((33 * Math.PI) / 180), 5);
  expect(page).toMatchObject({
    total: 4,
    bands: { "same-shot": 2, "very-similar": 1, related: 1 },
  });
});

test("nothing similar is an empty list", async () => {
  await addPhotos(90, 80);

  expect(await ask([example(0)])).toEqual({
    photos: [],
    total: 0,
    bands: { "same-shot": 0, "very-similar": 0, related: 0 },
  });
});

test("who wants more than the list has gets what follows, in no band", async () => {
  await addPhotos(0, 60, 90);

  const page = await ask([example(0)], { beyondEnd: true, limit: 2 });

  expect(page.photos.map(({ photo, band }) => [photo.name, band])).toEqual([
    ["0.jpg", "same-shot"],
    ["60.jpg", null],
  ]);
  expect(page.total).toBe(1);
});

test("pages follow each other without gaps", async () => {
  await addPhotos(0, 1, 2, 3, 4);

  const pages = [0, 2, 4, 6].map((offset) => names([example(0)], { offset, limit: 2 }));

  expect(await Promise.all(pages)).toEqual([["0.jpg", "1.jpg"], ["2.jpg", "3.jpg"], ["4.jpg"], []]);
});

test("an example's own entry is no result, but its copy is, with similarity 1", async () => {
  const [own] = await addPhotos(0, 5);
  addEntry(0, "copy.jpg");

  const { photos } = await ask([example(0, { entry: own! })]);

  expect(photos.map(({ photo }) => photo.name)).toEqual(["copy.jpg", "5.jpg"]);
  expect(photos[0]!.similarity).toBeCloseTo(1, 6);
});

test("missing photos and those of removed folders are out", async () => {
  const [, missing] = await addPhotos(0, 1, 2);
  markMissing(catalog.db, missing!);
  expect(await names([example(0)])).toEqual(["0.jpg", "2.jpg"]);

  removeFolder(catalog.db, catalog.folderId);

  expect(await names([example(0)])).toEqual([]);
});

test("an answer that is remembered is forgotten when the catalog changes", async () => {
  const [id] = await addPhotos(0, 1);
  expect(await names([example(0)])).toHaveLength(2);

  markMissing(catalog.db, id!);

  expect(await names([example(0)])).toEqual(["1.jpg"]);
});

test("only what a search finds is ranked, however far down the list it is", async () => {
  const ids = await addPhotos(...Array.from({ length: 40 }, (_, index) => 2 * index));
  rate(ids[14]!, ids[39]!);

  expect(await names([example(0)], { within: "rating:5" })).toEqual(["28.jpg"]);
  expect(await names([example(0)], { within: "rating:5", beyondEnd: true })).toEqual([
    "28.jpg",
    "78.jpg",
  ]);
  expect(await names([example(0)], { within: "rating:4 -rating:5" })).toEqual([]);
});

test("a search that finds half of a large library loses nothing of the list either", async () => {
  const many = Array.from({ length: 2400 }, (_, index) => index);
  await vectors.append(
    many.map((index) => ({ fingerprint: fingerprint(index), embedding: at(index / 40) })),
  );
  const ids = many.map((index) => addEntry(index, `${index}.jpg`));
  rate(...ids.filter((_, index) => index % 2 === 1));

  const inside = await ask([{ vectors: { embedding: at(0) }, weight: 1 }], { within: "rating:5" });
  const all = await ask([{ vectors: { embedding: at(0) }, weight: 1 }]);

  expect(inside.photos.slice(0, 3).map(({ photo }) => photo.name)).toEqual([
    "1.jpg",
    "3.jpg",
    "5.jpg",
  ]);
  // The library of its own has limits that many are beyond; both lists end at the same likeness.
  expect(Math.abs(inside.total * 2 - all.total)).toBeLessThanOrEqual(1);
  expect(inside.total).toBeGreaterThan(50);
});

test("a search text that nobody understands is refused", async () => {
  await addPhotos(0);

  await expect(names([example(0)], { within: "taken:never" })).rejects.toMatchObject({
    code: "query-invalid",
  });
});

test("between two examples is what is like both", async () => {
  await addPhotos(0, 20, 40);

  expect(await names([example(0), example(40)])).toEqual(["20.jpg", "40.jpg", "0.jpg"]);
  expect(await names([example(0, { weight: 5 }), example(40)])).toEqual([
    "0.jpg",
    "20.jpg",
    "40.jpg",
  ]);
});

test("a photo near a negative example falls", async () => {
  await addPhotos(330, 20, 25);

  const list = await names([example(0), example(50, { weight: -1 })]);

  expect(list[0]).toBe("330.jpg");
});

test("at depth 0 the stages alone decide", async () => {
  await addPhotos(10, 80);
  const mixed = { vectors: { embedding: at(10), stage2: at(10), stage3: at(10) }, weight: 1 };

  const looksLike = await ask([mixed], { depth: 0 });
  const means = await ask([mixed], { depth: 1 });

  expect(looksLike.photos.map(({ photo }) => photo.name)).toEqual(["80.jpg"]);
  expect(looksLike.photos[0]!.similarity).toBeCloseTo(1, 6);
  expect(means.photos.map(({ photo }) => photo.name)).toEqual(["10.jpg"]);
});

/** Photos that look like the example and mean something else, by the angle of what they mean. */
async function addCrops(...degrees: number[]): Promise<void> {
  await vectors.append(
    degrees.map((angle) => ({
      fingerprint: fingerprint(angle),
      embedding: at(angle),
      stage2: at(90),
      stage3: at(90),
    })),
  );
  for (const angle of degrees) addEntry(angle, `${angle}-crop.jpg`);
}

test("what only its stages know for the same picture is in a better band when edited copies are looked for", async () => {
  await addPhotos(0, 10, 41);
  await addCrops(42, 60);
  const bands = async (edited: boolean) => {
    const { photos, total } = await ask([example(0)], { edited });
    return { found: photos.map(({ photo, band }) => [photo.name, band]), total };
  };

  expect(await bands(false)).toEqual({
    found: [
      ["0.jpg", "same-shot"],
      ["10.jpg", "same-shot"],
      ["41.jpg", "related"],
      ["42-crop.jpg", "related"],
    ],
    total: 4,
  });
  expect(await bands(true)).toEqual({
    found: [
      ["0.jpg", "same-shot"],
      ["10.jpg", "same-shot"],
      ["42-crop.jpg", "same-shot"],
      ["60-crop.jpg", "very-similar"],
      ["41.jpg", "related"],
    ],
    total: 5,
  });
});

test("the same shot as a turned example is the same shot, and nothing less is taken from it", async () => {
  const [own] = await addPhotos(0, 20, 90, 120);
  addEntry(90, "copy of 90.jpg");
  const turned = [example(90), example(91), example(180)];

  const page = await ask([example(0, { entry: own! })], {
    edited: true,
    resolveTurned: () => Promise.resolve(turned),
  });

  expect(page.photos.map(({ photo, band }) => [photo.name, band])).toEqual([
    ["copy of 90.jpg", "same-shot"],
    ["90.jpg", "same-shot"],
    ["20.jpg", "very-similar"],
  ]);
  expect(page).toMatchObject({ total: 3, bands: { "same-shot": 2, "very-similar": 1 } });
});

test("edited copies are looked for within a search too, and what follows the list is still there", async () => {
  const ids = await addPhotos(0, 70, 90, 91);
  rate(ids[1]!, ids[3]!);
  const options = {
    ...{ edited: true, within: "rating:5", beyondEnd: true },
    resolveTurned: () => Promise.resolve([example(90)]),
  };

  expect(await names([example(0)], options)).toEqual(["91.jpg", "70.jpg"]);
});

test("a later question of the same session ends the one before it", async () => {
  await addPhotos(0, 1);
  const { promise: never } = Promise.withResolvers<ResolvedExample[]>();

  const older = similar.page(
    {
      ...{ about: "older", resolve: () => never, within: "", depth: 1, session: "window" },
      ...{ offset: 0, limit: 10, beyondEnd: false, edited: false, resolveTurned: noneTurned },
    },
    { modelKey: "starter-1", vectors, greys },
  );
  const newer = names([example(0)], { session: "window" });

  await expect(older).rejects.toMatchObject({ code: "cancelled" });
  expect(await newer).toEqual(["0.jpg", "1.jpg"]);
});
