import { expect, test } from "vitest";
import { findStages } from "../../../../electron/engine/inference/graph/find-stages.ts";
import { mapWidths } from "../../../../electron/engine/inference/graph/map-widths.ts";
import { readGraph } from "../../../../electron/engine/inference/graph/read-graph.ts";
import { OnnxWriter } from "../../../support/onnx-writer.ts";
import { residualNet, type NetOptions } from "../../../support/residual-net.ts";

function stagesIn(writer: OnnxWriter) {
  const graph = readGraph("net.onnx", writer.toBytes());
  return findStages(graph, mapWidths(graph));
}

const DEPTHS = {
  "ResNet-18": [2, 2, 2, 2],
  "ResNet-34": [3, 4, 6, 3],
  "ResNet-50": [3, 4, 6, 3],
  "ResNet-101": [3, 4, 23, 3],
  "ResNet-152": [3, 8, 36, 3],
};

const NETS = Object.entries(DEPTHS).flatMap(([name, depths]) =>
  ([1, 2] as const).map((version): [string, number, NetOptions] => {
    const isBasic = name === "ResNet-18" || name === "ResNet-34";
    return [name, version, { depths, version, block: isBasic ? "basic" : "bottleneck" }];
  }),
);

test.each(NETS)("%s, version %i, has four stages that end in a ReLU", (_, __, options) => {
  const { writer, inside } = residualNet({ ...options, widths: [8, 16, 24, 32] });

  expect(stagesIn(writer)).toEqual([
    expect.objectContaining({ size: 8 }),
    { tensor: inside.stage2.tensor, size: 16 },
    { tensor: inside.stage3.tensor, size: 24 },
    { tensor: inside.features.tensor, size: 32 },
  ]);
});

test("a stage without a stride is a stage all the same", () => {
  const { writer, inside } = residualNet();
  for (const { attribute } of writer.nodes)
    for (const each of attribute) if (each.name === "strides") each.ints = [1n, 1n];

  expect(stagesIn(writer)[2]).toEqual({ tensor: inside.stage3.tensor, size: 24 });
});

test("a net without joins has no stages", () => {
  const writer = new OnnxWriter(13);
  let map = writer.addInput("pixels", ["N", 3, 32, 32]);
  for (const to of [8, 16, 24, 32]) {
    const from = to === 8 ? 3 : to - 8;
    const weights = writer.addWeights([to, from, 1, 1], new Float32Array(to * from));
    map = writer.add("Relu", [writer.add("Conv", [map, weights])]);
  }

  expect(stagesIn(writer)).toEqual([]);
});

test("what adds a constant, or joins what is no map, is no stage", () => {
  const { writer } = residualNet();
  const before = stagesIn(writer).length;
  const row = writer.add("Flatten", [writer.nodes[3]!.output[0]!]);
  writer.add("Add", [row, row]);
  writer.add("Add", [writer.nodes[3]!.output[0]!, writer.addWeights([1], Float32Array.of(3))]);

  expect(stagesIn(writer).length).toBe(before);
});
