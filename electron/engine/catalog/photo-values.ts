import type { PhotoId } from "../../contract/photo.ts";
import type { PhotoValues } from "../../contract/values.ts";
import type { Turn } from "../../contract/value-names.ts";
import type { CatalogReader } from "./catalog-reader.ts";

/** The names under which user_value keeps them. */
export const valueFields = {
  rating: "rating",
  flag: "flag",
  colourLabel: "colour_label",
  title: "title",
  caption: "caption",
} as const satisfies Record<keyof PhotoValues, string>;

/** Those that an XMP file has as well. */
export const mirroredFields = { ...valueFields, turn: "turn" } as const;

export interface MirroredWords extends PhotoValues {
  readonly turn: Turn | null;
}

const names = Object.keys(valueFields) as (keyof PhotoValues)[];

/** What the user entered for a photo. */
export function readEntered(catalog: CatalogReader, id: PhotoId): PhotoValues {
  const rows = catalog.all<{ field: string; value: string | number }>(
    "SELECT field, value FROM user_value WHERE photo_id = ?",
    [id],
  );
  const entered = new Map(rows.map(({ field, value }) => [field, value]));
  return Object.fromEntries(
    names.map((name) => [name, entered.get(valueFields[name]) ?? null]),
  ) as PhotoValues;
}

/** What the photo's file says, and the XMP file beside it. */
export function readFromFile(catalog: CatalogReader, id: PhotoId): PhotoValues {
  const said = catalog.get<PhotoValues>(
    `SELECT rating, flag, colour_label AS colourLabel, title, caption FROM file_value WHERE photo_id = ?`,
    [id],
  );
  return said ?? (Object.fromEntries(names.map((name) => [name, null])) as PhotoValues);
}

/** {@link readEntered}, and how the user turned the photo. */
export function readEnteredWords(catalog: CatalogReader, id: PhotoId): MirroredWords {
  const row = catalog.get<{ turn: Turn }>(
    "SELECT value AS turn FROM user_value WHERE photo_id = ? AND field = 'turn'",
    [id],
  );
  return { ...readEntered(catalog, id), turn: row?.turn ?? null };
}

/** {@link readFromFile}, and how the XMP file beside the photo turns it. */
export function readFileWords(catalog: CatalogReader, id: PhotoId): MirroredWords {
  const row = catalog.get<{ turn: Turn | null }>("SELECT turn FROM file_value WHERE photo_id = ?", [
    id,
  ]);
  return { ...readFromFile(catalog, id), turn: row?.turn ?? null };
}

/** The orientation that the photo's file has of its own (EXIF, 1 to 8); undefined until it was read. */
export function readOrientation(catalog: CatalogReader, id: PhotoId): number | undefined {
  const row = catalog.get<{ orientation: number | null }>(
    "SELECT orientation FROM file_value WHERE photo_id = ?",
    [id],
  );
  return row?.orientation ?? undefined;
}
