/** @file What the user entered, as XMP files beside the photos. See requests.ts. */
import { z } from "zod";
import { Folder, FolderId } from "../folder.ts";
import { FolderMirror, MirrorReport, SidecarName } from "../mirror.ts";
import { PhotoId } from "../photo.ts";
import { MirroredField } from "../photo-mirror.ts";
import { PhotoIds } from "../query.ts";
import { AbsolutePath, Changed, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

export const mirrorRequests = {
  /**
   * Writes what the user entered into XMP files beside the photos, and takes over what other programs wrote there; some photos at a
   * time. Without folders the whole library; a folder may be inside of a watched one.
   */
  "tag.mirror": {
    callers: ["cli"],
    input: z.object({
      folders: z.array(AbsolutePath),
      /** The `next` of the answer before. */
      after: PhotoId.optional(),
      /** Only tells what would change. */
      isDryRun: z.boolean().default(false),
    }),
    output: MirrorReport,
  },
  /** Without a name only tells which one it is. Files that are there keep theirs. */
  "mirror.name": {
    callers: ["renderer", "cli"],
    input: z.object({ name: SidecarName.optional() }),
    output: z.object({ name: SidecarName }),
  },
  /** Whether a folder's XMP files are written by themselves. Off, files that are there stay. */
  "folder.mirror": {
    callers: ["renderer", "cli"],
    input: z.object({ id: FolderId, isOn: z.boolean() }),
    output: Folder,
  },
  /** Of every watched folder. */
  "mirror.status": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(FolderMirror),
  },
  /** Writes these photos' XMP files now, whatever the folder's setting, in the background: `mirror.changed` tells how it went. */
  "mirror.write": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds }),
    output: Nothing,
  },
  /**
   * Decides a conflict of these photos: the other side takes over what one side says, in the background. Photos without a conflict in this field are
   * left out. One change of the history where the library's value changes.
   */
  "mirror.resolve": {
    callers: ["renderer", "cli"],
    input: z.object({
      photos: PhotoIds,
      field: MirroredField,
      take: z.enum(["library", "sidecar"]),
    }),
    output: Changed,
  },
} as const satisfies Record<string, RequestRow>;
