/**
 * @file What was found in graphs that can be run as they are, the starter's among them: read once for each file, and known by its bytes at
 * every later start. Graphs that had to be prepared have their facts beside the prepared file.
 */
import { z } from "zod";
import { readMachine, writeMachine } from "../machine-memory.ts";
import type { FoundModel } from "../models/find-model.ts";
import type { RunnableGraph } from "./prepare-graph.ts";

/** Counts up when the same file would be understood in another way. */
const VERSION = 1;

const Size = z.number().int().positive().nullable();

const section = {
  name: "graphs",
  entry: z.object({
    input: z.object({ name: z.string(), shape: z.array(Size) }),
    outputs: z.object({
      embedding: z.string(),
      scores: z.string(),
      stage2: z.string().exactOptional(),
      stage3: z.string().exactOptional(),
    }),
    embeddingSize: z.number().int().positive(),
    classes: Size,
    scoresAre: z.enum(["logits", "probabilities"]),
  }),
};

/** Undefined where this file was not read with this card before. */
export async function rememberedGraph(found: FoundModel): Promise<RunnableGraph | undefined> {
  const known = (await readMachine(section)).get(keyOf(found));
  if (!known) return undefined;
  const { input, classes, ...facts } = known;
  return {
    ...facts,
    filePath: found.filePath,
    input: { name: input.name, shape: input.shape.map((size) => size ?? undefined) },
    classes: classes ?? undefined,
  };
}

export async function rememberGraph(found: FoundModel, graph: RunnableGraph): Promise<void> {
  const { input, outputs, embeddingSize, classes, scoresAre } = graph;
  await writeMachine(section, keyOf(found), {
    input: { name: input.name, shape: input.shape.map((size) => size ?? null) },
    outputs,
    embeddingSize,
    classes: classes ?? null,
    scoresAre,
  });
}

/** Of the card what says where to look in the graph. */
function keyOf({ sha256, card }: FoundModel): string {
  return `${sha256} ${VERSION} ${JSON.stringify([card.outputs ?? {}, card.embeddingSize ?? null])}`;
}
