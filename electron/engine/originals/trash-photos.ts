import { LibraryError } from "../../contract/errors.ts";
import type { FileProblem, TrashReport } from "../../contract/originals.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { recordFinalPart } from "../catalog/journal/final-in-parts.ts";
import { expectSameEdit } from "../catalog/journal/journal.ts";
import { filesOf } from "../catalog/photo-files.ts";
import { absolutePath, markMissing, type PhotoRow } from "../catalog/photos.ts";
import { keepApartFromCopies } from "../catalog/same-files.ts";
import { readPresentPhoto } from "./present-photo.ts";
import { toProblem } from "./problem.ts";
import { trashFile } from "./trash-file.ts";

export interface TrashOptions {
  /** The photo's entry is missing from now on; its tags stay. */
  readonly trashed: (photo: PhotoRow) => void;
  /** An entry of the history that this goes on with: photos that went to the trash just before. */
  readonly entry?: number | undefined;
}

/**
 * Moves photos to the system's trash, one after the other, each with the files that travel with it. An entry stays,
 * missing, with everything the user entered, and is whole again when the file is put back. One photo that cannot be
 * moved does not keep the others.
 */
export async function trashPhotos(
  db: Database,
  ids: readonly PhotoId[],
  { trashed: ontrashed, entry }: TrashOptions,
): Promise<TrashReport> {
  // Before anything goes.
  expectSameEdit(db, entry, sentence);
  const trashed: PhotoId[] = [];
  const problems: FileProblem[] = [];
  for (const id of ids) {
    try {
      const photo = readPresentPhoto(db, id);
      // Before it goes: a scan that finds the file gone, now or when the library is opened again, would give its entry to a copy of it.
      keepApartFromCopies(db, id);
      await trashAll(db, photo);
      markMissing(db, id);
      trashed.push(id);
      ontrashed(photo);
    } catch (error) {
      problems.push(toProblem(db, id, error));
    }
  }
  if (trashed.length === 0) return { trashed, problems, entry: entry ?? null };
  const finalBecause = tell("final.trashed");
  const part = { sentence, photos: trashed.length, finalBecause, entry };
  return { trashed, problems, entry: recordFinalPart(db, part) };
}

function sentence(count: number): Told {
  return tell("done.trashed", { count });
}

/** What is shown goes first: where a companion cannot follow, it is named, and is a photo of its own if it can be one. */
async function trashAll(db: Database, photo: PhotoRow): Promise<void> {
  const [shown, ...companions] = filesOf(db, photo.id);
  await trashFile(shown?.path ?? absolutePath(photo));
  for (const { path } of companions) {
    try {
      await trashFile(path);
    } catch (error) {
      // A sidecar that somebody has deleted meanwhile is where it should be.
      if (!(error instanceof LibraryError && error.code === "file-missing")) throw error;
    }
  }
}
