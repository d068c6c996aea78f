import path from "node:path";
import type { Located } from "../../contract/care.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { isLeftOut } from "../indexing/left-out.ts";
import { locatePhoto, readMissing, type NamedFile } from "../indexing/locate-photo.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { isPhotoName } from "../support/file-kind.ts";
import { statFile } from "../watching/read-directory.ts";
import { placeInLibrary, withoutLinks } from "./find-path.ts";
import type { Places } from "./places.ts";

/** Missing photos whose file the user knows. */
export function locateHandlers(
  parts: Parts,
  places: Places,
): Pick<Handlers, "photo.locate" | "photo.locatePlace"> {
  async function locate(id: PhotoId, given: string, isForced: boolean): Promise<Located> {
    readMissing(parts.reconciler, id);
    const named = withoutLinks(given);
    const file = await readNamed(parts, named);
    const entry = locatePhoto(parts.reconciler, id, { file, isForced });
    // A picture that is another one is read anew.
    parts.indexer.wake();
    return { path: named, entry };
  }

  return {
    "photo.locate": ({ id, path, isForced }) => locate(id, path, isForced),
    "photo.locatePlace": ({ id, place, isForced }) => locate(id, places.pathOf(place), isForced),
  };
}

async function readNamed(parts: Parts, file: string): Promise<NamedFile> {
  const place = placeInLibrary(parts, file);
  if (!place || isLeftOut(parts.db, place))
    throw toldError("file-outside", tell("refused.file.outside", { file }));
  if (!isPhotoName(place.name))
    throw toldError("format-unsupported", tell("refused.file.kind", { file }));
  const found = await statFile(path.dirname(file), place.name);
  if (!found) throw toldError("file-missing", tell("refused.file.missing", { file }));
  const fingerprint = await parts.current().photoWorker.fingerprint(file, found.sizeBytes);
  return { ...place, ...found, fingerprint };
}
