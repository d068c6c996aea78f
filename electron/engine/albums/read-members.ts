import type { AlbumId } from "../../contract/album.ts";
import type { Database } from "../catalog/database.ts";
import type { PlacedPhoto } from "./places.ts";

/** Everything that is in an album, missing photos too, in its order. */
export function readMembers(db: Database, id: AlbumId): PlacedPhoto[] {
  return db.all(
    "SELECT photo_id AS id, place FROM album_photo WHERE album_id = ? ORDER BY place, photo_id",
    [id],
  );
}

/** Photos that the catalog does not have are left out; others get the place if they have one already. */
export function insertPlaces(db: Database, id: AlbumId, places: readonly PlacedPhoto[]): void {
  db.run(
    `INSERT INTO album_photo (photo_id, album_id, place)
     SELECT photo.id, ?, value ->> 1 FROM json_each(?) CROSS JOIN photo ON photo.id = value ->> 0 WHERE TRUE
     ON CONFLICT (photo_id, album_id) DO UPDATE SET place = excluded.place`,
    [id, JSON.stringify(places.map((placed) => [placed.id, placed.place]))],
  );
}
