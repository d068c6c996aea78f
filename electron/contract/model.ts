import { z } from "zod";
import { Told } from "./told.ts";

/** As in native-models/<name>/, or the name of a file of the user's without its ending. */
export const ModelName = z
  .string()
  .max(200)
  .regex(/^[^/\\:]+$/);
export const Precision = z.string().regex(/^[\w.-]{1,40}$/);

/**
 * `bundled`: came with the app. `installed`: fetched or imported, its checksum was right. `downloading`.
 * `partial`: a download that stopped and can go on. `absent`: only its card is here.
 */
export const ModelFileState = z.enum(["bundled", "installed", "downloading", "partial", "absent"]);
export type ModelFileState = z.infer<typeof ModelFileState>;

/** How fast a model file answers on this machine: inference alone, full batches. */
export const ModelSpeed = z.object({
  photosPerSecond: z.number().positive(),
  /** The execution provider that ran it. */
  provider: z.string(),
  measuredAtMs: z.number(),
});
export type ModelSpeed = z.infer<typeof ModelSpeed>;

export const ModelFile = z.object({
  /** "float32", "int8", or "file" for one that the user picked. */
  precision: z.string(),
  bytes: z.number().int().positive(),
  /** SPDX identifier, or a sentence where there is none. */
  licence: z.string(),
  /** Only of a sentence. */
  licenceTold: z.optional(Told),
  state: ModelFileState,
  /** Of a download, so far. */
  receivedBytes: z.number().int().nonnegative(),
  /** Where a download comes from; null for a file that cannot be fetched. */
  downloadHost: z.string().nullable(),
  /** What is taken on this machine when no precision is named. */
  isPreferred: z.boolean(),
  /** Null until it was measured here. */
  speed: ModelSpeed.nullable(),
});
export type ModelFile = z.infer<typeof ModelFile>;

export const Model = z.object({
  name: z.string(),
  /** For people: "ResNet-50". */
  title: z.string(),
  /** What it gives and what it cannot tell apart, in a sentence or two. */
  note: z.string(),
  /** Where it comes from. */
  source: z.string(),
  /** Of a model that comes with the app; the card of another has its own words. */
  noteTold: z.optional(Told),
  sourceTold: z.optional(Told),
  /** How many labels it knows. */
  classes: z.number().int().positive(),
  embeddingSize: z.number().int().positive(),
  files: z.array(ModelFile).min(1),
  /** `active`: it answers. `next`: the library is being embedded with it, and it answers when that is done. */
  use: z.enum(["active", "next"]).nullable(),
  /** The precision that is in use; null where `use` is. */
  usedPrecision: z.string().nullable(),
});
export type Model = z.infer<typeof Model>;

/** The library on its way from one model to another. */
export const ModelSwitch = z.object({
  /** Names with their precision: "starter int8". */
  from: z.string(),
  to: z.string(),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** What is embedded; `deciding` while samples show whether thumbnails do. */
  source: z.enum(["deciding", "thumbnails", "files"]),
});
export type ModelSwitch = z.infer<typeof ModelSwitch>;

export const ModelList = z.object({ models: z.array(Model), switching: ModelSwitch.nullable() });
export type ModelList = z.infer<typeof ModelList>;

export const ModelVerification = z.object({
  name: z.string(),
  precision: z.string(),
  path: z.string(),
  isSound: z.boolean(),
  /** Why not; "" where it is. */
  message: z.string(),
});
export type ModelVerification = z.infer<typeof ModelVerification>;
