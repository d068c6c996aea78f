import { OnnxWriter, type Shape } from "./onnx-writer.ts";

/** How numbers are written: as they are, between pairs of quantising nodes, or in operators on 8 bits. */
export type Form = "float32" | "qdq" | "qoperator";
export type Head = "gemm" | "matmul" | "reshape" | "squeeze" | "conv" | "reduce";

export interface NetOptions {
  readonly form?: Form;
  readonly opset?: number;
  /** The second version of ResNet normalises before each convolution, and not after. */
  readonly version?: 1 | 2;
  readonly block?: "basic" | "bottleneck";
  /** Blocks of each stage. */
  readonly depths?: readonly number[];
  /** Channels of each stage. */
  readonly widths?: readonly number[];
  readonly head?: Head;
  readonly classes?: number;
  readonly endsInSoftmax?: boolean;
  readonly input?: Shape;
}

export interface Net {
  readonly writer: OnnxWriter;
  /** What `stage2`, `features` and so on are to be made of; 8-bit ones with what their numbers mean. */
  readonly inside: Readonly<Record<Inside, { tensor: string; scale?: number; zeroPoint?: number }>>;
}

export type Inside = "stage2" | "stage3" | "features" | "embedding" | "logits";

export const SIDE_PX = 32;
const INPUT: Shape = ["N", 3, SIDE_PX, SIDE_PX];
/** Of the 8-bit numbers after a ReLU, and of those that may be negative. */
const POSITIVE = { scale: 0.04, zeroPoint: 0 };
const SIGNED = { scale: 0.06, zeroPoint: 128 };

/** A tiny ResNet with weights that are always the same, in any of the forms that published files have. */
export function residualNet(options: NetOptions = {}): Net {
  const { opset = 13, form = "float32", version = 1, input = INPUT } = options;
  const { depths = [1, 2, 1, 1], widths = [8, 16, 24, 32], block = "basic" } = options;
  const writer = new OnnxWriter(opset);
  const layers = new Layers(writer, form);
  let map = layers.start(writer.addInput("pixels", input));
  map = layers.conv(map, { from: 3, to: widths[0]!, kernel: 3, stride: 2, relu: version === 1 });
  let from = widths[0]!;
  const joins: string[] = [];
  const outputs = depths.map((depth, stage) => {
    const to = widths[stage]!;
    for (let i = 0; i < depth; i++) {
      const stride = i === 0 && stage > 0 ? 2 : 1;
      const shape = { from, to, stride, isBottleneck: block === "bottleneck" };
      map =
        version === 1
          ? addBlock(layers, map, shape)
          : addPreactivatedBlock(layers, map, shape, (active) => joins.push(active));
      from = to;
    }
    return map;
  });
  if (version === 2) map = layers.norm(map, from);
  const [, stage2, stage3] = version === 1 ? outputs : activatedStages(depths, joins, map);
  const { embedding, logits } = addHead(layers, map, { ...options, from });
  const what = form === "qoperator" ? POSITIVE : {};
  return {
    writer,
    inside: {
      stage2: { tensor: stage2 ?? map, ...what },
      stage3: { tensor: stage3 ?? map, ...what },
      features: { tensor: map, ...what },
      embedding: { tensor: embedding, ...what },
      logits: { tensor: logits },
    },
  };
}

interface BlockShape {
  readonly from: number;
  readonly to: number;
  readonly stride: number;
  readonly isBottleneck: boolean;
}

function addBlock(layers: Layers, map: string, shape: BlockShape): string {
  const { from, to, stride, isBottleneck } = shape;
  const inner = isBottleneck ? to / 4 : to;
  const first = { from, to: inner, kernel: isBottleneck ? 1 : 3, stride, relu: true };
  let branch = layers.conv(map, first);
  if (isBottleneck) branch = layers.conv(branch, { from: inner, to: inner, kernel: 3, relu: true });
  branch = layers.conv(branch, { from: inner, to, kernel: isBottleneck ? 1 : 3 });
  const isSame = from === to && stride === 1;
  const skip = isSame ? map : layers.conv(map, { from, to, kernel: 1, stride });
  return layers.join(branch, skip, isSame);
}

function addPreactivatedBlock(
  layers: Layers,
  map: string,
  shape: BlockShape,
  onActive: (tensor: string) => void,
): string {
  const { from, to, stride, isBottleneck } = shape;
  const inner = isBottleneck ? to / 4 : to;
  const active = layers.norm(map, from);
  onActive(active);
  let branch = layers.conv(active, { from, to: inner, kernel: isBottleneck ? 1 : 3, stride });
  if (isBottleneck) {
    const middle = { from: inner, to: inner, kernel: 3 };
    branch = layers.conv(layers.norm(branch, inner), middle);
  }
  branch = layers.conv(layers.norm(branch, inner), {
    from: inner,
    to,
    kernel: isBottleneck ? 1 : 3,
  });
  const isSame = from === to && stride === 1;
  return layers.sum(branch, isSame ? map : layers.conv(active, { from, to, kernel: 1, stride }));
}

/** Each stage of the second version is activated by the block after it. */
function activatedStages(
  depths: readonly number[],
  actives: readonly string[],
  last: string,
): string[] {
  let block = 0;
  return depths.map((depth) => actives[(block += depth)] ?? last);
}

function addHead(
  layers: Layers,
  map: string,
  { head = "gemm", classes = 1000, endsInSoftmax = false, from }: NetOptions & { from: number },
): { embedding: string; logits: string } {
  const { writer } = layers;
  const { embedding, scores } = layers.classify(map, { head, from, classes });
  const output = endsInSoftmax ? writer.add("Softmax", [scores], { axis: 1 }) : scores;
  writer.addNamed("scores", "Identity", [output]);
  writer.addOutput("scores", head === "conv" ? ["N", classes, 1, 1] : ["N", classes]);
  return { embedding, logits: scores };
}

interface ConvShape {
  readonly from: number;
  readonly to: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly relu?: boolean;
}

/** The layers of a network in one of the forms. */
class Layers {
  readonly writer: OnnxWriter;
  readonly #form: Form;
  #seed = 1;

  constructor(writer: OnnxWriter, form: Form) {
    this.writer = writer;
    this.#form = form;
  }

  start(input: string): string {
    return this.#form === "float32" ? input : this.#quantize(input, SIGNED);
  }

  conv(map: string, { from, to, kernel, stride = 1, relu = false }: ConvShape): string {
    const { scale, values } = this.#random(to * from * kernel * kernel, from * kernel * kernel);
    const dims = [to, from, kernel, kernel];
    const pad = (kernel - 1) / 2;
    const attributes = { kernel_shape: [kernel, kernel], strides: [stride, stride] };
    const all = { ...attributes, pads: [pad, pad, pad, pad] };
    if (this.#form === "qoperator") {
      const weights = [this.writer.addWeights(dims, values), ...this.#scale(scale, 0, true)];
      const inputs = [map, ...this.#scaleOf(map), ...weights];
      const output = relu ? POSITIVE : SIGNED;
      return this.#keep(
        this.writer.add("QLinearConv", [...inputs, ...this.#pair(output)], all),
        output,
      );
    }
    const made = this.writer.add("Conv", [map, this.#weights(dims, values, scale)], all);
    const output = relu ? this.writer.add("Relu", [made]) : made;
    return this.#form === "qdq" ? this.#quantize(output, relu ? POSITIVE : SIGNED) : output;
  }

  /** BatchNormalization and ReLU, which have no 8-bit form. */
  norm(map: string, channels: number): string {
    const of = (value: number) =>
      this.writer.addWeights(
        [channels],
        Float32Array.from({ length: channels }, (_, i) => value + (i % 5) / 20),
      );
    const normed = this.writer.add("BatchNormalization", [map, of(0.8), of(-0.1), of(0), of(1)]);
    const output = this.writer.add("Relu", [normed]);
    return this.#form === "qdq" ? this.#quantize(output, POSITIVE) : output;
  }

  /** Two maps and a ReLU; the skip comes first in every other block, as exporters disagree. */
  join(branch: string, skip: string, isSkipFirst: boolean): string {
    const operands = isSkipFirst ? [skip, branch] : [branch, skip];
    if (this.#form === "qoperator") {
      const inputs = operands.flatMap((operand) => [operand, ...this.#scaleOf(operand)]);
      return this.#keep(
        this.writer.add("QLinearAdd", [...inputs, ...this.#pair(POSITIVE)]),
        POSITIVE,
      );
    }
    const output = this.writer.add("Relu", [this.writer.add("Add", operands)]);
    return this.#form === "qdq" ? this.#quantize(output, POSITIVE) : output;
  }

  sum(branch: string, skip: string): string {
    const output = this.writer.add("Add", [branch, skip]);
    return this.#form === "qdq" ? this.#quantize(output, SIGNED) : output;
  }

  classify(
    map: string,
    { head, from, classes }: { head: Head; from: number; classes: number },
  ): { embedding: string; scores: string } {
    const { writer } = this;
    const { scale, values } = this.#random(from * classes, from);
    if (this.#form === "qoperator") {
      const pooled = writer.add("QLinearGlobalAveragePool", [
        ...[map, ...this.#scaleOf(map)],
        ...this.#pair(POSITIVE),
      ]);
      const embedding = writer.add("Flatten", [pooled]);
      const weights = [writer.addWeights([classes, from], values), ...this.#scale(scale, 0, true)];
      const bias = writer.addWeights([classes], new Int32Array(classes));
      const inputs = [embedding, ...this.#pair(POSITIVE), ...weights, bias, ...this.#pair(SIGNED)];
      const scores = writer.add("QGemm", inputs, { transA: 0, transB: 1 });
      return { embedding, scores: writer.add("DequantizeLinear", [scores, ...this.#pair(SIGNED)]) };
    }
    const pooled = this.#pool(map, head);
    const coded = this.#form === "qdq" ? this.#quantize(pooled, POSITIVE) : pooled;
    const row = this.#toRow(coded, head, from);
    const offsets = Float32Array.from({ length: classes }, (_, i) => (i % 7) / 100);
    const bias = writer.addWeights([classes], offsets);
    if (head === "conv") {
      const weights = this.#weights([classes, from, 1, 1], values, scale);
      return { embedding: row, scores: writer.add("Conv", [row, weights, bias]) };
    }
    if (head === "matmul") {
      const weights = this.#weights([from, classes], values, scale);
      const product = writer.add("MatMul", [row, weights]);
      return { embedding: row, scores: writer.add("Add", [bias, product]) };
    }
    const weights = this.#weights([classes, from], values, scale);
    return { embedding: row, scores: writer.add("Gemm", [row, weights, bias], { transB: 1 }) };
  }

  #pool(map: string, head: Head): string {
    const { writer } = this;
    if (head !== "reduce") return writer.add("GlobalAveragePool", [map]);
    if (writer.opset < 18) return writer.add("ReduceMean", [map], { axes: [2, 3], keepdims: 0 });
    const axes = writer.addWeights([2], BigInt64Array.of(-1n, -2n));
    return writer.add("ReduceMean", [map, axes], { keepdims: 0 });
  }

  #toRow(pooled: string, head: Head, size: number): string {
    const { writer } = this;
    if (head === "conv" || head === "reduce") return pooled;
    if (head === "reshape") {
      const shape = writer.addWeights([2], BigInt64Array.of(-1n, BigInt(size)));
      return writer.add("Dropout", [writer.add("Reshape", [pooled, shape])]);
    }
    if (head !== "squeeze") return writer.add("Flatten", [pooled]);
    if (writer.opset < 13) return writer.add("Squeeze", [pooled], { axes: [2, 3] });
    return writer.add("Squeeze", [pooled, writer.addWeights([2], BigInt64Array.of(2n, 3n))]);
  }

  readonly #scales = new Map<string, { scale: number; zeroPoint: number }>();

  #keep(tensor: string, what: { scale: number; zeroPoint: number }): string {
    this.#scales.set(tensor, what);
    return tensor;
  }

  #scaleOf(tensor: string): string[] {
    return this.#pair(this.#scales.get(tensor) ?? SIGNED);
  }

  #pair({ scale, zeroPoint }: { scale: number; zeroPoint: number }): string[] {
    return this.#scale(scale, zeroPoint, false);
  }

  #scale(scale: number, zeroPoint: number, isSigned: boolean): string[] {
    const zero = isSigned ? Int8Array.of(zeroPoint) : Uint8Array.of(zeroPoint);
    return [this.writer.addWeights([], Float32Array.of(scale)), this.writer.addWeights([], zero)];
  }

  #quantize(tensor: string, what: { scale: number; zeroPoint: number }): string {
    const pair = this.#pair(what);
    const quantized = this.#keep(this.writer.add("QuantizeLinear", [tensor, ...pair]), what);
    return this.#form === "qoperator"
      ? quantized
      : this.writer.add("DequantizeLinear", [quantized, ...pair]);
  }

  #weights(dims: readonly number[], values: Int8Array, scale: number): string {
    if (this.#form === "float32") {
      return this.writer.addWeights(
        dims,
        Float32Array.from(values, (value) => value * scale),
      );
    }
    const inputs = [this.writer.addWeights(dims, values), ...this.#scale(scale, 0, true)];
    return this.writer.add("DequantizeLinear", inputs);
  }

  /**
   * The same numbers in every run: Numerical Recipes' linear congruence, its 7 high bits. Older processors add
   * products of 8 bits in 16, which do not hold them.
   */
  #random(count: number, fanIn: number): { values: Int8Array; scale: number } {
    const values = Int8Array.from({ length: count }, () => {
      this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
      return (this.#seed >>> 25) - 64;
    });
    // 37 is what such numbers deviate by: the variance of what comes out is about that of what goes in.
    return { values, scale: Math.sqrt(1.2 / fanIn) / 37 };
  }
}
