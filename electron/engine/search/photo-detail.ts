import { LibraryError, type ErrorCode } from "../../contract/errors.ts";
import type { PhotoDetail, PhotoId } from "../../contract/photo.ts";
import { toFailure } from "../catalog/failures.ts";
import { readPhotoMirror } from "../catalog/mirror-standing.ts";
import { filesOf } from "../catalog/photo-files.ts";
import { readEntered, readFromFile } from "../catalog/photo-values.ts";
import { readShownLabels, readTopLabels } from "./labels/photo-labels.ts";
import type { SearchSource } from "./search-source.ts";
import { PHOTO_COLUMNS, PHOTO_TABLES, readTags, toPhoto, type PhotoRow } from "./photo-row.ts";

/** Facts that PhotoDetail has under the same name. */
const FACTS = [
  "sizeBytes",
  "format",
  "takenFrom",
  "camera",
  "lens",
  "aperture",
  "exposureSeconds",
  "iso",
  "focalLengthMm",
  "focalLength35Mm",
  "latitude",
  "longitude",
  "altitudeM",
] as const satisfies readonly (keyof PhotoDetail)[];
type Facts = Pick<PhotoDetail, (typeof FACTS)[number]>;

interface DetailRow extends PhotoRow, Facts {
  readonly modifiedAtUs: number;
  readonly code: ErrorCode | null;
  readonly message: string | null;
  readonly why: string | null;
}

const DETAIL = `SELECT ${PHOTO_COLUMNS}, size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs, format, camera, lens,
  aperture, exposure_seconds AS exposureSeconds, iso, focal_length_mm AS focalLengthMm,
  focal_length_35_mm AS focalLength35Mm, latitude, longitude, altitude_m AS altitudeM, photo.taken_from AS takenFrom,
  failure.code, failure.message, failure.why FROM ${PHOTO_TABLES} WHERE photo.id = ?`;

/** An id that the catalog does not have throws `photo-unknown`. */
export function photoDetail(id: PhotoId, source: SearchSource): PhotoDetail {
  const row = source.catalog.get<DetailRow>(DETAIL, [id]);
  if (!row)
    throw new LibraryError("photo-unknown", `expected a photo of the library but got the id ${id}`);
  const ids = JSON.stringify([id]);
  const tags = readTags(ids, source).get(id) ?? [];
  const labels = readShownLabels(ids, source).get(id) ?? [];
  const photo = toPhoto(row, { tags, labels });
  const { code, message, why } = row;
  const entered = readEntered(source.catalog, id);
  const fromFile = readFromFile(source.catalog, id);
  return {
    ...photo,
    ...factsOf(row),
    title: textOf(entered.title, fromFile.title),
    caption: textOf(entered.caption, fromFile.caption),
    entered,
    fromFile,
    folderPath: row.folderPath,
    files: filesOf(source.catalog, id).map(({ role, name, path, sizeBytes }) => ({
      role,
      name,
      path,
      sizeBytes,
    })),
    modifiedAtMs: row.modifiedAtUs / 1000,
    importedTags: readImportedTags(id, source),
    topLabels: readTopLabels(id, source),
    labelThreshold: source.model.labelThreshold,
    failure:
      code === null || message === null ? null : toFailure(photo.path, { code, message, why }),
    mirror: readPhotoMirror(source.catalog, id),
  };
}

/** An empty text is the user's word that there is none. */
function textOf(entered: string | null, said: string | null): string | null {
  const text = entered ?? said;
  return text === "" ? null : text;
}

function factsOf(row: DetailRow): Facts {
  return Object.fromEntries(FACTS.map((name) => [name, row[name]])) as Facts;
}

function readImportedTags(id: PhotoId, { catalog }: SearchSource): string[] {
  return catalog
    .all<{ path: string }>(
      `SELECT path FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? AND origin = 'file' ORDER BY key`,
      [id],
    )
    .map(({ path }) => path);
}
