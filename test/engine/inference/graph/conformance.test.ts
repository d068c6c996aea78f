import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cosine, toUnitLength } from "../../../../electron/engine/inference/normalise.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { openSession } from "../../../../electron/engine/inference/session.ts";
import { hasShared, SHARED } from "../../../support/fixtures.ts";
import { meansOf, relativeError, runFile } from "../../../support/run-net.ts";

const FOLDER = path.join(SHARED, "models/conformance");
const SIDE_PX = 224;
const KINDS = ["embedding", "stage2", "stage3"] as const;

interface Expected extends Record<(typeof KINDS)[number], number[][]> {
  readonly featureMapShape: number[];
  readonly logitsTop5: [index: number, logit: number][][];
}

interface Conformance {
  readonly input: { file: string; mean: number[]; std: number[] };
  readonly models: Record<string, Expected>;
}

function readExpected(): Conformance {
  return JSON.parse(readFileSync(path.join(FOLDER, "expected.json"), "utf8")) as Conformance;
}

/** As expected.json says: ((v / 255) − mean) / std, from [2, 224, 224, 3] to [2, 3, 224, 224]. */
function readPictures({ input }: Conformance): Float32Array {
  const bytes = readFileSync(path.join(FOLDER, input.file));
  const cells = SIDE_PX * SIDE_PX;
  return Float32Array.from({ length: 2 * 3 * cells }, (_, i) => {
    const [picture, channel, cell] = [
      Math.floor(i / (3 * cells)),
      Math.floor(i / cells) % 3,
      i % cells,
    ];
    const value = bytes[(picture * cells + cell) * 3 + channel]! / 255;
    return (value - input.mean[channel]!) / input.std[channel]!;
  });
}

/** The README of the folder: by how much rows may differ, and how alike their difference must be. */
function limitsOf(file: string): { error: number; cosine: number } {
  return file.includes("fp32") ? { error: 1e-3, cosine: 0.9999 } : { error: 0.1, cosine: 0.95 };
}

function difference([a, b]: readonly Float32Array[]): Float32Array {
  return a!.map((value, i) => value - b![i]!);
}

function largest(values: Float32Array, count: number): number[] {
  return [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, count);
}

describe.skipIf(!hasShared)("the published shapes of ResNet-50 in ../shared", () => {
  const conformance = hasShared ? readExpected() : undefined;
  const files = Object.entries(conformance?.models ?? {});

  test.each(files)(
    "%s gives the embedding and stages that it has inside",
    async (file, expected) => {
      const model = await resolveModel(path.join(FOLDER, file));
      const pixels = readPictures(conformance!);
      const limits = limitsOf(file);

      const values = await runFile(model.filePath, pixels, [2, 3, SIDE_PX, SIDE_PX]);

      for (const kind of KINDS) {
        const rows = meansOf(values[kind]!);
        const wanted = expected[kind].map((row) => Float32Array.from(row));
        const errors = rows.map((row, i) => relativeError(row, wanted[i]!));
        expect(Math.max(...errors), kind).toBeLessThanOrEqual(limits.error);
        const likeness = cosine(difference(rows), difference(wanted));
        expect(likeness, kind).toBeGreaterThanOrEqual(limits.cosine);
      }
      expect(values.features!.dims).toEqual(expected.featureMapShape);
      expect(values.logits!.dims).toEqual([2, 1000]);
    },
  );

  test.each(files)("%s answers through a session in the same way", async (file, expected) => {
    const model = await resolveModel(path.join(FOLDER, file));
    await using session = await openSession(model, "cpu");
    const limits = limitsOf(file);

    const inferences = await session.run(readPictures(conformance!), 2);

    for (const kind of KINDS) {
      const rows = inferences.map((inference) => inference[kind]!);
      const wanted = expected[kind].map((row) => toUnitLength(Float32Array.from(row)));
      const errors = rows.map((row, i) => relativeError(row, wanted[i]!));
      expect(Math.max(...errors), kind).toBeLessThanOrEqual(limits.error);
    }
    const labels = inferences.map(({ probabilities }) => largest(probabilities, 5));
    const wanted = expected.logitsTop5.map((row) => row.map(([index]) => index));
    // Eight bits give many classes the same score, and their arithmetic differs between processors.
    if (file.includes("fp32")) expect(labels).toEqual(wanted);
  });

  test("a card is not needed: what is assumed is said", async () => {
    const model = await resolveModel(path.join(FOLDER, "resnet50-thin-fp32.onnx"));

    expect({ ...model, filePath: path.basename(model.filePath), labels: model.labels[0] }).toEqual({
      key: "resnet50-thin-fp32-file-9a2dc728",
      name: "resnet50-thin-fp32",
      precision: "file",
      sourcePath: path.join(FOLDER, "resnet50-thin-fp32.onnx"),
      filePath: "9a2dc7284415d33d5dc84c11894b9d6e990f1235bb37eaec47b5648bd37d0e1b-v1.onnx",
      input: expect.objectContaining({ name: "data", sizePx: 224, resizePx: 256 }),
      outputs: { embedding: "embedding", scores: "logits", stage2: "stage2", stage3: "stage3" },
      scoresAre: "logits",
      embeddingSize: 256,
      labels: { name: "tench", wnid: "n01440764" },
      temperature: 1,
      labelThreshold: 0.5,
      note: expect.stringContaining("ILSVRC 2012"),
    });
  });
});
