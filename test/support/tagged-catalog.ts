import type { Database } from "../../electron/engine/catalog/database.ts";
import type { PhotoId } from "../../electron/contract/photo.ts";
import { insertPhoto } from "../../electron/engine/catalog/photos.ts";
import { readTagTree } from "../../electron/engine/tags/list-tags.ts";
import { addTag } from "../../electron/engine/tags/photo-tags.ts";
import { openTestCatalog } from "./test-catalog.ts";

export const TEXT = { modelKey: "test", labelThreshold: 0.3 };

export interface TaggedCatalog {
  readonly db: Database;
  readonly ids: PhotoId[];
  /** Gives a tag to the photos of these numbers. */
  add(tag: string, ...photos: number[]): void;
  /** Tag paths of each photo. */
  tags(): string[][];
  /** "Places 0/3": photos with exactly this tag, and with it or one below it. */
  tree(): string[];
}

/** A catalog in memory with so many photos, without files. */
export function openTagged(count: number): TaggedCatalog {
  const { db, folderId } = openTestCatalog();
  const ids = Array.from({ length: count }, (_, index) =>
    insertPhoto(
      db,
      { folderId, directory: "", name: `${index}.jpg` },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${index}` },
    ),
  );
  return {
    db,
    ids,
    add: (tag, ...photos) =>
      void addTag(
        db,
        tag,
        photos.map((at) => ids[at]!),
        TEXT,
      ),
    tags: () =>
      ids.map((id) =>
        db
          .all<{ path: string }>(
            "SELECT path FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? ORDER BY key",
            [id],
          )
          .map(({ path }) => path),
      ),
    tree: () => readTagTree(db).map(({ tag, count: own, below }) => `${tag} ${own}/${below}`),
  };
}
