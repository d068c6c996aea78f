import { LibraryError } from "../../contract/errors.ts";
import type { FileProblem, TrashReport } from "../../contract/originals.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { photosInWords, recordFinal } from "../catalog/journal/journal.ts";
import { filesOf } from "../catalog/photo-files.ts";
import { absolutePath, markMissing, type PhotoRow } from "../catalog/photos.ts";
import { readPresentPhoto } from "./present-photo.ts";
import { toProblem } from "./problem.ts";
import { trashFile } from "./trash-file.ts";

const HOW_TO_RESTORE =
  "The files are in the trash of your system: put them back from there, and they have their tags again.";

export interface TrashWatcher {
  /** The photo's entry is missing from now on; its tags stay. */
  trashed(photo: PhotoRow): void;
}

/**
 * Moves photos to the system's trash, one after the other, each with the files that travel with it. An entry stays,
 * missing, with everything the user entered, and is whole again when the file is put back. One photo that cannot be
 * moved does not keep the others.
 */
export async function trashPhotos(
  db: Database,
  ids: readonly PhotoId[],
  watcher: TrashWatcher,
): Promise<TrashReport> {
  const trashed: PhotoId[] = [];
  const problems: FileProblem[] = [];
  for (const id of ids) {
    try {
      const photo = readPresentPhoto(db, id);
      await trashAll(db, photo);
      // At once: a scan that found the file gone would give the entry, tags and all, to a copy of it.
      markMissing(db, id);
      trashed.push(id);
      watcher.trashed(photo);
    } catch (error) {
      problems.push(toProblem(db, id, error));
    }
  }
  if (trashed.length > 0) {
    recordFinal(db, {
      sentence: `Moved ${photosInWords(trashed.length)} to the trash`,
      photos: trashed.length,
      finalBecause: HOW_TO_RESTORE,
    });
  }
  return { trashed, problems };
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
