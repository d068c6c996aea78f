import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { toProbabilities } from "../../../../electron/engine/inference/classify.ts";
import type { Inference } from "../../../../electron/engine/inference/inference.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { openSession } from "../../../../electron/engine/inference/session.ts";
import { OnnxWriter } from "../../../support/onnx-writer.ts";
import { residualNet, SIDE_PX, type NetOptions } from "../../../support/residual-net.ts";
import { directionError, insideOf, relativeError, twoPictures } from "../../../support/run-net.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

/** How far what a session answers is from what the net holds inside, at most. */
async function largestErrors(options: NetOptions): Promise<Record<string, number>> {
  await using folder = await tempFolder();
  await writeFile(folder.at("net.onnx"), residualNet(options).writer.toBytes());
  const model = await resolveModel(folder.at("net.onnx"));
  const pixels = twoPictures(model.input.sizePx);
  await using session = await openSession(model, "cpu");
  const inferences = await session.run(pixels, 2);
  const inside = await insideOf(residualNet(options), folder, pixels);
  const most = (errorOf: (inference: Inference, i: number) => number) =>
    Math.max(...inferences.map(errorOf));
  return {
    embedding: most(({ embedding }, i) => directionError(embedding, inside.embedding[i]!)),
    stage2: most(({ stage2 }, i) => directionError(stage2!, inside.stage2[i]!)),
    stage3: most(({ stage3 }, i) => directionError(stage3!, inside.stage3[i]!)),
    probabilities: most(({ probabilities }, i) =>
      relativeError(probabilities, toProbabilities(inside.logits[i]!, 1)),
    ),
  };
}

const NONE = {
  embedding: expect.closeTo(0, 3),
  stage2: expect.closeTo(0, 3),
  stage3: expect.closeTo(0, 3),
  probabilities: expect.closeTo(0, 3),
};
/** Computed in 8 bits, a number that lies between two of them goes to either. */
const FEW_STEPS = {
  embedding: expect.closeTo(0, 1),
  stage2: expect.closeTo(0, 1),
  stage3: expect.closeTo(0, 1),
  probabilities: expect.closeTo(0, 1),
};

test.each<[string, NetOptions]>([
  ["basic blocks", {}],
  ["bottleneck blocks", { block: "bottleneck", widths: [16, 32, 48, 64] }],
  ["the second version, which activates a stage in the block after it", { version: 2 }],
  ["bottlenecks of the second version", { version: 2, block: "bottleneck" }],
  ["MatMul and Add at the end", { head: "matmul" }],
  ["Reshape and Dropout before the classifier", { head: "reshape" }],
  ["Squeeze before the classifier", { head: "squeeze" }],
  ["a mean instead of a pooling layer", { head: "reduce" }],
  ["a convolution for a classifier", { head: "conv" }],
  ["a softmax at the end, which is not done twice", { endsInSoftmax: true }],
  ["any height and width, which gets the usual 224 pixels", { input: ["N", 3, "height", "width"] }],
  ["299 pixels", { input: ["N", 3, 299, 299] }],
])("a net with %s gives its embedding, stages and probabilities", async (_, options) => {
  expect(await largestErrors(options)).toEqual(NONE);
});

test.each<[string, NetOptions]>([
  ["pairs of quantising nodes", { form: "qdq" }],
  ["pairs of quantising nodes around MatMul and Add", { form: "qdq", head: "matmul" }],
  ["pairs of quantising nodes in the second version", { form: "qdq", version: 2 }],
  ["8-bit operators", { form: "qoperator" }],
  ["8-bit operators and bottlenecks", { form: "qoperator", block: "bottleneck" }],
  ["8-bit operators and a softmax", { form: "qoperator", endsInSoftmax: true }],
])("a net in %s gives the same, dequantised", async (_, options) => {
  expect(await largestErrors(options)).toEqual(FEW_STEPS);
});

test.each([7, 8, 9, 10, 11, 12, 13, 15, 17, 18, 19, 20, 21, 22])(
  "version %i of the operators works",
  async (opset) => {
    const head = opset % 2 === 0 ? "squeeze" : "reduce";

    expect(await largestErrors({ opset, head })).toEqual(NONE);
    if (opset >= 10) expect(await largestErrors({ opset, head, form: "qdq" })).toEqual(FEW_STEPS);
  },
);

test("an output that the graph has already keeps its name, and ours gets another", async () => {
  await using folder = await tempFolder();
  const net = residualNet();
  net.writer.addNamed("embedding", "Identity", [net.inside.logits.tensor]);
  await writeFile(folder.at("net.onnx"), net.writer.toBytes());

  const { outputs } = await resolveModel(folder.at("net.onnx"));

  expect(outputs).toMatchObject({ embedding: "embedding_", stage2: "stage2" });
});

test("scores are found beside an output that is none", async () => {
  await using folder = await tempFolder();
  const net = residualNet();
  const best = net.writer.add("ArgMax", [net.inside.logits.tensor], { axis: 1 });
  net.writer.addOutput(best, ["N", 1], "INT64");
  net.writer.outputs.reverse();
  await writeFile(folder.at("net.onnx"), net.writer.toBytes());

  expect(await resolveModel(folder.at("net.onnx"))).toMatchObject({ embeddingSize: 32 });
});

test("a model whose numbers inside have 16 bits answers in 32", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("half.onnx"), halfNet().toBytes());
  const model = await resolveModel(folder.at("half.onnx"));
  await using session = await openSession(model, "cpu");

  const [{ embedding } = { embedding: undefined }] = await session.run(twoPictures(), 1);

  expect(embedding?.length).toBe(4);
  expect(embedding && Math.hypot(...embedding)).toBeCloseTo(1, 5);
});

test("scores that only come out as probabilities are read as such, and divided by the card's temperature", async () => {
  await using folder = await tempFolder();
  const net = residualNet({ endsInSoftmax: true });
  net.writer.addOutput(net.writer.addNamed("row", "Identity", [net.inside.embedding.tensor]), [
    "N",
    32,
  ]);
  await writeFile(folder.at("net.onnx"), net.writer.toBytes());
  const card = { outputs: { embedding: "row", scores: "scores" }, temperature: 2 };
  await writeFile(folder.at("net.json"), JSON.stringify(card));

  const model = await resolveModel(folder.at("net.onnx"));
  await using session = await openSession(model, "cpu");
  const inferences = await session.run(twoPictures(), 2);

  const { logits } = await insideOf(residualNet(), folder);
  expect([model.filePath, model.scoresAre]).toEqual([folder.at("net.onnx"), "probabilities"]);
  for (const [i, { probabilities }] of inferences.entries())
    expect(relativeError(probabilities, toProbabilities(logits[i]!, 2))).toBeCloseTo(0, 4);
});

/** Pixels and scores in 32 bits, all between them in 16. */
function halfNet(): OnnxWriter {
  const writer = new OnnxWriter(13);
  const ones = (length: number) => new Uint16Array(length).fill(0x2c00); // 1/16
  const input = writer.addInput("pixels", ["N", 3, SIDE_PX, SIDE_PX]);
  const half = writer.add("Cast", [input], { to: 10 });
  const weights = writer.addWeights([4, 3, 1, 1], ones(12));
  const map = writer.add("Relu", [writer.add("Conv", [half, weights])]);
  const row = writer.add("Flatten", [writer.add("GlobalAveragePool", [map])]);
  const scores = writer.add("MatMul", [row, writer.addWeights([4, 1000], ones(4000))]);
  writer.addNamed("scores", "Cast", [scores], { to: 1 });
  writer.addOutput("scores", ["N", 1000]);
  return writer;
}
