import type { Album, AlbumCover, AlbumId } from "../../contract/album.ts";
import type { Database } from "../catalog/database.ts";
import { listAlbums } from "./albums.ts";
import { describeSimilar } from "./similar-albums.ts";
import type { SmartAlbums } from "./smart-contents.ts";

/** Every album as a list shows it, by name; smart albums as far as they are counted. */
export function describeAlbums(db: Database, smart: SmartAlbums): Album[] {
  const handMade = readContents(db);
  const chosen = readChosenCovers(db);
  const similarOnes = describeSimilar(db);
  return listAlbums(db).map(({ id, name, query }) => {
    const cover = chosen.get(id);
    if (query === null) {
      const { count = 0, cover: first = null } = handMade.get(id) ?? {};
      const face = { count, cover: cover ?? first };
      return { id, name, kind: "hand", ...face, query, similar: null, problem: null };
    }
    const alike = similarOnes.get(id);
    if (alike) {
      const face = { count: null, cover: cover ?? alike.cover, problem: alike.problem };
      return { id, name, kind: "smart", ...face, query, similar: alike.similar };
    }
    const found = smart.get(id);
    return {
      id,
      name,
      kind: "smart",
      count: found?.count ?? null,
      cover: cover ?? found?.cover ?? null,
      query,
      similar: null,
      problem: found?.problem ?? null,
      ...(found?.problemTold && { problemTold: found.problemTold }),
    };
  });
}

/** SQL: of photos that no list shows. */
const HIDDEN = `SELECT id FROM photo INDEXED BY photo_missing WHERE missing_since_ms IS NOT NULL
  UNION ALL SELECT id FROM photo WHERE folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NOT NULL)`;

interface Contents {
  readonly count: number;
  readonly cover: AlbumCover | null;
}

/** How many photos each album shows, and the first of them that has a thumbnail. */
function readContents(db: Database): Map<AlbumId, Contents> {
  const rows = db.all<{ id: AlbumId; count: number; first: string | null }>(
    `SELECT album_id AS id, count(*) AS count,
       (SELECT json_object('id', photo.id, 'fingerprint', fingerprint, 'turn', turn)
        FROM album_photo AS one CROSS JOIN photo ON photo.id = one.photo_id
        WHERE one.album_id = album_photo.album_id AND fingerprint IS NOT NULL AND width_px IS NOT NULL
          AND photo.id NOT IN (${HIDDEN})
        ORDER BY place, one.photo_id LIMIT 1) AS first
     FROM album_photo WHERE photo_id NOT IN (${HIDDEN}) GROUP BY album_id`,
  );
  return new Map(
    rows.map(({ id, count, first }) => [
      id,
      { count, cover: first === null ? null : (JSON.parse(first) as AlbumCover) },
    ]),
  );
}

/** One that is gone, or was taken out of its album, stands for it no more until it is back. */
function readChosenCovers(db: Database): Map<AlbumId, AlbumCover> {
  const rows = db.all<AlbumCover & { album: AlbumId }>(
    `SELECT album.id AS album, photo.id, fingerprint, turn FROM album JOIN photo ON photo.id = cover_photo_id
     WHERE fingerprint IS NOT NULL AND width_px IS NOT NULL AND photo.id NOT IN (${HIDDEN})
       AND (query IS NOT NULL OR EXISTS (
         SELECT 1 FROM album_photo WHERE photo_id = photo.id AND album_id = album.id))`,
  );
  return new Map(rows.map(({ album, ...cover }) => [album, cover]));
}
