import { z } from "zod";
import { Told } from "./told.ts";

/** `auto`: the fastest that works. A provider that is named must work. Names are onnxruntime's. */
export const providerChoices = ["auto", "cpu", "cuda", "dml", "coreml", "webgpu"] as const;

/**
 * `in-use`. `usable`: works, another one is used. `slower`: works and agrees, the processor is faster.
 * `disagrees`: its answers differ from the processor's. `crashed`: its process ended or hung while it was tried.
 * `unavailable`: it, or a library it needs, is not here. `not-tried`: nobody asked for it yet.
 */
export const VerdictKind = z.enum([
  "in-use",
  "usable",
  "slower",
  "disagrees",
  "crashed",
  "unavailable",
  "not-tried",
]);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** What is known of one execution provider on this machine. */
export const ProviderVerdict = z.object({
  /** onnxruntime's name: "cpu", "cuda", "dml", "coreml", "webgpu". */
  provider: z.string(),
  /** The device it would run on, where there is a choice. */
  device: z.string().nullable(),
  kind: VerdictKind,
  /** A sentence: why it is not used. "" where it is. */
  reason: z.string(),
  /** The same for every language; absent where a library of others says it. */
  reasonTold: z.optional(Told),
  /** What would make it usable; null where nothing is known. */
  remedy: z.string().nullable(),
  remedyTold: z.optional(Told),
  /** Inference alone, full batches. */
  photosPerSecond: z.number().nullable(),
  /** Lowest cosine of its embeddings to the processor's. */
  agreement: z.number().nullable(),
  triedAtMs: z.number().nullable(),
});
export type ProviderVerdict = z.infer<typeof ProviderVerdict>;

const Bytes = z.number().int().nonnegative();

/** The truth about this machine, for the Machine page and `semblance doctor`. */
export const MachineReport = z.object({
  /** The execution provider that really runs, or would. */
  provider: z.string(),
  /** What the user asked for: "auto" or a provider. */
  providerChoice: z.string(),
  model: z.string(),
  precision: z.string(),
  /** Of inference. */
  threads: z.number().int().positive(),
  /** Photos that are decoded at the same time. */
  decodersAtOnce: z.number().int().positive(),
  providers: z.array(ProviderVerdict),
  system: z.object({
    name: z.string(),
    processor: z.string(),
    cores: z.number().int().positive(),
    memoryBytes: Bytes,
    graphics: z.array(z.object({ name: z.string(), driver: z.string().nullable() })),
  }),
  versions: z.object({
    semblance: z.string(),
    node: z.string(),
    onnxruntime: z.string(),
    sharp: z.string(),
    libvips: z.string(),
    lancedb: z.string(),
    sqlite: z.string(),
  }),
  libraryFolder: z.string(),
  modelsFolder: z.string(),
  sizes: z.object({
    catalog: Bytes,
    vectors: Bytes,
    thumbnails: Bytes,
    previews: Bytes,
    backups: Bytes,
    /** Downloaded model files. */
    models: Bytes,
    /** Graphs made ready for use, which can be made again. */
    prepared: Bytes,
  }),
  power: z.enum(["mains", "battery", "unknown"]),
  /** `gentle`: indexing steps back, for the battery or because the user is busy in the app. */
  pace: z.enum(["full", "gentle"]),
  /** Null where CUDA cannot run at all: not Linux on x64. */
  cuda: z
    .object({
      isInstalled: z.boolean(),
      /** What else is needed and not found, in sentences. */
      missing: z.array(z.string()),
      /** The same, in the same order, for every language. */
      missingTold: z.array(Told),
    })
    .nullable(),
});
export type MachineReport = z.infer<typeof MachineReport>;
