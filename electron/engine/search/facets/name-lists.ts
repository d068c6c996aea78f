/** @file Which photos have which name: of a camera, a lens, a flag. */
import type { CatalogReader } from "../../catalog/catalog-reader.ts";
import type { NameField } from "./name-tally.ts";

/** Each is in an index of its own, by name: walked as a whole, it needs no photo's row. */
const LISTS: Readonly<Record<NameField, string>> = {
  camera: `camera AS name FROM photo INDEXED BY photo_by_camera WHERE camera IS NOT NULL GROUP BY camera COLLATE NOCASE`,
  lens: `lens AS name FROM photo INDEXED BY photo_by_lens WHERE lens IS NOT NULL GROUP BY lens COLLATE NOCASE`,
  flag: `flag AS name FROM photo INDEXED BY photo_by_flag WHERE flag IS NOT NULL GROUP BY flag`,
  colour: `colour_label AS name FROM photo INDEXED BY photo_by_colour_label WHERE colour_label IS NOT NULL GROUP BY colour_label`,
  kind: `'video' AS name FROM photo INDEXED BY photo_videos WHERE kind = 'video'`,
};

export const nameFields = Object.keys(LISTS) as NameField[];

/** The ids of each name's photos, missing ones included. */
export function* idsByName(
  field: NameField,
  catalog: CatalogReader,
): Iterable<{ readonly name: string; readonly ids: readonly number[] }> {
  const rows = catalog.iterate<{ ids: string; name: string | null }>(
    `SELECT json_group_array(id) AS ids, ${LISTS[field]}`,
  );
  // Without photos, the only row of a list that is not grouped has no name.
  for (const { ids, name } of rows)
    if (name !== null) yield { name, ids: JSON.parse(ids) as number[] };
}

/** Names that nearly every photo has one of. The lists of the others are short. */
export type KeptField = Extract<NameField, "camera" | "lens">;

export function isKept(field: NameField): field is KeptField {
  return field === "camera" || field === "lens";
}

/** By a photo's id one more than the place of its name; 0 for none. */
export interface NameCodes {
  readonly names: readonly string[];
  readonly codes: Int32Array;
}

/** `size`: one more than the largest id. */
export function readCodes(field: KeptField, catalog: CatalogReader, size: number): NameCodes {
  const names: string[] = [];
  const codes = new Int32Array(size);
  for (const { name, ids } of idsByName(field, catalog)) {
    names.push(name);
    for (const id of ids) codes[id] = names.length;
  }
  return { names, codes };
}
