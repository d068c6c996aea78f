import type { PhotoId } from "../../contract/photo.ts";
import type { PhotoValues } from "../../contract/values.ts";
import type { CatalogReader } from "./catalog-reader.ts";

/** The names under which user_value keeps them. */
export const valueFields = {
  rating: "rating",
  flag: "flag",
  colourLabel: "colour_label",
  title: "title",
  caption: "caption",
} as const satisfies Record<keyof PhotoValues, string>;

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
