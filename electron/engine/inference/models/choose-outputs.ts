import { findClassifier } from "../graph/find-classifier.ts";
import type { Graph } from "../graph/onnx-graph.ts";
import type { FoundModel } from "./find-model.ts";
import type { UsedOutputs } from "./resolved-model.ts";

export interface ChosenOutputs {
  readonly outputs: UsedOutputs;
  readonly embeddingSize: number;
  /** Undefined where the graph leaves the number of its scores open. */
  readonly classes: number | undefined;
  readonly scoresAre: "logits" | "probabilities";
}

/**
 * The outputs that a graph has already, by the card's names or by the usual ones; undefined when the embedding or
 * the scores are not among them, or a stage that the card names.
 */
export function chooseOutputs({ card }: FoundModel, graph: Graph): ChosenOutputs | undefined {
  const asked = card.outputs ?? {};
  const named = (name: string) => graph.outputs.find((value) => value.name === name);
  const embedding = named(asked.embedding ?? "embedding");
  const scores = named(asked.scores ?? "logits");
  const embeddingSize = embedding?.shape[1] ?? card.embeddingSize;
  const hasStages = [asked.stage2, asked.stage3].every((name) => name === undefined || named(name));
  if (!embedding || !scores || embeddingSize === undefined || !hasStages) return undefined;
  const stage2 = named(asked.stage2 ?? "stage2");
  const stage3 = named(asked.stage3 ?? "stage3");
  const outputs = {
    embedding: embedding.name,
    scores: scores.name,
    ...(stage2 && { stage2: stage2.name }),
    ...(stage3 && { stage3: stage3.name }),
  };
  const { endsInSoftmax } = findClassifier(graph, scores.name);
  const scoresAre = endsInSoftmax ? "probabilities" : "logits";
  return { outputs, embeddingSize, classes: scores.shape[1], scoresAre };
}
