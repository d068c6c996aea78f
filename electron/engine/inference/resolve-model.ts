import { join } from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { chooseOutputs } from "./models/choose-outputs.ts";
import { findModel, type FoundModel } from "./models/find-model.ts";
import { LabelFile, type FileCard, type ModelInput } from "./models/model-card.ts";
import { ilsvrcLabelFile } from "./models/models-folder.ts";
import { readOnnxSignature, type OnnxSignature } from "./models/onnx-signature.ts";
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
const ASSUMED =
  "This model file has no card: its 1000 scores are taken for the classes of ILSVRC 2012 in their usual order.";

/**
 * Finds a model by name ("starter") or by file (FILE.onnx) and reads everything about it but its weights.
 * Rejects with `model-missing` or `model-invalid`, naming the file and what was expected of it.
 */
export async function resolveModel(nameOrFile: string): Promise<ResolvedModel> {
  const found = await findModel(nameOrFile);
  const { name, precision, filePath, sha256, card, cardFolder } = found;
  const signature = readSignature(found);
  const listed =
    card.labels === undefined ? undefined : await readLabels(join(cardFolder, card.labels));
  const { outputs, embeddingSize, classes } = chooseOutputs(found, signature, listed?.length);
  const labels = listed ?? (await usualLabels(found, classes));
  if (classes !== undefined && classes !== labels.length) {
    throw invalid(found, `a score for each of ${labels.length} labels`, `${classes} scores`);
  }
  return {
    key: `${name}-${precision}-${sha256.slice(0, 8)}`,
    name,
    filePath,
    input: chooseInput(found, signature),
    outputs,
    embeddingSize,
    labels,
    temperature: card.temperature ?? 1,
    labelThreshold: card.labelThreshold ?? USUAL_THRESHOLD,
    note: card.note ?? (listed ? "" : ASSUMED),
  };
}

/** The card's word goes before the graph's, the graph's before the usual. */
function chooseInput(found: FoundModel, { inputs }: OnnxSignature): ModelInput {
  const asked: FileCard["input"] = found.card.input ?? {};
  const value = asked.name ? inputs.find(({ name }) => name === asked.name) : inputs[0];
  if (value?.shape.length !== 4 || (value.shape[1] ?? 3) !== 3) {
    const got = inputs.map(
      ({ name, shape }) => `${name} [${shape.map((size) => size ?? "?").join(", ")}]`,
    );
    throw invalid(found, "an input of the shape [N, 3, height, width]", got.join(", ") || "none");
  }
  const sizePx = asked.sizePx ?? value.shape[2] ?? USUAL_INPUT.sizePx;
  const resizePx = asked.resizePx ?? Math.round((sizePx * 256) / 224);
  const { mean = USUAL_INPUT.mean, std = USUAL_INPUT.std } = asked;
  return { name: value.name, sizePx, resizePx, crop: "centre", mean, std };
}

function readSignature({ filePath, bytes }: FoundModel): OnnxSignature {
  try {
    return readOnnxSignature(bytes);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected an ONNX model at ${filePath} but got: ${said}`;
    throw new LibraryError("model-invalid", message, { cause });
  }
}

async function usualLabels(found: FoundModel, classes: number | undefined): Promise<ModelLabel[]> {
  if (classes === ILSVRC_CLASSES) return readLabels(ilsvrcLabelFile());
  const expected = `a card beside it that names its label file, or ${ILSVRC_CLASSES} scores`;
  throw invalid(found, expected, `no card and ${classes ?? "an unknown number of"} scores`);
}

async function readLabels(path: string): Promise<ModelLabel[]> {
  const entries = await readJson(path, LabelFile);
  return entries.map(({ label, wnid }) => ({ name: label, wnid }));
}

function invalid({ filePath }: FoundModel, expected: string, got: string): LibraryError {
  return new LibraryError("model-invalid", `Expected ${expected} of ${filePath} but got ${got}`);
}
