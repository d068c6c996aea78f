/** One operation. */
export interface GraphNode {
  /** As ONNX and onnxruntime name it: "Conv", "QLinearAdd". */
  readonly operator: string;
  /** Names of tensors; "" where an optional one is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Those of its attributes that are whole numbers. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
}

/** What a graph says of a tensor that goes in or comes out. */
export interface GraphTensor {
  readonly name: string;
  /** As ONNX names it: "FLOAT", "FLOAT16", "UINT8". */
  readonly elementType: string;
  /** A size that the graph leaves open, such as the batch, is undefined. */
  readonly shape: readonly (number | undefined)[];
}

export interface GraphParts {
  /** Without the weights, which older files list here too. */
  readonly inputs: readonly GraphTensor[];
  readonly outputs: readonly GraphTensor[];
  /** Every node after those whose results it reads, as the format demands. */
  readonly nodes: readonly GraphNode[];
  /** Weights by name, with their sizes. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** Files beside the model's that hold weights. */
  readonly externalFiles: readonly string[];
  /** Whether any weight is of 16 bits, so that what is computed from it may be too. */
  readonly hasHalves: boolean;
}

/** A graph that can be walked both ways. */
export class Graph {
  readonly inputs: readonly GraphTensor[];
  readonly outputs: readonly GraphTensor[];
  readonly nodes: readonly GraphNode[];
  readonly externalFiles: readonly string[];
  readonly hasHalves: boolean;
  readonly #producers = new Map<string, GraphNode>();
  readonly #consumers = new Map<string, GraphNode[]>();
  /** Weights, and what is computed from weights alone; sizes where they are known. */
  readonly #constants: Map<string, readonly number[] | undefined>;

  constructor(parts: GraphParts) {
    this.inputs = parts.inputs;
    this.outputs = parts.outputs;
    this.nodes = parts.nodes;
    this.externalFiles = parts.externalFiles;
    this.hasHalves = parts.hasHalves;
    this.#constants = new Map(parts.weights);
    for (const node of parts.nodes) this.#add(node);
  }

  producerOf(tensor: string): GraphNode | undefined {
    return this.#producers.get(tensor);
  }

  consumersOf(tensor: string): readonly GraphNode[] {
    return this.#consumers.get(tensor) ?? [];
  }

  /** Whether a tensor is the same for every photo. */
  isConstant(tensor: string): boolean {
    return this.#constants.has(tensor);
  }

  /** Sizes of a constant; undefined where they would have to be computed. */
  sizesOf(tensor: string): readonly number[] | undefined {
    return this.#constants.get(tensor);
  }

  has(tensor: string): boolean {
    return (
      this.#producers.has(tensor) ||
      this.#constants.has(tensor) ||
      this.inputs.some(({ name }) => name === tensor)
    );
  }

  #add(node: GraphNode): void {
    for (const output of node.outputs) this.#producers.set(output, node);
    for (const input of node.inputs) {
      const others = this.#consumers.get(input);
      if (others) others.push(node);
      else this.#consumers.set(input, [node]);
    }
    const read = node.inputs.filter((input) => input !== "");
    const isConstant = node.operator === "Constant" || read.length > 0;
    if (!isConstant || !read.every((input) => this.isConstant(input))) return;
    for (const output of node.outputs) this.#constants.set(output, this.#constantSizes(node));
  }

  #constantSizes({ operator, inputs, numbers }: GraphNode): readonly number[] | undefined {
    if (operator === "Constant") return numbers.get("sizes");
    const sizes = this.sizesOf(inputs[0] ?? "");
    if (operator === "Transpose") {
      const order = numbers.get("perm") ?? sizes?.map((_, i) => sizes.length - 1 - i);
      return order?.map((from) => sizes?.[from] ?? 0);
    }
    const keepsSizes = ["Cast", "DequantizeLinear", "QuantizeLinear", "Identity"];
    return keepsSizes.includes(operator) ? sizes : undefined;
  }
}
