import path from "node:path";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { absolutePath } from "../../catalog/photos.ts";
import { MAX_TAGS } from "../../metadata/keywords.ts";
import { readPresentPhoto } from "../../originals/present-photo.ts";
import { readSidecarFile } from "../../originals/write-sidecar.ts";
import { editSidecar, invalid } from "./edit-sidecar.ts";
import { mergeFields, type MergedFields, type Sides } from "./merge-fields.ts";
import type { MirrorFields } from "./mirror-fields.ts";
import { hasOwnWords, readOwnSide, toSides } from "./own-side.ts";
import { readSidecar, type SidecarFields } from "./sidecar-fields.ts";
import { sidecarPathOf } from "./sidecar-path.ts";

/** What is to be done for one photo; nothing of it was done yet. */
export interface PreparedMirror {
  readonly id: PhotoId;
  readonly sidecarPath: string;
  /** That the photo's file has of its own; undefined until it was read. */
  readonly orientation: number | undefined;
  /** What the sidecar holds; undefined where there is none. */
  readonly bytes: Buffer | undefined;
  readonly current: SidecarFields | undefined;
  readonly sides: Sides;
  readonly merged: MergedFields;
  /** What it is to hold; undefined where it can stay as it is. */
  readonly content: Buffer | undefined;
}

/** Reads both sides of a photo and merges them. Rejects with the reason where that cannot be done. */
export async function prepareMirror(db: Database, id: PhotoId): Promise<PreparedMirror> {
  const photo = readPresentPhoto(db, id);
  const sidecarPath = sidecarPathOf(db, photo);
  const bytes = await readSidecarFile(absolutePath(photo), sidecarPath);
  const own = readOwnSide(db, id);
  const current = bytes && readSidecar(bytes, { ...own.state, orientation: own.orientation });
  if (bytes && !current) throw invalid(sidecarPath);
  const { orientation } = own;
  const sides = toSides(own, current?.fields);
  const merged = mergeFields(sides);
  checkTags(sidecarPath, [sides.ours.tags, current?.fields.tags, merged.sidecar.tags]);
  const isNeeded = bytes !== undefined || (hasOwnWords(own) && saysSomething(merged.sidecar));
  const content = isNeeded
    ? editSidecar({
        path: sidecarPath,
        bytes,
        current,
        wanted: merged.sidecar,
        orientation,
        at: new Date(),
      })
    : undefined;
  return { id, sidecarPath, orientation, bytes, current, sides, merged, content };
}

function saysSomething({ tags, ...values }: Partial<MirrorFields>): boolean {
  return Object.values(values).some((value) => value !== null) || (tags?.length ?? 0) > 0;
}

/** Keywords beyond the limit are not imported, so that nobody could tell one that was taken away from one that was never read. */
function checkTags(sidecarPath: string, lists: readonly (readonly string[] | undefined)[]): void {
  const count = Math.max(...lists.map((tags) => tags?.length ?? 0));
  if (count < MAX_TAGS) return;
  const [name, most] = [path.basename(sidecarPath), String(MAX_TAGS)];
  throw toldError("sidecar-invalid", tell("xmp.many-tags", { name, most, count: String(count) }));
}
