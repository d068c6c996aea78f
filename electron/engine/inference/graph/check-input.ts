import { invalidModel } from "../invalid-model.ts";
import type { Graph, GraphTensor } from "./onnx-graph.ts";

const EXPECTED = "one input of the shape [N, 3, height, width]";

/**
 * The one input, which must take photos as preprocess.ts writes them. Throws `model-invalid` with what the graph
 * takes instead.
 */
export function checkInput(filePath: string, { inputs }: Graph): GraphTensor {
  const [input, ...others] = inputs;
  const got = inputs.map(describe).join(", ");
  if (!input || others.length > 0) {
    throw invalidModel(filePath, { expected: EXPECTED, got: got || "none" });
  }
  const problem = problemOf(input);
  if (problem !== undefined) throw invalidModel(filePath, { expected: problem, got });
  return input;
}

function problemOf({ name, elementType, shape }: GraphTensor): string | undefined {
  const [batch = 1, channels = 3, heightPx, widthPx] = shape;
  if (shape.length === 4 && channels !== 3 && widthPx === 3)
    return `${EXPECTED}, channels first (tf2onnx --inputs-as-nchw ${name} converts so),`;
  if (shape.length !== 4 || channels !== 3) return EXPECTED;
  if ((heightPx ?? widthPx) !== (widthPx ?? heightPx)) return "an input as high as it is wide";
  if (batch !== 1) return "an input with a free batch size or 1";
  if (elementType !== "FLOAT") return "an input of 32-bit floating point numbers";
  return undefined;
}

/** "data FLOAT [?, 3, 224, 224]" */
export function describe({ name, elementType, shape }: GraphTensor): string {
  return `${name} ${elementType} [${shape.map((size) => size ?? "?").join(", ")}]`;
}
