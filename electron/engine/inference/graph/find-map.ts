import { isPassing } from "./find-classifier.ts";
import type { Graph } from "./onnx-graph.ts";
import { AVERAGING } from "./operators.ts";

/** Photo, channel, row, column. */
const MAP_RANK = 4;

/**
 * The map whose mean an output is: found behind the averaging, or the output itself where that is a map, which the
 * engine averages. Undefined where there is none.
 */
export function findMap(graph: Graph, output: string): string | undefined {
  let tensor = output;
  let node = graph.producerOf(tensor);
  while (node && isPassing(node)) {
    tensor = node.inputs[0]!;
    node = graph.producerOf(tensor);
  }
  if (node && AVERAGING.has(node.operator)) return node.inputs[0];
  const isMap = graph.outputs.some(
    ({ name, shape }) => name === output && shape.length === MAP_RANK,
  );
  return isMap ? output : undefined;
}
