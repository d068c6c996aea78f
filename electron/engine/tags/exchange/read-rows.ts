import type { ExchangeRow } from "../../../contract/exchange.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { PhotoValues } from "../../../contract/values.ts";
import type { Database } from "../../catalog/database.ts";
import { absolutePath } from "../../catalog/photos.ts";
import { readEntered, readFromFile } from "../../catalog/photo-values.ts";

export interface ExportedRow {
  readonly id: PhotoId;
  readonly row: ExchangeRow;
}

/** What the user entered for photos and what their files say, apart, in the order of `ids`; unknown ids are left out. */
export function readExchangeRows(db: Database, ids: readonly PhotoId[]): ExportedRow[] {
  return db
    .all<Place>(
      `SELECT photo.id, folder.path AS folderPath, directory, name, fingerprint,
         (SELECT json_group_array(json_array(path, origin) ORDER BY tag.key) FROM photo_tag JOIN tag ON tag.id = tag_id
          WHERE photo_id = photo.id) AS tags
       FROM json_each(?) AS wanted JOIN photo ON photo.id = wanted.value JOIN folder ON folder.id = folder_id
       ORDER BY wanted.key`,
      [JSON.stringify(ids)],
    )
    .map((place) => ({ id: place.id, row: toRow(db, place) }));
}

interface Place {
  readonly id: PhotoId;
  readonly folderPath: string;
  readonly directory: string;
  readonly name: string;
  readonly fingerprint: string | null;
  /** JSON. */
  readonly tags: string;
}

function toRow(db: Database, place: Place): ExchangeRow {
  const tags = JSON.parse(place.tags) as [path: string, origin: "user" | "file"][];
  const of = (origin: string) => tags.filter(([, one]) => one === origin).map(([path]) => path);
  const file = said(readFromFile(db, place.id), of("file"));
  return {
    path: absolutePath(place),
    ...(place.fingerprint !== null && { fingerprint: place.fingerprint }),
    ...said(readEntered(db, place.id), of("user")),
    ...(Object.keys(file).length > 0 && { file }),
  };
}

function said(
  { rating, flag, colourLabel, title, caption }: PhotoValues,
  tags: string[],
): Omit<ExchangeRow, "path"> {
  return {
    ...(tags.length > 0 && { tags }),
    ...(rating !== null && { rating }),
    ...(flag !== null && { flag }),
    ...(colourLabel !== null && { colour: colourLabel }),
    ...(title !== null && { title }),
    ...(caption !== null && { caption }),
  };
}

/** Photos of the library in the order of their ids, missing ones too, those of removed folders left out. */
export function listPhotoIds(
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT photo.id FROM photo JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL
     WHERE photo.id > ? ORDER BY photo.id LIMIT ?`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** How many {@link listPhotoIds} lists in all. */
export function countPhotoIds(db: Database): number {
  return db.get<{ count: number }>(
    `SELECT count(*) AS count FROM photo JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL`,
  )!.count;
}
