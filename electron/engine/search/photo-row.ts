import type { Photo, PhotoId, PhotoKind, PhotoState } from "../../contract/photo.ts";
import type { ColourLabel, Flag, Turn } from "../../contract/value-names.ts";
import { absolutePath } from "../catalog/photos.ts";
import { readShownLabels, SHOWN_LABELS } from "./labels/photo-labels.ts";
import type { SearchSource } from "./search-source.ts";

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
  readonly turn: Turn;
  readonly fingerprint: string | null;
  readonly colour: string | null;
  readonly takenAt: string | null;
  readonly rating: number;
  readonly flag: Flag | null;
  readonly colourLabel: ColourLabel | null;
  readonly kind: PhotoKind;
  readonly durationSeconds: number | null;
  /** Its facts are; a video need not have a size. */
  readonly isRead: 0 | 1;
}

export const PHOTO_COLUMNS = `photo.id, photo.name, folder.path AS folderPath, photo.directory,
  photo.missing_since_ms IS NOT NULL AS isMissing, photo.indexed_by IS NOT NULL AS isIndexed,
  failure.photo_id IS NOT NULL AS hasFailed, photo.width_px AS widthPx, photo.height_px AS heightPx,
  photo.turn, photo.fingerprint, photo.colour, photo.taken_at AS takenAt, photo.rating,
  photo.flag, photo.colour_label AS colourLabel,
  photo.kind, photo.duration_seconds AS durationSeconds, photo.format IS NOT NULL AS isRead`;

export const PHOTO_TABLES = `photo JOIN folder ON folder.id = photo.folder_id
  LEFT JOIN failure ON failure.photo_id = photo.id`;

/** In the order of `ids`; ids that are not in the catalog are left out. A few queries, whatever their number. */
export function photosById(ids: readonly PhotoId[], source: SearchSource): Photo[] {
  const wanted = JSON.stringify(ids);
  const rows = source.catalog.all<PhotoRow>(
    `SELECT ${PHOTO_COLUMNS} FROM ${PHOTO_TABLES} WHERE photo.id IN (SELECT value FROM json_each(?))`,
    [wanted],
  );
  const tags = readTags(wanted, source);
  const labels = readShownLabels(wanted, source);
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
    kind: row.kind,
    state: stateOf(row),
    isMissing: row.isMissing === 1,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    turn: row.turn,
    fingerprint: row.fingerprint,
    colour: row.colour,
    takenAt: row.takenAt,
    durationSeconds: row.durationSeconds,
    rating: row.rating,
    flag: row.flag,
    colourLabel: row.colourLabel,
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
  const tags = new Map<number, string[]>();
  for (const { photoId, path } of rows) {
    const own = tags.get(photoId);
    if (own) own.push(path);
    else tags.set(photoId, [path]);
  }
  return tags;
}

function stateOf(row: PhotoRow): PhotoState {
  if (row.hasFailed === 1) return "failed";
  if (row.isIndexed === 1) return "indexed";
  // Of a file that changed since it was decoded there is no thumbnail.
  const hasThumbnail = row.widthPx !== null && row.fingerprint !== null;
  const isShown = row.kind === "video" ? row.isRead === 1 : hasThumbnail;
  return isShown ? "shown" : "seen";
}
