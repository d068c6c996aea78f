import { create, toBinary } from "@bufbuild/protobuf";
import type { Graph } from "./onnx-graph.ts";
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataType,
  ValueInfoProtoSchema,
  type AttributeProto,
  type NodeProto,
  type ValueInfoProto,
} from "./onnx-schema/onnx_pb.js";
import { scaleOf } from "./operators.ts";

const FLOAT = TensorProto_DataType.FLOAT;

/** How a tensor becomes an output. */
interface Exposure {
  /** As the output is to be called, where the graph has no tensor of that name. */
  readonly name: string;
  readonly tensor: string;
  /** Channels, or numbers in a row. */
  readonly size: number;
}

/**
 * Nodes and outputs to be added to a graph.
 *
 * [Note: Appended fragment] Where an encoded message is followed by another of its type, a reader of protocol buffers
 * merges them: lists are joined, in order (protobuf.dev, Encoding, "Last One Wins"). A model with a graph that has
 * only these nodes and outputs, put behind the bytes of the original, is therefore the prepared model, and no
 * weight is decoded, copied or encoded. Nodes come after those that they read, as they must.
 */
export class Fragment {
  readonly #graph: Graph;
  readonly #nodes: NodeProto[] = [];
  readonly #outputs: ValueInfoProto[] = [];

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** An output [N, size] of a tensor with `size` numbers for each photo, in whatever shape. Returns its name. */
  addRow({ name, tensor, size }: Exposure): string {
    return this.#addOutput(name, [undefined, size], (output) => {
      this.#addFlat(this.#readable(tensor, name), output);
    });
  }

  /** An output [N, size] of the spatial means of a map [N, size, height, width]. Returns its name. */
  addMeans({ name, tensor, size }: Exposure): string {
    return this.#addOutput(name, [undefined, size], (output) => {
      const mean = this.#free(`${name}.mean`);
      // Unlike ReduceMean, the same in every version of the operators.
      this.#addNode("GlobalAveragePool", [this.#readable(tensor, name)], mean);
      this.#addFlat(mean, output);
    });
  }

  /** An output [N, size, height, width]; without a size, of as many channels as there are. Returns its name. */
  addMap({
    name,
    tensor,
    size,
  }: Omit<Exposure, "size"> & { readonly size: number | undefined }): string {
    return this.#addOutput(name, [undefined, size, undefined, undefined], (output) => {
      this.#addFloat(this.#readable(tensor, name), output);
    });
  }

  /** An output of what is the same for every photo, as floating point numbers. Returns its name. */
  addConstant({ name, tensor }: Pick<Exposure, "name" | "tensor">): string {
    return this.#addOutput(name, undefined, (output) => {
      this.#addCast(tensor, output);
    });
  }

  toBytes(): Uint8Array {
    const graph = { node: this.#nodes, output: this.#outputs };
    return toBinary(ModelProtoSchema, create(ModelProtoSchema, { graph }));
  }

  #addOutput(
    wanted: string,
    shape: readonly (number | undefined)[] | undefined,
    addNodes: (output: string) => void,
  ): string {
    const name = this.#free(wanted);
    addNodes(name);
    const dim = shape?.map((size) => ({
      value:
        size === undefined
          ? { case: undefined }
          : { case: "dimValue" as const, value: BigInt(size) },
    }));
    const tensorType = { elemType: FLOAT, ...(dim && { shape: { dim } }) };
    const type = { value: { case: "tensorType" as const, value: tensorType } };
    this.#outputs.push(create(ValueInfoProtoSchema, { name, type }));
    return name;
  }

  /**
   * A tensor's floating point form. Where the graph itself turns it to 8 bits and back, what comes back: a second
   * reader of what goes there would keep onnxruntime from computing the pair in 8 bits.
   */
  #readable(tensor: string, name: string): string {
    const scale = scaleOf(this.#graph, tensor);
    if (scale) {
      const output = this.#free(`${name}.dequantized`);
      const inputs = [tensor, scale.scale, ...(scale.zeroPoint ? [scale.zeroPoint] : [])];
      this.#addNode("DequantizeLinear", inputs, output);
      return output;
    }
    const readers = this.#graph.consumersOf(tensor);
    if (!readers.every(({ operator }) => operator === "QuantizeLinear")) return tensor;
    const back = readers
      .flatMap(({ outputs }) => this.#graph.consumersOf(outputs[0]!))
      .find(({ operator }) => operator === "DequantizeLinear");
    return back?.outputs[0] ?? tensor;
  }

  #addFlat(tensor: string, output: string): void {
    const flat = this.#graph.hasHalves ? this.#free(`${output}.flat`) : output;
    this.#addNode("Flatten", [tensor], flat);
    if (flat !== output) this.#addFloat(flat, output);
  }

  /** Graphs with weights of 16 bits may compute in 16 bits. */
  #addFloat(tensor: string, output: string): void {
    if (this.#graph.hasHalves) this.#addCast(tensor, output);
    else this.#addNode("Identity", [tensor], output);
  }

  #addCast(tensor: string, output: string): void {
    const to = { name: "to", type: AttributeProto_AttributeType.INT, i: BigInt(FLOAT) };
    this.#addNode("Cast", [tensor], output, [create(AttributeProtoSchema, to)]);
  }

  #addNode(
    opType: string,
    input: string[],
    output: string,
    attribute: AttributeProto[] = [],
  ): void {
    const name = `semblance/${output}`;
    this.#nodes.push(create(NodeProtoSchema, { name, opType, input, output: [output], attribute }));
  }

  /** The name, or one like it that the graph does not have. */
  #free(name: string): string {
    return this.#graph.has(name) ? this.#free(`${name}_`) : name;
  }
}
