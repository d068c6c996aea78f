/**
 * @file Writes ONNX models for tests: github.com/onnx/onnx, docs/IR.md.
 */
import { create, toBinary } from "@bufbuild/protobuf";
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from "../../electron/engine/inference/graph/onnx-schema/onnx_pb.js";

export type ElementType = keyof typeof TensorProto_DataType;
export type Attributes = Readonly<Record<string, number | readonly number[]>>;
/** A name stands for a size that is open. */
export type Shape = readonly (number | string)[];

type Numbers = Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array | Uint16Array;

/** Collects a graph's parts; tensors are known by name. */
export class OnnxWriter {
  readonly opset: number;
  readonly nodes: NodeProto[] = [];
  readonly weights: TensorProto[] = [];
  readonly inputs: ValueInfoProto[] = [];
  readonly outputs: ValueInfoProto[] = [];
  #count = 0;

  constructor(opset: number) {
    this.opset = opset;
  }

  addInput(name: string, shape: Shape, type: ElementType = "FLOAT"): string {
    this.inputs.push(toValueInfo(name, shape, type));
    return name;
  }

  /** Without a shape, onnxruntime finds it out. */
  addOutput(name: string, shape: Shape | undefined, type: ElementType = "FLOAT"): void {
    this.outputs.push(toValueInfo(name, shape, type));
  }

  /** Adds a node and answers with the name of its one output. */
  add(operator: string, input: readonly string[], attributes: Attributes = {}): string {
    return this.addNamed(`${operator}_${this.#count++}`, operator, input, attributes);
  }

  addNamed(
    output: string,
    operator: string,
    input: readonly string[],
    attributes: Attributes = {},
  ): string {
    const domain = /^(QLinear(?!Conv|MatMul)|QGemm|Fused)/.test(operator) ? "com.microsoft" : "";
    const attribute = Object.entries(attributes).map(([name, value]) => toAttribute(name, value));
    const node = { opType: operator, domain, input: [...input], output: [output], attribute };
    this.nodes.push(create(NodeProtoSchema, node));
    return output;
  }

  addWeights(dims: readonly number[], values: Numbers, type?: ElementType): string {
    const name = `weights_${this.weights.length}`;
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const dataType = TensorProto_DataType[type ?? typeOf(values)];
    this.weights.push(
      create(TensorProtoSchema, { name, dims: dims.map(BigInt), dataType, rawData }),
    );
    return name;
  }

  toBytes(): Uint8Array {
    const { nodes: node, weights: initializer, inputs: input, outputs: output } = this;
    return toBinary(
      ModelProtoSchema,
      create(ModelProtoSchema, {
        irVersion: 8n,
        opsetImport: [
          { domain: "", version: BigInt(this.opset) },
          { domain: "com.microsoft", version: 1n },
        ],
        graph: { name: "net", node, initializer, input, output },
      }),
    );
  }
}

function toValueInfo(name: string, shape: Shape | undefined, type: ElementType): ValueInfoProto {
  const dim = shape?.map((size) => ({
    value:
      typeof size === "number"
        ? { case: "dimValue" as const, value: BigInt(size) }
        : { case: "dimParam" as const, value: size },
  }));
  const value = { elemType: TensorProto_DataType[type], ...(dim && { shape: { dim } }) };
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: "tensorType" as const, value } },
  });
}

function toAttribute(name: string, value: number | readonly number[]): AttributeProto {
  return create(
    AttributeProtoSchema,
    typeof value === "number"
      ? { name, type: AttributeProto_AttributeType.INT, i: BigInt(value) }
      : { name, type: AttributeProto_AttributeType.INTS, ints: value.map(BigInt) },
  );
}

function typeOf(values: Numbers): ElementType {
  if (values instanceof Float32Array) return "FLOAT";
  if (values instanceof Uint8Array) return "UINT8";
  if (values instanceof Int8Array) return "INT8";
  if (values instanceof Int32Array) return "INT32";
  return values instanceof BigInt64Array ? "INT64" : "FLOAT16";
}
