import type { Graph } from "./onnx-graph.ts";
import { CONVOLUTION, operandsOf, weightsOf } from "./operators.ts";

/** Leave a map [N, channels, height, width] a map with as many channels. */
const KEEPS_CHANNELS = new Set([
  "BatchNormalization",
  "InstanceNormalization",
  "LRN",
  "Relu",
  "LeakyRelu",
  "PRelu",
  "Clip",
  "Elu",
  "Selu",
  "Celu",
  "Gelu",
  "Mish",
  "HardSwish",
  "HardSigmoid",
  "Sigmoid",
  "MaxPool",
  "AveragePool",
  "Pad",
  "Dropout",
  "Identity",
  "Cast",
  "QuantizeLinear",
  "DequantizeLinear",
  "Add",
  "Sub",
  "Mul",
  "Div",
  "Sum",
  "QLinearAdd",
  "QLinearMul",
  "QLinearAveragePool",
  "QLinearLeakyRelu",
  "QLinearSigmoid",
]);

/** The number of channels of every map that convolutions make, and of what is computed from it cell by cell. */
export function mapWidths(graph: Graph): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const node of graph.nodes) {
    const [output] = node.outputs;
    const width = CONVOLUTION.has(node.operator)
      ? graph.sizesOf(weightsOf(graph, node) ?? "")?.[0]
      : KEEPS_CHANNELS.has(node.operator)
        ? operandsOf(node)
            .map((tensor) => widths.get(tensor))
            .find((known) => known !== undefined)
        : undefined;
    if (output !== undefined && width !== undefined) widths.set(output, width);
  }
  return widths;
}
