import { LibraryError, type ErrorCode } from "../../contract/errors.ts";
import type { PhotoDetail, PhotoId } from "../../contract/photo.ts";
import { readShownLabels, readTopLabels } from "./labels/photo-labels.ts";
import type { SearchSource } from "./search-source.ts";
import { PHOTO_COLUMNS, PHOTO_TABLES, readTags, toPhoto, type PhotoRow } from "./photo-row.ts";

/** Facts that PhotoDetail has under the same name. */
type Facts = Pick<
  PhotoDetail,
  | "sizeBytes"
  | "format"
  | "camera"
  | "lens"
  | "aperture"
  | "exposureSeconds"
  | "iso"
  | "focalLengthMm"
  | "latitude"
  | "longitude"
>;

interface DetailRow extends PhotoRow, Facts {
  readonly modifiedAtUs: number;
  readonly code: ErrorCode | null;
  readonly message: string | null;
}

const DETAIL = `SELECT ${PHOTO_COLUMNS}, size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs, format, camera, lens,
  aperture, exposure_seconds AS exposureSeconds, iso, focal_length_mm AS focalLengthMm, latitude, longitude,
  failure.code, failure.message FROM ${PHOTO_TABLES} WHERE photo.id = ?`;

/** An id that the catalog does not have throws `photo-unknown`. */
export function photoDetail(id: PhotoId, source: SearchSource): PhotoDetail {
  const row = source.catalog.get<DetailRow>(DETAIL, [id]);
  if (!row)
    throw new LibraryError("photo-unknown", `expected a photo of the library but got the id ${id}`);
  const ids = JSON.stringify([id]);
  const tags = readTags(ids, source).get(id) ?? [];
  const labels = readShownLabels(ids, source).get(id) ?? [];
  const photo = toPhoto(row, { tags, labels });
  const { code, message } = row;
  return {
    ...photo,
    ...factsOf(row),
    folderPath: row.folderPath,
    modifiedAtMs: row.modifiedAtUs / 1000,
    topLabels: readTopLabels(id, source),
    labelThreshold: source.model.labelThreshold,
    failure: code === null || message === null ? null : { path: photo.path, code, message },
  };
}

function factsOf(row: DetailRow): Facts {
  const {
    sizeBytes,
    format,
    camera,
    lens,
    aperture,
    exposureSeconds,
    iso,
    focalLengthMm,
    latitude,
    longitude,
  } = row;
  return {
    sizeBytes,
    format,
    camera,
    lens,
    aperture,
    exposureSeconds,
    iso,
    focalLengthMm,
    latitude,
    longitude,
  };
}
