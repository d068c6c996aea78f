import { join } from "node:path";
import { enModels } from "../../texts/en/models.ts";
import { prepareGraph, type RunnableGraph } from "./graph/prepare-graph.ts";
import { invalidModel } from "./invalid-model.ts";
import { findModel, type FoundModel } from "./models/find-model.ts";
import { LabelFile, type FileCard, type ModelInput } from "./models/model-card.ts";
import { modelKey } from "./models/model-key.ts";
import { ilsvrcLabelFile } from "./models/models-folder.ts";
import { readJson } from "./models/read-json.ts";
import type { ModelLabel, ResolvedModel } from "./models/resolved-model.ts";

export type { ResolvedModel };

/** What nearly every published ImageNet classifier expects. */
const USUAL_INPUT: Omit<ModelInput, "name"> = {
  sizePx: 224,
  resizePx: 256,
  crop: "centre",
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};
const USUAL_THRESHOLD = 0.5;
const ILSVRC_CLASSES = 1000;
/**
 * Finds a model by name ("starter") or by file (FILE.onnx), prepares its graph where that is needed, and reads
 * everything about it but its weights. Rejects with `model-missing` or `model-invalid`, naming the file and what was expected of it.
 */
export async function resolveModel(nameOrFile: string): Promise<ResolvedModel> {
  const found = await findModel(nameOrFile);
  const { name, precision, filePath, sha256, card, cardFolder } = found;
  const graph = await prepareGraph(found);
  const listed =
    card.labels === undefined ? undefined : await readLabels(join(cardFolder, card.labels));
  const labels = listed ?? (await usualLabels(found, graph.classes));
  checkSizes(found, graph, labels.length);
  return {
    key: modelKey(name, precision, sha256),
    name,
    precision,
    sourcePath: filePath,
    filePath: graph.filePath,
    input: chooseInput(found, graph),
    outputs: graph.outputs,
    scoresAre: graph.scoresAre,
    embeddingSize: graph.embeddingSize,
    labels,
    temperature: card.temperature ?? 1,
    labelThreshold: card.labelThreshold ?? USUAL_THRESHOLD,
    note: card.note ?? (listed ? "" : enModels["model.note.assumed"]),
  };
}

function checkSizes({ filePath, card }: FoundModel, graph: RunnableGraph, labels: number): void {
  const { classes = labels, embeddingSize } = graph;
  if (classes !== labels) {
    const expected = `a score for each of ${labels} labels`;
    throw invalidModel(filePath, { expected, got: `${classes} scores` });
  }
  if ((card.embeddingSize ?? embeddingSize) !== embeddingSize) {
    const expected = `the embedding of ${card.embeddingSize} numbers that its card names`;
    throw invalidModel(filePath, { expected, got: `one of ${embeddingSize}` });
  }
}

/** The card says what the graph leaves open; what neither says is as usual. */
function chooseInput({ filePath, card }: FoundModel, { input }: RunnableGraph): ModelInput {
  const asked: FileCard["input"] = card.input ?? {};
  if ((asked.name ?? input.name) !== input.name) {
    const expected = `the input "${asked.name}" that its card names`;
    throw invalidModel(filePath, { expected, got: `"${input.name}"` });
  }
  const fixedPx = input.shape[2] ?? input.shape[3];
  if ((asked.sizePx ?? fixedPx) !== (fixedPx ?? asked.sizePx)) {
    const expected = `an input of ${asked.sizePx} pixels, as its card says,`;
    throw invalidModel(filePath, { expected, got: `${fixedPx}` });
  }
  const sizePx = asked.sizePx ?? fixedPx ?? USUAL_INPUT.sizePx;
  const resizePx = asked.resizePx ?? Math.round((sizePx * 256) / 224);
  const { mean = USUAL_INPUT.mean, std = USUAL_INPUT.std } = asked;
  return { name: input.name, sizePx, resizePx, crop: "centre", mean, std };
}

async function usualLabels(found: FoundModel, classes: number | undefined): Promise<ModelLabel[]> {
  if (classes === ILSVRC_CLASSES) return readLabels(ilsvrcLabelFile());
  const expected = `a card beside it that names its label file, or ${ILSVRC_CLASSES} scores`;
  const got = `no card and ${classes ?? "an unknown number of"} scores`;
  throw invalidModel(found.filePath, { expected, got });
}

async function readLabels(path: string): Promise<ModelLabel[]> {
  const entries = await readJson(path, LabelFile);
  return entries.map(({ label, wnid }) => ({ name: label, wnid }));
}
