import { z } from "zod";
import { ModelSwitch } from "./model.ts";
import { Failure } from "./photo.ts";
import { Folder } from "./folder.ts";
import { Progress } from "./progress.ts";

export const Counts = z.object({
  /** Catalog entries whose file is there. */
  photos: z.number().int().nonnegative(),
  indexed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  missing: z.number().int().nonnegative(),
  untagged: z.number().int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

/** Cheap enough to ask for after every change. */
export const LibraryStatus = z.object({
  folders: z.array(Folder),
  counts: Counts,
  progress: Progress,
  model: z.string(),
  /** What the model cannot tell apart, in a sentence or two; from its card. */
  modelNote: z.string(),
  /** Null unless the library is on its way to another model. */
  switching: ModelSwitch.nullable(),
});
export type LibraryStatus = z.infer<typeof LibraryStatus>;

/** What takes a moment to find out: sizes on disk, and what really runs. */
export const LibraryInspection = z.object({
  libraryFolder: z.string(),
  model: z.string(),
  /** The execution provider that really runs: "cpu", "cuda", … */
  provider: z.string(),
  versions: z.object({
    node: z.string(),
    onnxruntime: z.string(),
    sharp: z.string(),
    lancedb: z.string(),
  }),
  diskBytes: z.number().int().nonnegative(),
});
export type LibraryInspection = z.infer<typeof LibraryInspection>;

/** How a run over some folders ended. */
export const IndexReport = z.object({
  indexed: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  /** Every photo of these folders that could not be indexed, those of earlier runs included. */
  failed: z.array(Failure),
  seconds: z.number().nonnegative(),
  model: z.string(),
  provider: z.string(),
});
export type IndexReport = z.infer<typeof IndexReport>;

export const TagCount = z.object({ tag: z.string(), count: z.number().int().nonnegative() });
export type TagCount = z.infer<typeof TagCount>;
