import { once } from "../support/once.ts";
import type { Place } from "./conditions/match-places.ts";
import { readLabelFacts } from "./labels/label-facts.ts";
import type { SearchFacts } from "./conditions/term-sql.ts";
import { readAlbums } from "./smart-albums.ts";
import type { SearchSource } from "./search-source.ts";

/** Each fact is read when it is first asked for; for one query, as the next one may find others. */
export function readFacts(source: SearchSource): SearchFacts {
  return {
    labels: readLabelFacts(source),
    places: once(() => readPlaces(source)),
    removedFolderIds: once(() => readRemovedFolderIds(source)),
    hasMissing: once(() => readHasMissing(source)),
    albums: once(() => readAlbums(source.catalog)),
  };
}

/** Every directory that holds photos: one seek in the index each, instead of a walk over all photos. */
function readPlaces({ catalog }: SearchSource): Place[] {
  return catalog.all(
    `WITH RECURSIVE place (folderId, folderPath, directory) AS (
       SELECT id, path, (SELECT min(directory) FROM photo WHERE folder_id = folder.id)
       FROM folder WHERE removed_at_ms IS NULL
       UNION ALL
       SELECT folderId, folderPath,
         (SELECT min(photo.directory) FROM photo
          WHERE photo.folder_id = place.folderId AND photo.directory > place.directory)
       FROM place WHERE directory IS NOT NULL
     )
     SELECT folderId, folderPath, directory FROM place WHERE directory IS NOT NULL`,
  );
}

function readRemovedFolderIds({ catalog }: SearchSource): number[] {
  return catalog
    .all<{ id: number }>("SELECT id FROM folder WHERE removed_at_ms IS NOT NULL")
    .map(({ id }) => id);
}

function readHasMissing({ catalog }: SearchSource): boolean {
  return (
    catalog.get(
      "SELECT 1 FROM photo INDEXED BY photo_missing WHERE missing_since_ms IS NOT NULL LIMIT 1",
    ) !== undefined
  );
}
