/** @file What the library is, its folders, and its indexing. See requests.ts. */
import { z } from "zod";
import {
  Folder,
  FolderId,
  IgnorePattern,
  PlaceListing,
  Relocation,
  RemovedFolder,
  PlaceFiles,
} from "../folder.ts";
import {
  CpuShare,
  IndexReport,
  IndexingChoice,
  LibraryInspection,
  LibraryStatus,
} from "../library.ts";
import { PhotoId } from "../photo.ts";
import { AbsolutePath, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

export const libraryRequests = {
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
  /** Writes everything that the user entered into one new file, which another computer can take over. */
  "library.backup": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: z.object({ path: z.string(), bytes: z.number().int().nonnegative() }),
  },
  "library.dismissNotice": {
    callers: ["renderer", "cli"],
    input: z.object({ kind: z.enum(["catalog-restored"]) }),
    output: Nothing,
  },
  /** Nothing more is begun, also after a restart, until it is resumed. */
  "indexing.pause": {
    callers: ["renderer", "shell", "cli"],
    input: Nothing,
    output: IndexingChoice,
  },
  "indexing.resume": {
    callers: ["renderer", "shell", "cli"],
    input: Nothing,
    output: IndexingChoice,
  },
  /** Has what reads the photos go on after it was given up, without this photo: its file is set aside as one that cannot be read. */
  "indexing.startAgain": {
    callers: ["renderer", "cli"],
    input: z.object({ setAside: PhotoId.optional() }),
    output: Nothing,
  },
  "indexing.useShare": {
    callers: ["renderer", "cli"],
    input: z.object({ share: CpuShare }),
    output: IndexingChoice,
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
  /** Nothing of the folder is noticed or indexed by the app, also after a restart, until it goes on. Its photos stay. */
  "folder.pause": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId, isPaused: z.boolean() }),
    output: Folder,
  },
  /** Leaves out what matches; without patterns nothing. What is left out is missing and keeps its tags. */
  "folder.ignore": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId, patterns: z.array(IgnorePattern).max(1000) }),
    output: Folder,
  },
  /** The folder is at another path now. Refused with `folder-mismatch` unless its photos are there. */
  "folder.relocate": {
    callers: ["shell", "cli"],
    input: z.object({ id: FolderId, path: AbsolutePath, isForced: z.boolean().default(false) }),
    output: Relocation,
  },
  "folder.relocatePlace": {
    callers: ["host"],
    input: z.object({ id: FolderId, place: z.string(), isForced: z.boolean().default(false) }),
    output: Relocation,
  },
  /** The folder is where it was found (`foundAt`). */
  "folder.takeFound": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId }),
    output: Relocation,
  },
  "folder.listRemoved": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(RemovedFolder),
  },
  /** Deletes what a removed folder's photos had: entries, tags, verdicts. No file is touched. */
  "folder.forget": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId }),
    output: RemovedFolder,
  },
  /** Without `place`: the user's home folder. */
  "place.list": {
    callers: ["host"],
    /** With `files` also those files inside that are of that kind. */
    input: z.object({ place: z.string().optional(), files: PlaceFiles.optional() }),
    output: PlaceListing,
  },
} as const satisfies Record<string, RequestRow>;
