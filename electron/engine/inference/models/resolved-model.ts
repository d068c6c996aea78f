import type { ModelInput } from "./model-card.ts";

export interface ModelLabel {
  readonly name: string;
  /** WordNet 3.0 noun id; null where the label file has none. */
  readonly wnid: string | null;
}

/** The graph's names of what is read from it. */
export interface UsedOutputs {
  readonly embedding: string;
  readonly scores: string;
  readonly stage2?: string;
  readonly stage3?: string;
}

/** A model that is on this disk, with everything known that running it and reading its answers takes. */
export interface ResolvedModel {
  /** Name, precision and the file's checksum: labels and embeddings of one key may be compared. */
  readonly key: string;
  readonly name: string;
  /** "float32", "int8"; "file" for one without a card that names it. */
  readonly precision: string;
  /** The file that was asked for: what messages speak of. */
  readonly sourcePath: string;
  /** What runs: the same file, or one that was prepared from it. */
  readonly filePath: string;
  readonly input: ModelInput;
  readonly outputs: UsedOutputs;
  /** Probabilities where a softmax is part of the graph and nothing before it comes out. */
  readonly scoresAre: "logits" | "probabilities";
  readonly embeddingSize: number;
  /** In the order of the scores. */
  readonly labels: readonly ModelLabel[];
  readonly temperature: number;
  readonly labelThreshold: number;
  readonly note: string;
}
