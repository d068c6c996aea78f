import { z } from "zod";

const Rgb = z.tuple([z.number(), z.number(), z.number()]);
const Pixels = z.number().int().min(16).max(2048);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const FileName = z.string().regex(/^[^/\\]+$/);

const ModelFile = z.object({
  /** Beside the card for one that comes with the app, else in the user's folder for this model. */
  file: FileName,
  /** Where to download it; null for a file that comes with the app. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  bytes: z.number().int().positive(),
  sha256: Sha256,
  /** SPDX identifier. */
  licence: z.string(),
});
export type ModelFile = z.infer<typeof ModelFile>;

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

/** Names in the graph, for those that it exposes; the others are found where they are inside it. */
const ModelOutputs = z
  .object({
    embedding: z.string(),
    /** One number for each label, before the softmax. */
    scores: z.string(),
    stage2: z.string(),
    stage3: z.string(),
    features: z.string(),
  })
  .partial();
export type ModelOutputs = z.infer<typeof ModelOutputs>;

/**
 * Room for a second encoder, whose embeddings of sentences lie in the space of the photos' ("a dog on a beach").
 * A card may have one; nothing reads it yet.
 */
const TextEncoder = z.object({
  files: z.record(z.string(), ModelFile),
  /** A file beside the card. */
  tokenizer: FileName,
  /** Tokens at most. */
  contextLength: z.number().int().positive(),
  /** The name of the output in the graph. */
  output: z.string().optional(),
});

/** Precisions by what runs the model: the processor, or a graphics card of any kind. */
const Preferred = z.object({ cpu: z.string(), gpu: z.string() });
export type ProcessorKind = keyof z.infer<typeof Preferred>;

/** `native-models/<name>/model.json`: all that the app needs to know of a model. */
export const ModelCard = z
  .object({
    name: z.string().regex(/^[\w.-]+$/),
    /** For people: "ResNet-50". */
    title: z.string(),
    source: z.string(),
    /** By precision: "float32", "int8". */
    files: z.record(z.string().regex(/^[\w.-]{1,40}$/), ModelFile),
    preferred: Preferred,
    input: ModelInput,
    outputs: ModelOutputs.optional(),
    embeddingSize: z.number().int().positive(),
    /** A file, relative to the card: `[{ "wnid", "label" }]` in the order of the scores. */
    labels: z.string(),
    /** What the scores are still to be divided by; 1 where the graph has done it. */
    temperature: z.number().positive(),
    /** Below this confidence a label is a guess. */
    labelThreshold: z.number().min(0).max(1),
    /** For the user: what the model cannot tell apart. */
    note: z.string(),
    encoders: z.object({ text: TextEncoder }).partial().optional(),
  })
  .refine(({ files, preferred }) => Object.values(preferred).every((each) => each in files), {
    message: "expected the preferred precisions to be among the files",
    path: ["preferred"],
  });
export type ModelCard = z.infer<typeof ModelCard>;

/** `FILE.json` beside a `FILE.onnx` of the user's: the same fields, those that differ from the usual. */
export const FileCard = z
  .object({
    ...ModelCard.shape,
    input: ModelInput.partial(),
    licence: z.string(),
  })
  .omit({ name: true, files: true, preferred: true })
  .partial();
export type FileCard = z.infer<typeof FileCard>;

/** The card of a file that the user picked and that the app has copied, with what was found out about it. */
export const AdoptedCard = FileCard.extend({
  sha256: Sha256,
  bytes: z.number().int().positive(),
  embeddingSize: z.number().int().positive(),
  classes: z.number().int().positive(),
  note: z.string(),
  source: z.string(),
});
export type AdoptedCard = z.infer<typeof AdoptedCard>;

export const LabelFile = z.array(
  z.object({ label: z.string(), wnid: z.string().nullable().default(null) }),
);
