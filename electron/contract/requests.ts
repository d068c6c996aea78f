/**
 * @file Every question that may be asked of the engine, in one table.
 *
 * Adding a row here makes the compiler ask for a handler (engine/handlers.ts); the preload bridge, the
 * WebSocket bridge and the in-process client are derived, so there is nothing else to keep in step.
 */
import { z } from "zod";
import { Folder, FolderId, PlaceListing } from "./folder.ts";
import { LabelExplanation, LabelPrecision, LabelSuggestion, LabelVerdict } from "./label.ts";
import { IndexReport, LibraryInspection, LibraryStatus, TagCount } from "./library.ts";
import { MachineReport, providerChoices } from "./machine.ts";
import { ModelList, ModelName, ModelVerification, Precision } from "./model.ts";
import {
  Distance,
  Evaluation,
  MAX_EVALUATED_FILES,
  PictureToken,
  SimilarPage,
  SimilarQuery,
} from "./similar.ts";
import { Failure, Fingerprint, Label, Photo, PhotoDetail, PhotoId } from "./photo.ts";
import { Cursor, Grouping, MAX_PAGE, PhotoIds, PhotoPage, QueryText, Segments } from "./query.ts";

/**
 * Who may ask. `renderer`: the page, in the desktop app and in the browser host. `host`: the page, in
 * the browser host only. `shell`: Electron's main process. `cli`: the command line, on the same account.
 * `media`: the handlers behind `media:` and `/media/`, which turn an address into a file.
 */
export type Caller = "renderer" | "host" | "shell" | "cli" | "media";

export interface RequestRow {
  readonly callers: readonly Caller[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const AbsolutePath = z.string().min(1).max(32_767);
const Limit = z.number().int().min(1).max(MAX_PAGE);
const Nothing = z.object({});
const Changed = z.object({ changed: z.number().int().nonnegative() });
const TagText = z.string().min(1).max(500);
const LabelText = z.string().min(1).max(200);
const ModelChoice = z.object({
  name: ModelName,
  /** Without it, what suits this machine. */
  precision: Precision.optional(),
});

export const requests = {
  "library.status": {
    callers: ["renderer", "shell", "cli"],
    input: Nothing,
    output: LibraryStatus,
  },
  "library.inspect": { callers: ["cli"], input: Nothing, output: LibraryInspection },
  /** Adds the folders that are new, indexes what is new or changed in them, and answers when that is done. */
  "library.index": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1) }),
    output: IndexReport,
  },

  "folder.list": { callers: ["renderer", "cli"], input: Nothing, output: z.array(Folder) },
  "folder.add": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: Folder,
  },
  "folder.addPlace": { callers: ["host"], input: z.object({ place: z.string() }), output: Folder },
  /** Stops watching. The folder's entries and tags are kept and come back with it. */
  "folder.remove": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId }),
    output: Nothing,
  },
  /** Walks the folder again; answers at once. */
  "folder.rescan": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId }),
    output: Nothing,
  },
  /** Without `place`: the user's home folder. */
  "place.list": {
    callers: ["host"],
    input: z.object({ place: z.string().optional() }),
    output: PlaceListing,
  },

  "photo.page": {
    callers: ["renderer", "cli"],
    input: z.object({ query: QueryText, cursor: Cursor.optional(), limit: Limit }),
    output: PhotoPage,
  },
  "photo.segments": {
    callers: ["renderer"],
    input: z.object({ query: QueryText, groupBy: Grouping }),
    output: Segments,
  },
  /** Ids by place in the order of the segments: what a selection over unloaded photos stands for. */
  "photo.ids": {
    callers: ["renderer"],
    input: z.object({
      query: QueryText,
      /** Only "folder" has an order of its own. */
      groupBy: Grouping.optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(100_000),
    }),
    output: z.array(PhotoId),
  },
  "photo.get": { callers: ["renderer"], input: z.object({ id: PhotoId }), output: PhotoDetail },
  /** Answers with the entries of the given files; files that are not in the library are left out. */
  "photo.find": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1).max(10_000) }),
    output: z.array(Photo),
  },
  "photo.path": {
    callers: ["shell"],
    input: z.object({ id: PhotoId }),
    output: z.object({ path: z.string() }),
  },
  /** Puts these photos at the head of the queue; what is on the screen goes first. */
  "photo.hurry": {
    callers: ["renderer"],
    input: z.object({ ids: z.array(PhotoId).max(MAX_PAGE) }),
    output: Nothing,
  },

  /** A page of the photos most similar to the examples; without examples' own entries. */
  "similar.search": {
    callers: ["renderer", "cli"],
    input: SimilarQuery.extend({
      offset: z.number().int().nonnegative().default(0),
      limit: Limit,
      /** Go on beyond the end of the list until the limit is reached. */
      beyondEnd: z.boolean().default(false),
      /** A later question of the same session ends this one with `cancelled`. */
      session: z.string().max(100).optional(),
    }),
    output: SimilarPage,
  },
  /** Hands a picture from outside to the engine. */
  "picture.open": {
    callers: ["shell", "cli", "media"],
    input: z.object({
      path: AbsolutePath,
      /** For people; the file's name where none is given. */
      name: z.string().max(500).optional(),
    }),
    output: z.object({ picture: PictureToken, name: z.string() }),
  },
  /** Every labelled file is a query, the others are what it should and should not find. */
  "similar.evaluate": {
    callers: ["cli"],
    input: z.object({
      files: z
        .array(z.object({ path: AbsolutePath, label: z.string().min(1).max(500) }))
        .min(2)
        .max(MAX_EVALUATED_FILES),
      depth: z.number().min(0).max(1).default(1),
      distance: Distance.default("cosine"),
      /** Each number becomes sign(x)·√|x| before it is compared. */
      signedSqrt: z.boolean().default(false),
    }),
    output: Evaluation,
  },

  "file.labels": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1), limit: z.number().int().min(1) }),
    output: z.array(z.object({ path: z.string(), labels: z.array(Label) })),
  },
  "file.embed": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1) }),
    output: z.array(
      z.object({ path: z.string(), model: z.string(), embedding: z.array(z.number()) }),
    ),
  },

  /** All tags with their number of photos, or those of one photo. */
  "tag.list": {
    callers: ["renderer", "cli"],
    input: z.object({ photo: PhotoId.optional() }),
    output: z.array(TagCount),
  },
  "tag.add": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds }),
    output: Changed,
  },
  "tag.remove": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds }),
    output: Changed,
  },

  /** Words that begin with the text, those that find most first. */
  "label.suggest": {
    callers: ["renderer", "cli"],
    input: z.object({ text: z.string().max(200), limit: Limit }),
    output: z.array(LabelSuggestion),
  },
  "label.explain": {
    callers: ["renderer", "cli"],
    input: z.object({ word: LabelText }),
    output: LabelExplanation,
  },
  /** The user's word on a label, which goes before the model's; null takes it back. */
  "label.judge": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, label: LabelText, verdict: LabelVerdict.nullable() }),
    output: Changed,
  },
  /** Of every label that was judged; those with most judgements first. */
  "label.precision": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(LabelPrecision),
  },

  "model.list": { callers: ["renderer", "cli"], input: Nothing, output: ModelList },
  /** Fetches the file, going on where an earlier download stopped; answers when it is there. */
  "model.install": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  "model.cancelInstall": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Takes over a file on this disk that is one of the known ones, by its checksum. */
  "model.import": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: ModelList,
  },
  /** Answers at once; the library is embedded anew behind it, and the old model answers until that is done. */
  "model.use": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Any .onnx classifier. */
  "model.useFile": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: ModelList,
  },
  /** Answers when no switch is under way any more. */
  "model.settle": { callers: ["cli"], input: Nothing, output: ModelList },
  "model.remove": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Reads every file that is here again; a damaged one is removed. */
  "model.verify": {
    callers: ["renderer", "cli"],
    input: z.object({ name: ModelName.optional() }),
    output: z.array(ModelVerification),
  },
  /** Takes some seconds of this machine's full attention. */
  "model.measure": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },

  "machine.inspect": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  /** Tries every provider again, whatever is remembered. */
  "machine.probe": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  "machine.useProvider": {
    callers: ["renderer", "cli"],
    input: z.object({ provider: z.enum(providerChoices), device: z.string().optional() }),
    output: MachineReport,
  },
  /** Fetches the CUDA libraries of onnxruntime; only on Linux x64. */
  "machine.installCuda": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  "machine.clear": {
    callers: ["renderer", "cli"],
    input: z.object({ what: z.enum(["previews", "prepared"]) }),
    output: MachineReport,
  },
  /** The shell knows it on every system; without a shell the engine looks for itself. */
  "machine.power": {
    callers: ["shell"],
    input: z.object({ onBattery: z.boolean() }),
    output: Nothing,
  },
  /** The user scrolls or looks at a photo: indexing leaves the machine to that for a moment. */
  "machine.stepBack": { callers: ["renderer"], input: Nothing, output: Nothing },

  "failure.list": {
    callers: ["renderer", "cli"],
    input: z.object({ folders: z.array(FolderId).optional() }),
    output: z.array(Failure),
  },

  /** Makes the thumbnail first if it is not there. */
  "media.thumbnail": {
    callers: ["media"],
    input: z.object({ fingerprint: Fingerprint }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
  /** A viewer-sized picture that every browser shows: long side ≤ 2048. */
  "media.preview": {
    callers: ["media"],
    input: z.object({ id: PhotoId }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
} as const satisfies Record<string, RequestRow>;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<N extends RequestName> = z.input<Requests[N]["input"]>;
export type CheckedInput<N extends RequestName> = z.output<Requests[N]["input"]>;
export type RequestOutput<N extends RequestName> = z.output<Requests[N]["output"]>;

/** The requests that a caller of kind `C` may make. */
export type RequestOf<C extends Caller> = {
  [N in RequestName]: C extends Requests[N]["callers"][number] ? N : never;
}[RequestName];

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === "string" && Object.hasOwn(requests, name);
}

export function mayAsk(callers: readonly Caller[], name: RequestName): boolean {
  const row: RequestRow = requests[name];
  return row.callers.some((caller) => callers.includes(caller));
}
