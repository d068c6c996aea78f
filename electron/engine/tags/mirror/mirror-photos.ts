import path from "node:path";
import { LibraryError, toWireError } from "../../../contract/errors.ts";
import type { MirrorChange, MirroredPhoto, MirrorOutcome } from "../../../contract/mirror.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import { saveMirrorState } from "../../catalog/mirror-state.ts";
import { saveSidecar } from "../../catalog/photo-files.ts";
import type { TextOptions } from "../../catalog/photo-text.ts";
import { absolutePath, getPhoto, listPaths } from "../../catalog/photos.ts";
import { clearDrafts, writeSidecar } from "../../originals/write-sidecar.ts";
import { mergeFields } from "./merge-fields.ts";
import { byKey, isSame, singleFields, type MirrorFields } from "./mirror-fields.ts";
import { nextState, readOwnSide, rememberTags, takeOver, toSides } from "./own-side.ts";
import { prepareMirror, sidecarPathOf, type PreparedMirror } from "./prepare-mirror.ts";
import { readSidecar, type SidecarFields } from "./sidecar-fields.ts";

/** A program that writes a file again and again is left alone after so many looks. */
const ATTEMPTS = 3;

export interface MirrorOptions {
  readonly text: TextOptions;
  /** Nothing is written anywhere. */
  readonly isDryRun: boolean;
}

export interface Mirrored {
  readonly photos: MirroredPhoto[];
  /** Photos that are not what they were in the catalog. */
  readonly changed: PhotoId[];
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
  { text, isDryRun }: MirrorOptions,
): Promise<Mirrored> {
  const directories = new Set(listPaths(db, ids).map((photo) => path.dirname(photo.path)));
  if (!isDryRun) for (const directory of directories) await clearDrafts(directory);
  const photos: MirroredPhoto[] = [];
  const done: { id: PhotoId; sidecar: SidecarFields }[] = [];
  for (const id of ids) {
    try {
      const prepared = isDryRun ? await prepareMirror(db, id) : await writeOne(db, id);
      photos.push(toReport(db, prepared));
      const sidecar = prepared.content ? readSidecar(prepared.content) : prepared.current;
      if (sidecar && !isDryRun) done.push({ id, sidecar });
    } catch (error) {
      photos.push(toFailure(db, id, error));
    }
  }
  return { photos, changed: settle(db, done, text) };
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
  const message = `Expected ${sidecarPathOf(db, getPhoto(db, id)!)} to rest but another program keeps writing it; it stays as it is`;
  throw new LibraryError("file-unreadable", message);
}

/** The user may have gone on meanwhile: what is taken over is what the catalog lacks at this moment. */
function settle(
  db: Database,
  done: readonly { readonly id: PhotoId; readonly sidecar: SidecarFields }[],
  text: TextOptions,
): PhotoId[] {
  const taken = done
    .map(({ id, sidecar }) => ({
      id,
      merged: mergeFields(toSides(readOwnSide(db, id), sidecar.fields)),
    }))
    .filter(({ merged }) => hasImports(merged));
  const changed = takeOver(db, taken, text);
  db.transaction(() => {
    for (const { id, sidecar } of done) {
      const own = readOwnSide(db, id);
      const state = nextState(own, sidecar);
      if (state.agreed?.tags) rememberTags(db, id, sidecar.fields.tags);
      if (JSON.stringify(state) !== JSON.stringify(own.state)) saveMirrorState(db, id, state);
    }
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
const NOTHING: MirrorFields = { rating: null, title: null, caption: null, tags: [] };

function difference(from: MirrorFields = NOTHING, to: Partial<MirrorFields>): MirrorChange {
  const values = singleFields.flatMap((field) => {
    const value = to[field];
    if (value === undefined || isSame(value, from[field])) return [];
    return [{ field, from: from[field], to: value }];
  });
  const [old, wanted] = [byKey(from.tags), byKey(to.tags ?? from.tags)];
  return {
    values,
    addedTags: [...wanted].filter(([key]) => !old.has(key)).map(([, tag]) => tag),
    removedTags: [...old].filter(([key]) => !wanted.has(key)).map(([, tag]) => tag),
  };
}

/** Throws again what is a bug. */
function toFailure(db: Database, id: PhotoId, error: unknown): MirroredPhoto {
  if (!(error instanceof LibraryError)) throw error;
  const photo = getPhoto(db, id);
  return {
    id,
    path: photo ? absolutePath(photo) : "",
    sidecarPath: photo ? sidecarPathOf(db, photo) : "",
    outcome: error.code === "file-read-only" ? "read-only" : "failed",
    inSidecar: NO_CHANGE,
    inLibrary: NO_CHANGE,
    conflicts: [],
    reason: toWireError(error),
  };
}
