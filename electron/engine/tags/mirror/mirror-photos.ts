import path from "node:path";
import { LibraryError, toWireError } from "../../../contract/errors.ts";
import type { MirrorChange, MirroredPhoto, MirrorOutcome } from "../../../contract/mirror.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { readRevision } from "../../catalog/mirror-queue.ts";
import { saveStanding } from "../../catalog/mirror-standing.ts";
import { saveMirrorState } from "../../catalog/mirror-state.ts";
import { saveSidecar } from "../../catalog/photo-files.ts";
import type { TextOptions } from "../../catalog/photo-text.ts";
import { absolutePath, getPhoto } from "../../catalog/photos.ts";
import { clearDrafts, writeSidecar } from "../../originals/write-sidecar.ts";
import { log } from "../../support/log.ts";
import { mergeFields } from "./merge-fields.ts";
import { byKey, isSame, singleFields, type MirrorFields } from "./mirror-fields.ts";
import { nextState, readOwnSide, rememberTags, takeOver, toSides } from "./own-side.ts";
import { prepareMirror, type PreparedMirror } from "./prepare-mirror.ts";
import { readSidecar, type SidecarFields, type StateBefore } from "./sidecar-fields.ts";
import { sidecarPathOf } from "./sidecar-path.ts";

/** A program that writes a file again and again is left alone after so many looks. */
const ATTEMPTS = 3;

export interface MirrorOptions {
  readonly text: TextOptions;
  /** Nothing is written anywhere. */
  readonly isDryRun: boolean;
  /** Asked before each photo, with the number of files that were written so far: whether the rest is left for another time. */
  readonly isEnough?: (written: number) => boolean;
}

export interface Mirrored {
  /** Of the photos that it came to, in their order. */
  readonly photos: MirroredPhoto[];
  /** Photos that are not what they were in the catalog. */
  readonly changed: PhotoId[];
  /** Files. */
  readonly written: number;
}

/**
 * Writes what the user entered for these photos into their XMP files, and takes over what other programs wrote there.
 *
 * [Note: Mirror order] The file first, then the catalog: a write that fails changes nothing there. When the engine dies between the
 * two, the sidecar has what both said and the catalog the last state, so that merging again comes to the same end.
 */
export async function mirrorPhotos(
  db: Database,
  ids: readonly PhotoId[],
  { text, isDryRun, isEnough = () => false }: MirrorOptions,
): Promise<Mirrored> {
  const cleared = new Set<string>();
  const looked: Looked[] = [];
  let written = 0;
  for (const id of ids) {
    if (isEnough(written)) break;
    const revision = readRevision(db, id);
    try {
      if (!isDryRun) await clearOnce(db, id, cleared);
      const prepared = isDryRun ? await prepareMirror(db, id) : await writeOne(db, id);
      const sidecar = prepared.content
        ? readSidecar(prepared.content, toBefore(prepared))
        : prepared.current;
      const mergedTags = prepared.sides.ours.tags ?? [];
      looked.push({ id, revision, sidecar, mergedTags, photo: toReport(db, prepared) });
      if (prepared.content && !isDryRun) written++;
    } catch (error) {
      const photo = toFailure(db, id, error);
      looked.push({ id, revision, sidecar: undefined, mergedTags: [], photo });
    }
  }
  const photos = looked.map(({ photo }) => photo);
  return { photos, changed: isDryRun ? [] : settle(db, looked, text), written };
}

interface Looked {
  readonly id: PhotoId;
  /** Of its place in the queue when it was begun; see [Note: Mirror queue]. */
  readonly revision: number | undefined;
  /** What its file says now. */
  readonly sidecar: SidecarFields | undefined;
  /** The photo's tags that it was merged with. */
  readonly mergedTags: readonly string[];
  readonly photo: MirroredPhoto;
}

/** Of what is in conflict and stays as it was, the last state tells which property counts. */
function toBefore({ sides, merged, orientation }: PreparedMirror): StateBefore {
  const { flag, colourLabel } = sides.agreed;
  const isOpen = (field: string) => merged.conflicts.some((conflict) => conflict.field === field);
  return {
    orientation,
    agreed: {
      ...(isOpen("flag") && flag !== undefined && { flag }),
      ...(isOpen("colourLabel") && colourLabel !== undefined && { colourLabel }),
    },
  };
}

/** Each directory once, when its first photo comes. */
async function clearOnce(db: Database, id: PhotoId, cleared: Set<string>): Promise<void> {
  const photo = getPhoto(db, id);
  const directory = photo && path.dirname(absolutePath(photo));
  if (directory === undefined || cleared.has(directory)) return;
  cleared.add(directory);
  await clearDrafts(directory);
}

async function writeOne(db: Database, id: PhotoId): Promise<PreparedMirror> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const prepared = await prepareMirror(db, id);
    const { sidecarPath, bytes: expected, content } = prepared;
    if (!content) return prepared;
    const stamp = await writeSidecar(sidecarPath, { expected, content });
    if (!stamp) continue;
    saveSidecar(db, id, { name: path.basename(sidecarPath), ...stamp });
    return prepared;
  }
  const file = sidecarPathOf(db, getPhoto(db, id)!);
  throw toldError("file-unreadable", tell("xmp.restless", { file }));
}

/** The user may have gone on meanwhile: what is taken over is what the catalog lacks at this moment. */
function settle(db: Database, looked: readonly Looked[], text: TextOptions): PhotoId[] {
  const edited = new Set(
    looked.filter(({ id, revision }) => readRevision(db, id) !== revision).map(({ id }) => id),
  );
  const done = looked.flatMap(({ id, sidecar, mergedTags }) =>
    sidecar ? [{ id, sidecar, mergedTags }] : [],
  );
  const taken = done
    .map(({ id, sidecar }) => ({
      id,
      merged: mergeFields(toSides(readOwnSide(db, id), sidecar.fields)),
    }))
    .filter(({ merged }) => hasImports(merged));
  const changed = takeOver(db, taken, text);
  db.transaction(() => {
    for (const { id, sidecar, mergedTags } of done) {
      const own = readOwnSide(db, id);
      const state = nextState(own, { ...sidecar, mergedTags });
      if (state.agreed?.tags) rememberTags(db, id, sidecar.fields.tags);
      if (JSON.stringify(state) !== JSON.stringify(own.state)) saveMirrorState(db, id, state);
    }
    for (const { photo } of looked) saveStanding(db, photo, edited.has(photo.id));
  });
  return changed;
}

function hasImports({ imports, addedTags, removedTags }: PreparedMirror["merged"]): boolean {
  return Object.keys(imports).length + addedTags.length + removedTags.length > 0;
}

function toReport(db: Database, prepared: PreparedMirror): MirroredPhoto {
  const { id, sidecarPath, current, content, merged, sides } = prepared;
  const conflicts = merged.conflicts.map(({ field, ours, theirs }) => ({
    field,
    inLibrary: ours,
    inSidecar: theirs,
  }));
  return {
    id,
    path: absolutePath(getPhoto(db, id)!),
    sidecarPath,
    outcome: toOutcome(prepared),
    inSidecar: content ? difference(current?.fields, merged.sidecar) : NO_CHANGE,
    inLibrary: {
      values: difference({ ...NOTHING, ...sides.ours }, merged.imports).values,
      addedTags: [...merged.addedTags],
      removedTags: [...merged.removedTags],
    },
    conflicts,
    reason: null,
  };
}

function toOutcome({ merged, content }: PreparedMirror): MirrorOutcome {
  if (merged.conflicts.length > 0) return "conflict";
  if (hasImports(merged)) return "merged";
  return content ? "written" : "in-sync";
}

const NO_CHANGE: MirrorChange = { values: [], addedTags: [], removedTags: [] };
const NOTHING: MirrorFields = {
  rating: null,
  title: null,
  caption: null,
  flag: null,
  colourLabel: null,
  turn: null,
  tags: [],
};

function difference(from: MirrorFields = NOTHING, to: Partial<MirrorFields>): MirrorChange {
  const values = singleFields.flatMap((field) => {
    const value = to[field];
    if (value === undefined || isSame(value, from[field])) return [];
    return [{ field, from: from[field], to: value }];
  });
  const [old, wanted] = [byKey(from.tags), byKey(to.tags ?? from.tags)];
  // A tag that is spelled anew is there twice.
  return {
    values,
    addedTags: [...wanted].filter(([key, tag]) => old.get(key) !== tag).map(([, tag]) => tag),
    removedTags: [...old].filter(([key, tag]) => wanted.get(key) !== tag).map(([, tag]) => tag),
  };
}

/** A bug that one photo meets is no reason to leave out the others. */
function toFailure(db: Database, id: PhotoId, error: unknown): MirroredPhoto {
  if (!(error instanceof LibraryError)) log.error(`could not mirror photo ${id}`, error);
  const photo = getPhoto(db, id);
  const reason = toWireError(error);
  return {
    id,
    path: photo ? absolutePath(photo) : "",
    sidecarPath: photo ? sidecarPathOf(db, photo) : "",
    outcome: reason.code === "file-read-only" ? "read-only" : "failed",
    inSidecar: NO_CHANGE,
    inLibrary: NO_CHANGE,
    conflicts: [],
    reason,
  };
}
