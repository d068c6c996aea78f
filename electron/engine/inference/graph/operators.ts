/**
 * @file What is known of operators: github.com/onnx/onnx, docs/Operators.md; those that begin with Q, other than
 * QuantizeLinear, QLinearConv and QLinearMatMul, are onnxruntime's own (docs/ContribOperators.md).
 */
import type { Graph, GraphNode } from "./onnx-graph.ts";

/** Give another shape to the same numbers, or choose among them: a tensor's scale stays what it was. */
export const RESHAPING: ReadonlySet<string> = new Set([
  "Flatten",
  "Reshape",
  "Squeeze",
  "Unsqueeze",
  "Transpose",
  "Identity",
  "Dropout",
  "MaxPool",
]);

/** Say the same in other numbers. */
export const RECODING: ReadonlySet<string> = new Set([
  "QuantizeLinear",
  "DequantizeLinear",
  "Cast",
]);

export const POOLING: ReadonlySet<string> = new Set([
  "GlobalAveragePool",
  "AveragePool",
  "ReduceMean",
  "GlobalMaxPool",
  "MaxPool",
  "QLinearGlobalAveragePool",
  "QLinearAveragePool",
  "QLinearReduceMean",
]);

/** Of these, those that make the mean of all cells, so that each cell has its share in what comes out. */
export const AVERAGING: ReadonlySet<string> = new Set([
  "GlobalAveragePool",
  "AveragePool",
  "ReduceMean",
  "QLinearGlobalAveragePool",
  "QLinearAveragePool",
  "QLinearReduceMean",
]);

export const SOFTMAX: ReadonlySet<string> = new Set(["Softmax", "LogSoftmax", "QLinearSoftmax"]);

/** What may follow a residual stage. Sigmoid is not among them: it makes gates, not maps. */
export const ACTIVATION: ReadonlySet<string> = new Set([
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
  "QLinearLeakyRelu",
]);

export const RESIDUAL_JOIN: ReadonlySet<string> = new Set(["Add", "Sum", "QLinearAdd"]);

export const CONVOLUTION: ReadonlySet<string> = new Set(["Conv", "FusedConv", "QLinearConv"]);

/** Where among its inputs a node has its weights. */
const WEIGHTS: Readonly<Record<string, number>> = {
  Conv: 1,
  FusedConv: 1,
  QLinearConv: 3,
  Gemm: 1,
  FusedGemm: 1,
  QGemm: 3,
  MatMul: 1,
  FusedMatMul: 1,
  QLinearMatMul: 3,
};

/** Where among its inputs a node that makes 8-bit numbers has their scale; their zero point is the next. */
const SCALE: Readonly<Record<string, number>> = {
  QuantizeLinear: 1,
  QLinearConcat: 0,
  QLinearGlobalAveragePool: 3,
  QLinearAveragePool: 3,
  QLinearReduceMean: 3,
  QLinearLeakyRelu: 3,
  QLinearSigmoid: 3,
  QLinearSoftmax: 3,
  QLinearConv: 6,
  QLinearMatMul: 6,
  QLinearAdd: 6,
  QLinearMul: 6,
  // Without it, the node makes floating point numbers.
  QGemm: 7,
};

/** Of nodes that compute cell by cell: the tensors that they compute with. The first input of all others. */
export function operandsOf({ operator, inputs }: GraphNode): readonly string[] {
  if (operator === "QLinearAdd" || operator === "QLinearMul") return [inputs[0]!, inputs[3]!];
  return ["Add", "Sub", "Mul", "Div", "Sum"].includes(operator) ? inputs : inputs.slice(0, 1);
}

/** The tensor of a node's weights, where it has any that are the same for every photo. */
export function weightsOf(graph: Graph, node: GraphNode): string | undefined {
  const weights = node.inputs[WEIGHTS[node.operator] ?? -1];
  return weights !== undefined && graph.isConstant(weights) ? weights : undefined;
}

/** What the 8-bit numbers of a node's weights mean; undefined where they are floating point numbers. */
export function weightScaleOf({ operator, inputs }: GraphNode): Scale | undefined {
  const at = WEIGHTS[operator];
  const scale = at === 3 ? inputs[at + 1] : undefined;
  if (at === undefined || scale === undefined) return undefined;
  return { scale, zeroPoint: inputs[at + 2] === "" ? undefined : inputs[at + 2] };
}

export interface Scale {
  readonly scale: string;
  /** Undefined stands for 0. */
  readonly zeroPoint: string | undefined;
}

/** What the 8-bit numbers of a tensor mean, by the node that made them; undefined when it holds no such numbers. */
export function scaleOf(graph: Graph, tensor: string): Scale | undefined {
  let node = graph.producerOf(tensor);
  while (node && RESHAPING.has(node.operator)) node = graph.producerOf(node.inputs[0]!);
  const at = node === undefined ? undefined : SCALE[node.operator];
  const scale = at === undefined ? undefined : node?.inputs[at];
  if (at === undefined || scale === undefined || scale === "") return undefined;
  const zeroPoint = node?.inputs[at + 1];
  return { scale, zeroPoint: zeroPoint === "" ? undefined : zeroPoint };
}
