import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";

/** An entry whose file is there, in a folder that is followed. */
export interface LiveEntry {
  readonly id: PhotoId;
  readonly fingerprint: string;
}

/** Every entry of these contents: copies are entries of their own, and content without an entry is left out. */
export function liveEntries(catalog: CatalogReader, fingerprints: readonly string[]): LiveEntry[] {
  return catalog.all(
    `SELECT photo.id, photo.fingerprint
     FROM json_each(?) AS wanted CROSS JOIN photo ON photo.fingerprint = wanted.value
       JOIN folder ON folder.id = folder_id
     WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL`,
    [JSON.stringify(fingerprints)],
  );
}

/** Each content once; entries that were not read yet are left out. */
export function fingerprintsOf(catalog: CatalogReader, ids: readonly PhotoId[]): string[] {
  const rows = catalog.all<{ fingerprint: string }>(
    `SELECT DISTINCT photo.fingerprint FROM json_each(?) AS wanted CROSS JOIN photo ON photo.id = wanted.value
     WHERE photo.fingerprint IS NOT NULL`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** The fingerprints of photos that were read. */
export function contentOf(
  catalog: CatalogReader,
  ids: readonly PhotoId[],
): ReadonlyMap<PhotoId, string> {
  const rows = catalog.all<LiveEntry>(
    `SELECT photo.id, photo.fingerprint FROM json_each(?) AS wanted CROSS JOIN photo ON photo.id = wanted.value
     WHERE photo.fingerprint IS NOT NULL`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}
