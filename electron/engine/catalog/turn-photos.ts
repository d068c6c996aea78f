import type { PhotoId } from "../../contract/photo.ts";
import type { TurnStep } from "../../contract/value-names.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "./database.ts";
import { record, type Recorded } from "./journal/journal.ts";
import { settleValues } from "./photo-facts.ts";

/** As the sentence has them; other is upside down. */
const ways = { 90: "right", [-90]: "left", 180: "other" } as const satisfies Record<
  TurnStep,
  string
>;

/**
 * Turns photos for display, in the catalog only, as one entry of the journal: each by so much more than it is turned now. The
 * user's word goes before what an XMP file says; a photo that is turned back to that has no word of the user's any more.
 * Videos stay as they are. On the disk when this returns.
 */
export function turnPhotos(db: Database, photos: readonly PhotoId[], by: TurnStep): Recorded {
  return record(
    db,
    {
      touches: [{ kind: "user-value", keys: ["turn"], photos }],
      sentence: (count) => tell("done.turned", { count, way: ways[by] }),
    },
    () => {
      const ids = JSON.stringify(photos);
      db.run(
        `INSERT OR REPLACE INTO user_value (photo_id, field, value)
         SELECT id, 'turn', (turn + CAST(?1 AS INTEGER)) % 360 FROM photo
         WHERE kind = 'photo' AND id IN (SELECT value FROM json_each(?2))`,
        [by + 360, ids],
      );
      db.run(
        `DELETE FROM user_value WHERE field = 'turn' AND photo_id IN (SELECT value FROM json_each(?))
           AND value = coalesce((SELECT turn FROM file_value WHERE file_value.photo_id = user_value.photo_id), 0)`,
        [ids],
      );
      settleValues(db, photos, ["turn"]);
    },
  );
}
