import type { Graph, GraphNode } from "./onnx-graph.ts";
import {
  CONVOLUTION,
  operandsOf,
  POOLING,
  RECODING,
  RESHAPING,
  SOFTMAX,
  weightsOf,
} from "./operators.ts";

/** The last layer with weights, and what is around it. */
export interface Classifier {
  /** The scores before any softmax. */
  readonly logits: string;
  /** Whether the output has been through one, so that it gives probabilities; logarithms of them are not meant. */
  readonly endsInSoftmax: boolean;
  /** What the classifier reads. */
  readonly embedding: string;
  readonly embeddingSize: number;
  readonly classes: number;
  /** What is pooled into the embedding, where it is a pooled map. */
  readonly pooled: string | undefined;
}

/** Where the search from an output ended: at an operator, or at an input of the graph. */
export interface DeadEnd {
  readonly endsInSoftmax: boolean;
  readonly operator: string | undefined;
}

export function isClassifier(found: Classifier | DeadEnd): found is Classifier {
  return "logits" in found;
}

/** Walks from an output backwards to the layer whose weights make class scores of an embedding. */
export function findClassifier(graph: Graph, output: string): Classifier | DeadEnd {
  let logits = output;
  let endsInSoftmax = false;
  let node = graph.producerOf(output);
  while (node) {
    const layer = readLayer(graph, node);
    if (layer) return { logits, endsInSoftmax, ...layer };
    if (SOFTMAX.has(node.operator)) {
      endsInSoftmax = node.operator !== "LogSoftmax";
      logits = node.inputs[0]!;
    }
    const before = stepBack(graph, node);
    if (before === undefined) break;
    node = graph.producerOf(before);
  }
  return { endsInSoftmax, operator: node?.operator };
}

/** Through what changes the shape or the coding of scores, adds the bias or divides by a temperature. */
function stepBack(graph: Graph, node: GraphNode): string | undefined {
  if (isPassing(node) || SOFTMAX.has(node.operator)) return node.inputs[0];
  const operands = operandsOf(node);
  const variable = operands.filter((tensor) => !graph.isConstant(tensor));
  return operands.length === 2 && variable.length === 1 ? variable[0] : undefined;
}

/** Whether what goes in comes out, in another shape or coding. */
export function isPassing({ operator }: GraphNode): boolean {
  return (RESHAPING.has(operator) && !POOLING.has(operator)) || RECODING.has(operator);
}

function readLayer(
  graph: Graph,
  node: GraphNode,
): Pick<Classifier, "embedding" | "embeddingSize" | "classes" | "pooled"> | undefined {
  const weights = weightsOf(graph, node);
  const sizes = weights === undefined ? undefined : graph.sizesOf(weights);
  if (sizes === undefined) return undefined;
  const embedding = node.inputs[0]!;
  const pooled = findPooled(graph, embedding);
  // A convolution is a classifier when it reads one cell of each channel; all others make maps.
  if (CONVOLUTION.has(node.operator) ? pooled === undefined : sizes.length !== 2) return undefined;
  const [classes, embeddingSize] = isClassFirst(node) ? sizes : [sizes[1], sizes[0]];
  if (classes === undefined || embeddingSize === undefined) return undefined;
  return { embedding, embeddingSize, classes, pooled };
}

/** Whether a layer's weights have a row for each class, and not a column. */
export function isClassFirst({ operator, numbers }: GraphNode): boolean {
  return CONVOLUTION.has(operator) || numbers.get("transB")?.[0] === 1;
}

/** The map that a tensor is the pooled form of. */
function findPooled(graph: Graph, tensor: string): string | undefined {
  let node = graph.producerOf(tensor);
  while (node && isPassing(node)) node = graph.producerOf(node.inputs[0]!);
  return node && POOLING.has(node.operator) ? node.inputs[0] : undefined;
}
