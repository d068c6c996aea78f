/**
 * @file The whole road over the larger set of real photos: what is found must be clearly better than colour alone.
 */
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../../electron/contract/client.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { hasShared, SHARED } from "../support/fixtures.ts";
import { findSimilar } from "../support/find-similar.ts";
import { tempFolder } from "../support/temp-folder.ts";

/** As the library tells it: without links. */
const PHOTOS = hasShared ? realpathSync(path.join(SHARED, "photos")) : "";
const NEAREST = 5;

/** Absolute path → label, for one of the labelled sets. */
function labelsOf(set: string): Map<string, string> {
  const rows = readFileSync(path.join(PHOTOS, "MANIFEST.tsv"), "utf8").trim().split("\n").slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [name, label] = row.split("\t");
      return name!.startsWith(`${set}/`) && label
        ? [[path.join(PHOTOS, name!), label] as const]
        : [];
    }),
  );
}

let library: AsyncDisposable;
let client: Client<"cli">;

/** All of it once, for all tests. */
async function indexShared(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const temp = stack.use(await tempFolder());
  const access = stack.use(await openLibrary({ libraryFolder: temp.path, live: false }));
  client = createClient<"cli">(access.connect(["cli"]));
  await client.request("library.index", { paths: [PHOTOS] });
  library = stack.move();
}

beforeAll(async () => {
  if (hasShared) await indexShared();
}, 300_000);
afterAll(async () => {
  if (hasShared) await library[Symbol.asyncDispose]();
});

/** Mean share of the five nearest that have the query's label. */
function precision(
  labels: ReadonlyMap<string, string>,
  nearest: ReadonlyMap<string, readonly string[]>,
): number {
  const shares = [...nearest].map(
    ([query, found]) =>
      found.filter((other) => labels.get(other) === labels.get(query)).length / NEAREST,
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Among the photos of one folder. */
async function nearestBySimilar(
  paths: readonly string[],
  folder: string,
): Promise<Map<string, string[]>> {
  const nearest = new Map<string, string[]>();
  const within = `folder:"${folder}"`;
  for (const query of paths) {
    const found = await findSimilar(client, query, { limit: NEAREST, within });
    nearest.set(
      query,
      found.map(({ photo }) => photo.path),
    );
  }
  return nearest;
}

type Likeness = (a: Float64Array, b: Float64Array) => number;

const cosine: Likeness = (a, b) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
/** Kinder to colour than cosine: what histograms share. */
const overlap: Likeness = (a, b) => a.reduce((sum, value, i) => sum + Math.min(value, b[i]!), 0);

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** The baseline: 8 × 8 × 8 bins of RGB. */
async function colourHistograms(paths: readonly string[]): Promise<Map<string, Float64Array>> {
  const histograms = new Map<string, Float64Array>();
  for (const file of paths) {
    const { data } = await sharp(file)
      .rotate()
      .resize(128, 128, { fit: "inside" })
      .removeAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bins = new Float64Array(512);
    for (let i = 0; i < data.length; i += 3)
      bins[(data[i]! >> 5) * 64 + (data[i + 1]! >> 5) * 8 + (data[i + 2]! >> 5)]! +=
        3 / data.length;
    histograms.set(file, bins);
  }
  return histograms;
}

function nearestByColour(
  histograms: ReadonlyMap<string, Float64Array>,
  likeness: Likeness,
): Map<string, string[]> {
  return new Map(
    [...histograms].map(([query, bins]) => {
      const others = [...histograms].filter(([other]) => other !== query);
      const ranked = others
        .map(([other, its]) => [other, likeness(its, bins)] as const)
        .sort((a, b) => b[1] - a[1]);
      return [query, ranked.slice(0, NEAREST).map(([other]) => other)];
    }),
  );
}

test.skipIf(!hasShared).for(["grocery", "clothing"])(
  "similar finds more of the same kind than colour does, in %s [needs ../shared]",
  { timeout: 180_000 },
  async (set) => {
    const labels = labelsOf(set);
    const paths = [...labels.keys()];
    const histograms = await colourHistograms(paths);

    const similar = precision(labels, await nearestBySimilar(paths, path.join(PHOTOS, set)));
    const byCosine = precision(labels, nearestByColour(histograms, cosine));
    const byOverlap = precision(labels, nearestByColour(histograms, overlap));

    const figures = [similar, byCosine, byOverlap].map((value) => value.toFixed(3));
    console.info(
      `${set}: precision at 5 of similar ${figures[0]}, of colour by cosine ${figures[1]}, by overlap ${figures[2]}`,
    );
    expect(similar).toBeGreaterThan(byCosine + 0.05);
    expect(similar).toBeGreaterThan(byOverlap + 0.02);
  },
);

test.skipIf(!hasShared)(
  "every file of the set is indexed or has its reason, and a second run changes nothing [needs ../shared]",
  { timeout: 180_000 },
  async () => {
    const { folders, counts } = await client.request("library.status", {});
    const again = await client.request("library.index", { paths: [PHOTOS] });

    expect(folders).toMatchObject([{ path: path.resolve(PHOTOS), photoCount: 432 }]);
    expect(counts).toMatchObject({ photos: 432, indexed: 432 - counts.failed });
    expect(again).toMatchObject({ indexed: 0, unchanged: counts.indexed });
    expect(again.failed.map(({ path: file, code }) => [path.extname(file), code])).toEqual([
      [".jxl", "format-unsupported"],
      [".avif", "format-unsupported"],
    ]);
  },
);
