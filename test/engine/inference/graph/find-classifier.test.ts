import { expect, test } from "vitest";
import {
  findClassifier,
  type Classifier,
  type DeadEnd,
} from "../../../../electron/engine/inference/graph/find-classifier.ts";
import { readGraph } from "../../../../electron/engine/inference/graph/read-graph.ts";
import { OnnxWriter } from "../../../support/onnx-writer.ts";

/** What is found in a graph that ends in what `addHead` makes of a row of 4 numbers. */
function findIn(addHead: (writer: OnnxWriter, row: string) => string): Classifier | DeadEnd {
  const writer = new OnnxWriter(13);
  const row = writer.addInput("row", ["N", 4]);
  const output = addHead(writer, row);
  return findClassifier(readGraph("net.onnx", writer.toBytes()), output);
}

const LAYER = { embedding: "row", embeddingSize: 4, classes: 3, pooled: undefined };

function weights(writer: OnnxWriter, dims: readonly number[] = [4, 3]): string {
  return writer.addWeights(dims, new Float32Array(12));
}

test("a bias and a temperature after the weights belong to the scores", () => {
  expect(
    findIn((writer, row) => {
      const product = writer.add("MatMul", [row, weights(writer)]);
      const sum = writer.add("Add", [writer.addWeights([3], new Float32Array(3)), product]);
      return writer.addNamed("scores", "Div", [sum, writer.addWeights([], Float32Array.of(1.5))]);
    }),
  ).toEqual({ logits: "scores", endsInSoftmax: false, ...LAYER });
});

test("weights that are turned on the way are read as they arrive", () => {
  expect(
    findIn((writer, row) => {
      const turned = writer.add("Transpose", [weights(writer, [3, 4])], { perm: [1, 0] });
      return writer.addNamed("scores", "MatMul", [row, turned]);
    }),
  ).toEqual({ logits: "scores", endsInSoftmax: false, ...LAYER });
});

test.each([
  ["Softmax", true],
  ["LogSoftmax", false],
])("before %s are the scores", (operator, endsInSoftmax) => {
  expect(
    findIn((writer, row) => {
      writer.addNamed("scores", "Gemm", [row, weights(writer)]);
      return writer.add("Identity", [writer.add(operator, ["scores"])]);
    }),
  ).toEqual({ logits: "scores", endsInSoftmax, ...LAYER });
});

test("a product of two things that depend on the photo is no classifier", () => {
  expect(findIn((writer, row) => writer.add("MatMul", [row, row]))).toEqual({
    endsInSoftmax: false,
    operator: "MatMul",
  });
});

test("a convolution of a whole map is no classifier", () => {
  expect(findIn((writer, row) => writer.add("Conv", [row, weights(writer, [3, 4, 1, 1])]))).toEqual(
    { endsInSoftmax: false, operator: "Conv" },
  );
});

test("a graph that only passes its input on has no classifier", () => {
  expect(findIn((writer, row) => writer.add("Softmax", [row]))).toEqual({
    endsInSoftmax: true,
    operator: undefined,
  });
});
