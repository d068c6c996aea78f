import { LibraryError } from "../../../contract/errors.ts";
import type { FoundModel } from "./find-model.ts";
import type { OnnxSignature, OnnxValue } from "./onnx-signature.ts";
import type { UsedOutputs } from "./resolved-model.ts";

export interface ChosenOutputs {
  readonly outputs: UsedOutputs;
  readonly embeddingSize: number;
  /** Undefined where the graph leaves the number of its scores open. */
  readonly classes: number | undefined;
}

/** Finds the embedding and the class scores in a graph, by the card's names or by the usual ones. */
export function chooseOutputs(
  { filePath, card }: FoundModel,
  { outputs: offered }: OnnxSignature,
  labels: number | undefined,
): ChosenOutputs {
  const asked = card.outputs ?? {};
  const named = (name: string | undefined) => offered.find((value) => value.name === name);
  const embedding = named(asked.embedding ?? "embedding");
  const scores = asked.scores
    ? named(asked.scores)
    : (named("logits") ?? onlyScores(offered, embedding, labels));
  const embeddingSize = card.embeddingSize ?? embedding?.shape[1];
  if (!embedding || !scores || embeddingSize === undefined) {
    const got = offered.map(
      ({ name, shape }) => `${name} [${shape.map((size) => size ?? "?").join(", ")}]`,
    );
    const expected = `outputs "${asked.embedding ?? "embedding"}" and "${asked.scores ?? "logits"}"`;
    const message = `Expected a model with ${expected} at ${filePath} but got ${got.join(", ")}`;
    throw new LibraryError("model-invalid", message);
  }
  const stage2 = named(asked.stage2 ?? "stage2");
  const stage3 = named(asked.stage3 ?? "stage3");
  const outputs = {
    embedding: embedding.name,
    scores: scores.name,
    ...(stage2 && { stage2: stage2.name }),
    ...(stage3 && { stage3: stage3.name }),
  };
  return { outputs, embeddingSize, classes: scores.shape[1] };
}

/** The one output beside the embedding that has a number for each label (1000 where no labels are named). */
function onlyScores(
  offered: readonly OnnxValue[],
  embedding: OnnxValue | undefined,
  labels = 1000,
): OnnxValue | undefined {
  const fitting = offered.filter(
    (value) => value !== embedding && value.shape.length === 2 && value.shape[1] === labels,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
