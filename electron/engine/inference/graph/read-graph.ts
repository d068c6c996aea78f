import { clone, createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import type { GenMessage } from "@bufbuild/protobuf/codegenv2";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { once } from "../../support/once.ts";
import { invalidModel } from "../invalid-model.ts";
import { Graph, type GraphNode, type GraphTensor } from "./onnx-graph.ts";
import {
  file_onnx,
  TensorProto_DataLocation,
  TensorProto_DataType,
  type AttributeProto,
  type ModelProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from "./onnx-schema/onnx_pb.js";

/**
 * [Note: Weights are skipped] A model is its weights, and nothing here needs their numbers. A reader that does
 * not know the fields they are in steps over them, in whichever of its seven ways a file stores them; one that does
 * would make a JavaScript number of 8 bytes of each of 4. The messages are as typed, without these fields.
 */
const NUMBERS = [
  "float_data",
  "int32_data",
  "string_data",
  "int64_data",
  "raw_data",
  "double_data",
  "uint64_data",
];

const readModelSchema = once(() => {
  const file = clone(FileDescriptorProtoSchema, file_onnx.proto);
  for (const message of file.messageType) {
    if (message.name === "TensorProto")
      message.field = message.field.filter(({ name }) => !NUMBERS.includes(name));
  }
  const registry = createFileRegistry(file, () => undefined);
  return registry.getMessage("onnx.ModelProto") as GenMessage<ModelProto>;
});

/**
 * Reads a model's structure from the bytes of its file. Throws `model-invalid` when they are not those of a model.
 *
 * Format: github.com/onnx/onnx, docs/IR.md; see onnx-schema/.
 */
export function readGraph(filePath: string, bytes: Uint8Array): Graph {
  const { graph } = decode(filePath, bytes);
  if (graph === undefined || graph.node.length === 0)
    throw invalidModel(filePath, { expected: "an ONNX graph", got: "none" });
  const tensors = [...graph.initializer, ...graph.node.flatMap(constantsOf)];
  const weights = new Map(graph.initializer.map(({ name, dims }) => [name, dims.map(Number)]));
  for (const { values } of graph.sparseInitializer) if (values) weights.set(values.name, []);
  return new Graph({
    inputs: graph.input.filter(({ name }) => !weights.has(name)).map(toTensor),
    outputs: graph.output.map(toTensor),
    nodes: graph.node.map(toNode),
    weights,
    externalFiles: [...new Set(tensors.flatMap(externalFileOf))],
    hasHalves: tensors.some(({ dataType }) => TensorProto_DataType[dataType] === "FLOAT16"),
  });
}

function decode(filePath: string, bytes: Uint8Array): ModelProto {
  try {
    return fromBinary(readModelSchema(), bytes, { readUnknownFields: false });
  } catch (cause) {
    const isCut = cause instanceof RangeError || String(cause).includes("premature EOF");
    const start = Buffer.from(bytes.subarray(0, 40)).toString("latin1");
    const got = start.startsWith("version https://git-lfs")
      ? "a pointer of Git LFS: download the file itself"
      : isCut
        ? `one that is cut off after ${bytes.length} bytes, or no model at all`
        : "something else";
    throw invalidModel(filePath, { expected: "a whole ONNX model", got }, { cause });
  }
}

function toTensor({ name, type }: ValueInfoProto): GraphTensor {
  const tensor = type?.value.case === "tensorType" ? type.value.value : undefined;
  const shape = (tensor?.shape?.dim ?? []).map(({ value }) =>
    // Some exporters write 0 or −1 for a size that is open.
    value.case === "dimValue" && value.value > 0n ? Number(value.value) : undefined,
  );
  return { name, elementType: TensorProto_DataType[tensor?.elemType ?? 0] ?? "UNDEFINED", shape };
}

function toNode(node: NodeProto): GraphNode {
  const numbers = node.attribute.map((each): [string, number[]] => [each.name, numbersOf(each)]);
  const constant = node.opType === "Constant" ? constantsOf(node)[0] : undefined;
  if (constant) numbers.push(["sizes", constant.dims.map(Number)]);
  return {
    operator: node.opType,
    inputs: node.input,
    outputs: node.output,
    numbers: new Map(numbers),
  };
}

function numbersOf({ i, ints }: AttributeProto): number[] {
  return ints.length > 0 ? ints.map(Number) : [Number(i)];
}

function constantsOf({ attribute }: NodeProto): TensorProto[] {
  return attribute.flatMap(({ t }) => t ?? []);
}

function externalFileOf({ dataLocation, externalData }: TensorProto): string[] {
  if (dataLocation !== TensorProto_DataLocation.EXTERNAL) return [];
  return [externalData.find(({ key }) => key === "location")?.value ?? "another file"];
}
