/**
 * @file What the default model must reach on real photos, measured where ../shared is.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { cosine } from "../../../electron/engine/inference/normalise.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { hasShared, SHARED } from "../../support/fixtures.ts";

interface Reference {
  readonly photos: readonly { readonly path: string; readonly embedding: readonly number[] }[];
}

const model = await resolveModel("starter");
const photoAt = (name: string) => path.join(SHARED, "photos", name);

test.skipIf(!hasShared)(`embeddings of ${model.key} agree with ../shared's reference`, async () => {
  await using worker = startPhotoWorker({ model, provider: "cpu" });
  const file = path.join(SHARED, "models/starter/reference.json");
  const { photos } = JSON.parse(readFileSync(file, "utf8")) as Reference;

  const cosines = await Promise.all(
    photos.map(async (photo) =>
      cosine(
        (await worker.look(photoAt(photo.path))).embedding,
        Float32Array.from(photo.embedding),
      ),
    ),
  );

  expect(cosines.filter((each) => each >= 0.99).length).toBeGreaterThanOrEqual(50);
  expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.95);
  expect(cosines.reduce((sum, each) => sum + each, 0) / cosines.length).toBeGreaterThanOrEqual(
    0.995,
  );
});

const CLASSES: Readonly<Record<string, string>> = {
  Banana: "banana",
  Orange: "orange",
  Pomegranate: "pomegranate",
  "Red-Bell-Pepper": "bell pepper",
};

test.skipIf(!hasShared)(
  `the labels of ${model.key} name ../shared's fruit among the first five`,
  async () => {
    await using worker = startPhotoWorker({ model, provider: "cpu" });
    const rows = readFileSync(photoAt("MANIFEST.tsv"), "utf8")
      .split("\n")
      .map((row) => row.split("\t"));
    const fruit = rows.flatMap(([name, label]) => {
      const expected = CLASSES[label ?? ""];
      return expected === undefined ? [] : [{ name: name!, expected }];
    });

    const hits = await Promise.all(
      fruit.map(async ({ name, expected }) => {
        const { probabilities } = await worker.look(photoAt(name));
        const place = model.labels.findIndex((label) => label.name === expected);
        return probabilities.filter((each) => each > probabilities[place]!).length < 5;
      }),
    );

    expect(fruit.length).toBe(32);
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(20);
  },
);
