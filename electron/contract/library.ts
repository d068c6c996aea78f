import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { ModelSwitch } from "./model.ts";
import { Failure, PhotoId } from "./photo.ts";
import { Folder } from "./folder.ts";
import { Progress } from "./progress.ts";
import { Told } from "./told.ts";

export const Counts = z.object({
  /** Catalog entries whose file is there. */
  photos: z.number().int().nonnegative(),
  /** Nothing is left to be done for them: photos with labels and an embedding, and videos whose facts are read. */
  indexed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  missing: z.number().int().nonnegative(),
  untagged: z.number().int().nonnegative(),
  /** Flagged as a pick. */
  picked: z.number().int().nonnegative(),
  /** Their file was replaced by one that looks like another photo: what `is:review` finds. */
  review: z.number().int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

/** How much of the processor indexing may take; see Pace. */
export const cpuShares = ["quarter", "half", "full"] as const;
export const CpuShare = z.enum(cpuShares);
export type CpuShare = z.infer<typeof CpuShare>;

/** What the user said about indexing; kept in the library. */
export const IndexingChoice = z.object({ isPaused: z.boolean(), share: CpuShare });
export type IndexingChoice = z.infer<typeof IndexingChoice>;

/** Something that the user must know; it stays until it is over or dismissed. */
export const LibraryNotice = z.discriminatedUnion("kind", [
  /** The catalog was damaged or gone, and another one took its place. */
  z.object({
    kind: z.literal("catalog-restored"),
    /** When the backup was made that it was restored from; null when there was no good one. */
    backupAtMs: z.number().int().nullable(),
    /** Where the damaged one is kept; null when it was gone. */
    keptAs: z.string().nullable(),
    photos: z.number().int().nonnegative(),
    /** False when something of what the user entered since the backup, or at all, could not be read. */
    isWhole: z.boolean(),
  }),
  /** Damage was found while the library is open; the next start restores it. */
  z.object({ kind: z.literal("catalog-damaged") }),
  /** Indexing waits for the machine, such as for space on the disk, and tries again by itself. */
  z.object({ kind: z.literal("indexing-stopped"), code: ErrorCode, message: z.string() }),
  /** What reads the photos ended too often, and is not started again until the user says so. */
  z.object({
    kind: z.literal("reader-stopped"),
    /** The photo that it was reading; null where it was reading none, or one from outside. */
    photo: z.object({ id: PhotoId, name: z.string() }).nullable(),
  }),
]);
export type LibraryNotice = z.infer<typeof LibraryNotice>;

/** Cheap enough to ask for after every change. */
export const LibraryStatus = z.object({
  folders: z.array(Folder),
  counts: Counts,
  progress: Progress,
  indexing: IndexingChoice,
  notices: z.array(LibraryNotice),
  model: z.string(),
  /** What the model cannot tell apart, in a sentence or two; from its card. */
  modelNote: z.string(),
  modelNoteTold: z.optional(Told),
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
