import type { Label, Photo, PhotoId, PhotoState } from "../../contract/photo.ts";
import { absolutePath } from "../catalog/photos.ts";
import type { SearchSource } from "./search-source.ts";

/** Labels beyond these are not shown on a photo. */
export const SHOWN_LABELS = 5;

/** A photo without its tags and labels, as SQLite has it. */
export interface PhotoRow {
  readonly id: PhotoId;
  readonly name: string;
  readonly folderPath: string;
  readonly directory: string;
  readonly isMissing: 0 | 1;
  readonly isIndexed: 0 | 1;
  readonly hasFailed: 0 | 1;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly fingerprint: string | null;
  readonly colour: string | null;
  readonly takenAt: string | null;
  readonly rating: number;
}

export const PHOTO_COLUMNS = `photo.id, photo.name, folder.path AS folderPath, photo.directory,
  photo.missing_since_ms IS NOT NULL AS isMissing, photo.indexed_by IS NOT NULL AS isIndexed,
  failure.photo_id IS NOT NULL AS hasFailed, photo.width_px AS widthPx, photo.height_px AS heightPx,
  photo.fingerprint, photo.colour, photo.taken_at AS takenAt, photo.rating`;

export const PHOTO_TABLES = `photo JOIN folder ON folder.id = photo.folder_id
  LEFT JOIN failure ON failure.photo_id = photo.id`;

/** In the order of `ids`; ids that are not in the catalog are left out. Three queries, whatever their number. */
export function photosById(ids: readonly PhotoId[], source: SearchSource): Photo[] {
  const wanted = JSON.stringify(ids);
  const rows = source.catalog.all<PhotoRow>(
    `SELECT ${PHOTO_COLUMNS} FROM ${PHOTO_TABLES} WHERE photo.id IN (SELECT value FROM json_each(?))`,
    [wanted],
  );
  const tags = readTags(wanted, source);
  const labels = readLabels(wanted, source.model.labelThreshold, source);
  const photos = new Map(
    rows.map((row) => [
      row.id,
      toPhoto(row, { tags: tags.get(row.id) ?? [], labels: labels.get(row.id) ?? [] }),
    ]),
  );
  return ids.map((id) => photos.get(id)).filter((photo) => photo !== undefined);
}

export function toPhoto(row: PhotoRow, { tags, labels }: Pick<Photo, "tags" | "labels">): Photo {
  return {
    id: row.id,
    name: row.name,
    path: absolutePath(row),
    state: stateOf(row),
    isMissing: row.isMissing === 1,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    fingerprint: row.fingerprint,
    colour: row.colour,
    takenAt: row.takenAt,
    rating: row.rating,
    tags,
    labels: labels.slice(0, SHOWN_LABELS),
  };
}

/** Alphabetical, for each photo of a JSON array of ids. */
export function readTags(ids: string, { catalog }: SearchSource): Map<number, string[]> {
  const rows = catalog.all<{ photoId: number; path: string }>(
    `SELECT photo_id AS photoId, tag.path
     FROM json_each(?) AS wanted CROSS JOIN photo_tag ON photo_id = wanted.value JOIN tag ON tag.id = tag_id
     ORDER BY tag.key`,
    [ids],
  );
  return gather(rows, ({ path }) => path);
}

/** Of the active model, most confident first, for each photo of a JSON array of ids (each once). */
export function readLabels(
  ids: string,
  minConfidence: number,
  { catalog, model }: SearchSource,
): Map<number, Label[]> {
  const rows = catalog.all<Label & { photoId: number }>(
    `SELECT photo_id AS photoId, class.name, class.wnid, confidence
     FROM json_each(?) AS wanted CROSS JOIN label ON photo_id = wanted.value
       JOIN class ON class.id = class_id JOIN model ON model.id = model_id
     WHERE confidence >= ? AND model.key = ?
     ORDER BY confidence DESC, class.position`,
    [ids, minConfidence, model.key],
  );
  return gather(rows, ({ name, wnid, confidence }) => ({ name, wnid, confidence }));
}

function stateOf(row: PhotoRow): PhotoState {
  if (row.hasFailed === 1) return "failed";
  if (row.isIndexed === 1) return "indexed";
  return row.widthPx === null ? "seen" : "shown";
}

function gather<R extends { photoId: number }, T>(
  rows: readonly R[],
  toValue: (row: R) => T,
): Map<number, T[]> {
  const gathered = new Map<number, T[]>();
  for (const row of rows) {
    const values = gathered.get(row.photoId);
    if (values) values.push(toValue(row));
    else gathered.set(row.photoId, [toValue(row)]);
  }
  return gathered;
}
