import { z } from "zod";

const Rgb = z.tuple([z.number(), z.number(), z.number()]);
const Pixels = z.number().int().min(16).max(2048);

const ModelFile = z.object({
  /** Beside the card. */
  file: z.string(),
  /** Where to download it; null for a file that comes with the app. */
  url: z.string().nullable(),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How pixels become the tensor. */
const ModelInput = z.object({
  name: z.string(),
  /** Width and height of the tensor. */
  sizePx: Pixels,
  /** The short side before the crop. */
  resizePx: Pixels,
  crop: z.literal("centre"),
  /** Subtracted from and divided into RGB values of 0 to 1. */
  mean: Rgb,
  std: Rgb,
});
export type ModelInput = z.infer<typeof ModelInput>;

/** Names in the graph. */
const ModelOutputs = z.object({
  embedding: z.string(),
  /** One number for each label, before the softmax. */
  scores: z.string(),
  stage2: z.string().optional(),
  stage3: z.string().optional(),
  features: z.string().optional(),
});
export type ModelOutputs = z.infer<typeof ModelOutputs>;

/** `native-models/<name>/model.json`: all that the app needs to know of a model. */
export const ModelCard = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  licence: z.string(),
  source: z.string(),
  /** By precision: "float32", "int8". */
  files: z.record(z.string(), ModelFile),
  defaultPrecision: z.string(),
  input: ModelInput,
  outputs: ModelOutputs,
  embeddingSize: z.number().int().positive(),
  /** A file beside the card: `[{ "wnid", "label" }]` in the order of the scores. */
  labels: z.string(),
  /** What the scores are still to be divided by; 1 where the graph has done it. */
  temperature: z.number().positive(),
  /** Below this confidence a label is a guess. */
  labelThreshold: z.number().min(0).max(1),
  /** For the user: what the model cannot tell apart. */
  note: z.string(),
});
export type ModelCard = z.infer<typeof ModelCard>;

/** `FILE.json` beside a `FILE.onnx` of the user's: the same fields, those that differ from the usual. */
export const FileCard = ModelCard.pick({
  outputs: true,
  embeddingSize: true,
  labels: true,
  temperature: true,
  labelThreshold: true,
  note: true,
})
  .extend({ input: ModelInput.partial(), outputs: ModelOutputs.partial() })
  .partial();
export type FileCard = z.infer<typeof FileCard>;

export const LabelFile = z.array(
  z.object({ label: z.string(), wnid: z.string().nullable().default(null) }),
);
