import { IS_PRESENT } from "./count-tags.ts";
import type { Database } from "./database.ts";

/** Counts of every tag in one folder, by the tag's place in a list. */
interface FolderCounts {
  readonly own: Uint32Array;
  readonly below: Uint32Array;
}

/**
 * Fills tag_count, which is empty, in one walk over all photos: a tag after the other would visit each photo once for each of its
 * tags' levels. tag_above is whole.
 */
export function countAllTags(db: Database): void {
  const tags = readTagsAbove(db);
  const folders = new Map<number, FolderCounts>();
  // Which photo a tag was counted for last, so that it counts once however many below it the photo has.
  const countedFor = new Float64Array(tags.ids.length);
  for (const [photo, folder, tag] of walk(db)) {
    const place = tags.placeOf.get(tag)!;
    const { own, below } = folders.get(folder) ?? addFolder(folders, folder, tags.ids.length);
    own[place]!++;
    for (const wide of tags.above[place]!) {
      if (countedFor[wide] === photo) continue;
      countedFor[wide] = photo;
      below[wide]!++;
    }
  }
  for (const [folder, { own, below }] of folders)
    tags.ids.forEach((tag, place) => {
      if (below[place] === 0) return;
      db.run("INSERT INTO tag_count (tag_id, folder_id, own, below) VALUES (?, ?, ?, ?)", [
        tag,
        folder,
        own[place]!,
        below[place]!,
      ]);
    });
}

interface TagsAbove {
  /** Row ids. */
  readonly ids: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
  /** Of each tag the places of itself and of all above it. */
  readonly above: readonly (readonly number[])[];
}

function readTagsAbove(db: Database): TagsAbove {
  const ids = db.all<{ id: number }>("SELECT id FROM tag ORDER BY id").map(({ id }) => id);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const above: number[][] = ids.map(() => []);
  for (const { tag, wide } of db.all<{ tag: number; wide: number }>(
    "SELECT tag_id AS tag, above_id AS wide FROM tag_above",
  ))
    above[placeOf.get(tag)!]!.push(placeOf.get(wide)!);
  return { ids, placeOf, above };
}

/** Millions of rows of photos that are there, photo by photo, as arrays, which take half the time of objects. */
function walk(db: Database): Iterable<[photo: number, folder: number, tag: number]> {
  const rows = db.connection.prepare(
    `SELECT photo.id, folder_id, tag_id FROM photo INDEXED BY photo_present CROSS JOIN photo_tag ON photo_id = photo.id
     WHERE ${IS_PRESENT} ORDER BY photo.id`,
  );
  rows.setReturnArrays(true);
  return rows.iterate() as Iterable<never>;
}

function addFolder(folders: Map<number, FolderCounts>, folder: number, tags: number): FolderCounts {
  const counts = { own: new Uint32Array(tags), below: new Uint32Array(tags) };
  folders.set(folder, counts);
  return counts;
}
