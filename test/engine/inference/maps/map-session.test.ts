import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { likenessOf, scoreOf } from "../../../../electron/engine/explaining/contributions.ts";
import { sumOf } from "../../../../electron/engine/explaining/grid.ts";
import { openMapSession } from "../../../../electron/engine/inference/maps/map-session.ts";
import type { ModelInput } from "../../../../electron/engine/inference/models/model-card.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { openSession } from "../../../../electron/engine/inference/session.ts";
import { hasShared, SHARED } from "../../../support/fixtures.ts";
import { OnnxWriter } from "../../../support/onnx-writer.ts";
import { residualNet, SIDE_PX, type NetOptions } from "../../../support/residual-net.ts";
import { meansOf, runFile, twoPictures } from "../../../support/run-net.ts";
import { tempFolder, type TempFolder } from "../../../support/temp-folder.ts";

const MAPS = ["embedding", "stage2", "stage3"] as const;

/** By how much sums may differ from what a session of the model says; 8 bits round the mean once more than the map. */
async function expectExact(
  file: string,
  tolerance: number,
  toPictures: (input: ModelInput) => Float32Array = ({ sizePx }) => twoPictures(sizePx),
): Promise<void> {
  const model = await resolveModel(file);
  const pictures = toPictures(model.input);
  const half = pictures.length / 2;
  const tensors = [pictures.slice(0, half), pictures.slice(half)] as const;
  await using session = await openSession(model, "cpu");
  await using mapped = await openMapSession(model);
  const classes = [3];

  const inferences = [...(await session.run(tensors[0], 1)), ...(await session.run(tensors[1], 1))];
  const seen = [
    await mapped.run(tensors[0], { maps: MAPS, classes }),
    await mapped.run(tensors[1], { maps: MAPS, classes }),
  ] as const;

  for (const column of MAPS) {
    const [one, other] = inferences.map((inference) => inference[column]!);
    const dot = one!.reduce((sum, value, at) => sum + value * other![at]!, 0);
    const cells = likenessOf(seen[0].maps, seen[1].maps, [{ column, share: 1 }]);
    const others = likenessOf(seen[1].maps, seen[0].maps, [{ column, share: 1 }]);
    expect(Math.abs(sumOf(cells) - dot), column).toBeLessThan(tolerance);
    expect(Math.abs(sumOf(others) - dot), column).toBeLessThan(tolerance);
  }
  // What a label's score has over the mean score is the sum of its cells and a bias, which is the same for all photos.
  const { sizePx } = model.input;
  const values = await runFile(model.filePath, pictures, [2, 3, sizePx, sizePx]);
  const rows = meansOf(values[model.outputs.scores]!).map((scores) =>
    model.scoresAre === "logits" ? scores : scores.map(Math.log),
  );
  const biases = rows.map((logits, at) => {
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
    const { maps, direction } = seen[at]!;
    return logits[classes[0]!]! - mean - sumOf(scoreOf(maps.embedding!, direction!));
  });
  const range = Math.max(...rows[0]!) - Math.min(...rows[0]!);
  expect(Math.abs(biases[0]! - biases[1]!) / range).toBeLessThan(5 * tolerance);
}

/** The two pictures beside the models, as their README says: RGB, row by row, to be normalised. */
function conformancePictures({ sizePx, mean, std }: ModelInput): Float32Array {
  const bytes = readFileSync(`${SHARED}models/conformance/input-rgb8-2x224x224x3.bin`);
  const cells = sizePx * sizePx;
  return Float32Array.from({ length: 2 * 3 * cells }, (_, i) => {
    const [picture, channel] = [Math.floor(i / (3 * cells)), Math.floor(i / cells) % 3];
    const value = bytes[(picture * cells + (i % cells)) * 3 + channel]! / 255;
    return (value - mean[channel]!) / std[channel]!;
  });
}

async function writeNet(folder: TempFolder, options: NetOptions): Promise<string> {
  const file = folder.at("net.onnx");
  await writeFile(file, residualNet({ classes: 1000, ...options }).writer.toBytes());
  return file;
}

test.each<[string, number]>([
  ["starter:float32", 1e-5],
  ["starter:int8", 1e-3],
])("the cells of %s add up to what it says of photos", (name, tolerance) =>
  expectExact(name, tolerance),
);

describe.skipIf(!hasShared)("the published shapes of ResNet-50 in ../shared", () => {
  test.each([
    ["resnet50-thin-fp32.onnx", 1e-5],
    ["resnet50-thin-int8-qdq.onnx", 0.02],
    ["resnet50-thin-int8-qoperator.onnx", 0.02],
  ])("the cells of %s add up to what it says of photos", (name, tolerance) =>
    expectExact(`${SHARED}models/conformance/${name}`, tolerance, conformancePictures),
  );
});

test.each<[string, NetOptions]>([
  ["turned weights after a reshape", { head: "matmul" }],
  ["a convolution as its classifier", { head: "conv" }],
  ["a reduced mean", { head: "reduce", version: 2, block: "bottleneck", widths: [8, 16, 24, 32] }],
  ["a softmax at its end", { endsInSoftmax: true }],
])("the cells of a net with %s add up", async (_, options) => {
  await using folder = await tempFolder();

  await expectExact(await writeNet(folder, options), 1e-4);
});

test("a model that takes the largest of each channel, and not the mean, cannot say where anything is", async () => {
  await using folder = await tempFolder();
  const file = folder.at("largest.onnx");
  await writeFile(file, largestNet().toBytes());
  const model = await resolveModel(file);

  await expect(openMapSession(model)).rejects.toMatchObject({
    code: "explanation-impossible",
    message: expect.stringContaining(file) as string,
  });
});

function largestNet(): OnnxWriter {
  const writer = new OnnxWriter(13);
  const pixels = writer.addInput("pixels", ["N", 3, SIDE_PX, SIDE_PX]);
  const filters = writer.addWeights([4, 3, 1, 1], new Float32Array(12).fill(0.5));
  const map = writer.add("Relu", [writer.add("Conv", [pixels, filters])]);
  const row = writer.add("Flatten", [writer.add("GlobalMaxPool", [map])]);
  const weights = writer.addWeights([1000, 4], new Float32Array(4000).fill(0.1));
  writer.addNamed("scores", "Gemm", [row, weights], { transB: 1 });
  writer.addOutput("scores", ["N", 1000]);
  return writer;
}
