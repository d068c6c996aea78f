import type { FoundModel } from "../models/find-model.ts";
import type { UsedOutputs } from "../models/resolved-model.ts";
import { rememberedGraph, rememberGraph } from "./known-graphs.ts";
import type { GraphTensor } from "./onnx-graph.ts";
import { preparedPath, readPrepared, type GraphFacts } from "./prepared-files.ts";

/** A file that onnxruntime can run, with what goes in and comes out. */
export interface RunnableGraph {
  readonly filePath: string;
  readonly input: Pick<GraphTensor, "name" | "shape">;
  readonly outputs: UsedOutputs;
  readonly embeddingSize: number;
  /** Undefined where the graph leaves the number of its scores open. */
  readonly classes: number | undefined;
  readonly scoresAre: "logits" | "probabilities";
}

/**
 * The file itself where it exposes what its card names, else a copy of it that does, made once and kept. Holds the
 * file's bytes once while it is made. Rejects with `model-invalid`, naming the file, what was expected of it and
 * what was found.
 */
export async function prepareGraph(found: FoundModel): Promise<RunnableGraph> {
  const known = await readPrepared(found.sha256);
  if (known) return toRunnable(found, known);
  const remembered = await rememberedGraph(found);
  if (remembered) return remembered;
  // What reads and writes graphs is for the first time; every later start of the program does without it.
  const { makeGraph } = await import("./make-graph.ts");
  const made = await makeGraph(found);
  if ("sizes" in made) return toRunnable(found, made);
  // Where that cannot be written, the graph is read again the next time.
  await rememberGraph(found, made).catch(() => undefined);
  return made;
}

function toRunnable({ sha256 }: FoundModel, { input, outputs, sizes }: GraphFacts): RunnableGraph {
  const { embedding, logits, stage2, stage3 } = outputs;
  return {
    filePath: preparedPath(sha256),
    input: { name: input.name, shape: input.shape.map((size) => size ?? undefined) },
    outputs: {
      embedding,
      scores: logits,
      ...(stage2 !== undefined && { stage2 }),
      ...(stage3 !== undefined && { stage3 }),
    },
    embeddingSize: sizes.embedding,
    classes: sizes.logits,
    scoresAre: "logits",
  };
}
