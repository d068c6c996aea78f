import path from "node:path";
import { SidecarName } from "../../../contract/mirror.ts";
import type { Database } from "../../catalog/database.ts";
import { filesOf, listKnownFiles, xmpFilesOf } from "../../catalog/photo-files.ts";
import { absolutePath, type PhotoRow } from "../../catalog/photos.ts";
import { getSetting, setSetting } from "../../catalog/settings.ts";

/**
 * The XMP file of a photo that is there, `IMG.jpg.xmp` before `IMG.xmp`; else where one is to be, called as the user chose. Where another photo
 * has the same name but for the extension it is `IMG.jpg.xmp` all the same: one file would be both photos'.
 */
export function sidecarPathOf(db: Database, photo: PhotoRow): string {
  const [there] = xmpFilesOf(db, photo.id);
  if (there) return there.path;
  const file = absolutePath(photo);
  const isWhole = readSidecarName(db) === "IMG.jpg.xmp" || hasNamesake(db, photo);
  return `${isWhole ? file : path.join(path.dirname(file), path.parse(file).name)}.xmp`;
}

export function readSidecarName(db: Database): SidecarName {
  return SidecarName.catch("IMG.jpg.xmp").parse(getSetting(db, "sidecar-name"));
}

export function saveSidecarName(db: Database, name: SidecarName): void {
  setSetting(db, "sidecar-name", name);
}

/** A RAW of the photo's own is no other photo; an XMP file of that name that is not this photo's is another one's. */
function hasNamesake(db: Database, { id, folderId, directory, name }: PhotoRow): boolean {
  const stem = path.parse(name).name.toLowerCase();
  const own = new Set(filesOf(db, id).map((file) => file.name));
  return listKnownFiles(db, folderId, directory).some(
    (file) =>
      file.missingSinceMs === null &&
      !own.has(file.name) &&
      path.parse(file.name).name.toLowerCase() === stem,
  );
}
