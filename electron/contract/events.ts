/**
 * @file Everything that the engine reports without being asked, in one table.
 */
import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { Folder } from "./folder.ts";
import { IndexingChoice, LibraryNotice } from "./library.ts";
import { ModelList } from "./model.ts";
import { PhotoId } from "./photo.ts";
import { Progress } from "./progress.ts";

/** What happened to a catalog entry. `path` is where the photo is now, or was. */
export const PhotoChange = z.object({
  kind: z.enum([
    "seen",
    "shown",
    "indexed",
    "failed",
    "changed",
    "moved",
    "missing",
    "returned",
    "tagged",
    "removed",
  ]),
  id: PhotoId,
  path: z.string(),
  /** Only for `moved`. */
  from: z.string().optional(),
  /** Only for `failed`. */
  code: ErrorCode.optional(),
});
export type PhotoChange = z.infer<typeof PhotoChange>;

export const events = {
  /** At most ten a second, each with at most 500 changes in the order they happened. */
  "photo.changed": z.object({ changes: z.array(PhotoChange) }),
  /** The whole list, whenever a folder is added, removed, goes away or comes back. */
  "folder.changed": z.object({ folders: z.array(Folder) }),
  /** At most ten a second while something is going on, and once at its end. */
  "indexing.progress": Progress,
  /** The whole list, whenever a model is installed, removed or chosen; at most four a second while one is fetched or embeds. */
  "model.changed": ModelList,
  /** The whole list, whenever there is something that the user must know, or it is over. */
  "library.noticed": z.object({ notices: z.array(LibraryNotice) }),
  /** The user paused indexing, or changed how much it may take. */
  "indexing.changed": IndexingChoice,
  /** Something was done, undone or redone; at most ten a second. */
  "history.changed": z.object({}),
  /** Tags, how many photos have them, or what was said of them; at most ten a second. */
  "tag.changed": z.object({}),
  /** Albums were made, changed or deleted, or smart albums were counted; at most ten a second. */
  "album.changed": z.object({}),
  /** There are other groups of duplicates; at most one a second. */
  "duplicate.changed": z.object({}),
  /** XMP files were written, or are waiting, or cannot be written; at most four a second. */
  "mirror.changed": z.object({}),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** One event as it travels. */
export type EngineEvent = {
  [N in EventName]: { readonly name: N; readonly payload: EventPayload<N> };
}[EventName];

export type EventListener = (event: EngineEvent) => void;
