import { LibraryError } from "../../contract/errors.ts";
import type { Folder, FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { clearUnreadable } from "../catalog/failures.ts";
import { listIndexed } from "../catalog/folders.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { FollowedFolders } from "./followed-folders.ts";
import type { HeldVanished } from "./held-vanished.ts";
import type { Indexer } from "./indexer.ts";

export interface IndexRun {
  readonly folders: readonly FolderId[];
  readonly indexed: number;
  readonly unchanged: number;
}

interface RunParts {
  readonly db: Database;
  readonly feed: ChangeFeed;
  readonly folders: FollowedFolders;
  readonly indexer: Indexer;
  readonly vanished: HeldVanished;
  readonly countWaiting: (folders: readonly FolderId[]) => number;
}

/**
 * Adds the folders that are new, finds what is new or changed in all of them, and waits until it is indexed. Rejects with
 * `folder-unavailable` where one went away meanwhile; what was indexed until then stays.
 */
export async function indexFolders(parts: RunParts, paths: readonly string[]): Promise<IndexRun> {
  const { db, feed, folders, indexer, vanished } = parts;
  const added = [];
  for (const path of paths) added.push(await folders.add(path));
  const ids = [...new Set(added.map((folder) => folder.id))];
  clearUnreadable(db, ids);

  const indexed = new Set<PhotoId>();
  const unsubscribe = feed.subscribe((event) => {
    if (event.name !== "photo.changed") return;
    for (const { kind, id } of event.payload.changes) if (kind === "indexed") indexed.add(id);
  });
  try {
    await Promise.all(ids.map((id) => folders.scan(id)));
    do {
      await vanished.release();
      indexer.wake();
      await indexer.idle();
    } while (parts.countWaiting(ids) > 0);
    await vanished.release(); // A file that was found to have vanished only when it was to be read.
    feed.flush();
  } finally {
    unsubscribe();
  }
  assertReached(added, folders.offline);
  const present = ids.flatMap((id) => listIndexed(db, id));
  const fresh = present.filter((id) => indexed.has(id)).length;
  return { folders: ids, indexed: fresh, unchanged: present.length - fresh };
}

function assertReached(folders: readonly Folder[], offline: readonly FolderId[]): void {
  const away = folders.find(({ id }) => offline.includes(id));
  if (!away) return;
  throw new LibraryError(
    "folder-unavailable",
    `expected ${away.path} to stay there but it cannot be reached any more; what was indexed is kept, and the rest waits`,
  );
}
