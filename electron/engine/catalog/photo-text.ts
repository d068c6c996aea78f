/**
 * @file The text that bare words search, one row per photo.
 */
import path from "node:path";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

/** Labels below this are not facts (the model card's threshold), so words do not find them. */
export interface TextOptions {
  readonly modelKey: string;
  readonly labelThreshold: number;
}

interface TextSource {
  readonly name: string;
  readonly root: string;
  readonly directory: string;
  readonly camera: string | null;
  readonly tags: string | null;
  readonly labels: string | null;
}

/** Writes what can be searched about a photo, from its row, tags and labels as they are now. */
export function refreshText(db: Database, id: PhotoId, options: TextOptions): void {
  const source = db.get<TextSource>(
    `SELECT photo.name, folder.path AS root, photo.directory, photo.camera,
       (SELECT group_concat(tag.path, ' ') FROM photo_tag JOIN tag ON tag.id = tag_id
        WHERE photo_id = photo.id) AS tags,
       (SELECT group_concat(class.name, ' ') FROM label
        JOIN class ON class.id = class_id JOIN model ON model.id = model_id
        WHERE photo_id = photo.id AND model.key = ? AND confidence >= ?) AS labels
     FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = ?`,
    [options.modelKey, options.labelThreshold, id],
  );
  if (!source) return;
  // Only the folder's own name and what is below it: "home" or "mnt" in every photo would help nobody.
  const folder = `${path.basename(source.root)}/${source.directory}`;
  db.run(
    `INSERT OR REPLACE INTO photo_text (rowid, name, folder, tags, labels, camera)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, source.name, folder, source.tags ?? "", source.labels ?? "", source.camera ?? ""],
  );
}
