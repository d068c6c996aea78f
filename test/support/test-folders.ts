import { mkdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { FolderId } from "../../electron/contract/folder.ts";
import type { PhotoId } from "../../electron/contract/photo.ts";
import type { FollowOptions } from "../../electron/engine/indexing/follow-folder.ts";
import { FollowedFolders } from "../../electron/engine/indexing/followed-folders.ts";
import { listTags } from "../../electron/engine/tags/list-tags.ts";
import { addTag } from "../../electron/engine/tags/photo-tags.ts";
import { tempFolder } from "./temp-folder.ts";
import { openTestCatalog, testReconciler } from "./test-catalog.ts";

/** Files that rest since long ago, each with bytes of its own. */
export async function writePhotos(folder: string, names: readonly string[]): Promise<void> {
  const written = new Date(1_700_000_000_000);
  for (const name of names) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `the bytes of ${name}`);
    await utimes(file, written, written);
  }
}

/** The tag that a photo has in these tests; a newline is in a name but in no tag. */
export function tagOf(name: string): string {
  return JSON.stringify(path.basename(name));
}

/** The folders of a library in memory, over real files; several lives of an engine may follow each other on it. */
export async function testFolders() {
  const temp = await tempFolder();
  const { db } = openTestCatalog(temp.at("a folder of no test"));
  db.run("DELETE FROM folder");
  const reconciler = testReconciler(db);

  function open(options: Partial<FollowOptions> = {}): FollowedFolders {
    return new FollowedFolders({
      reconciler,
      libraryFolder: temp.at("library"),
      isPhotoName: (name) => name.endsWith(".jpg"),
      live: false,
      onFound: () => {},
      onStateChanged: () => {},
      ...options,
    });
  }

  /** Adds and scans a folder, and gives each photo the tag of its name. */
  async function addTagged(folders: FollowedFolders, folder: string): Promise<FolderId> {
    const { id } = await folders.add(folder);
    await folders.scan(id);
    for (const photo of db.all<{ id: PhotoId; name: string }>(
      "SELECT id, name FROM photo WHERE folder_id = ?",
      [id],
    ))
      addTag(db, tagOf(photo.name), [photo.id], reconciler.text);
    return id;
  }

  /** The tags of every photo of the library that is there, by its absolute path. */
  function tags(): Record<string, string[]> {
    const rows = db.all<{ id: PhotoId; path: string; directory: string; name: string }>(
      `SELECT photo.id, path, directory, name FROM photo JOIN folder ON folder.id = folder_id
       WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL ORDER BY path, directory, name`,
    );
    return Object.fromEntries(
      rows.map((row) => [
        path.join(row.path, row.directory, row.name),
        listTags(db, row.id).map(({ tag }) => tag),
      ]),
    );
  }

  /** What {@link tags} is when every photo of {@link addTagged} has its own and nothing else is there. */
  function ownTags(folder: string, names: readonly string[]): Record<string, string[]> {
    return Object.fromEntries(names.map((name) => [path.join(folder, name), [tagOf(name)]]));
  }

  return {
    temp,
    db,
    reconciler,
    open,
    addTagged,
    tags,
    ownTags,
    [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose](),
  };
}
