import { DatabaseSync } from "node:sqlite";
import type { FolderId } from "../../electron/contract/folder.ts";
import type { PhotoChange } from "../../electron/contract/events.ts";
import { Database } from "../../electron/engine/catalog/database.ts";
import { addFolder } from "../../electron/engine/catalog/folders.ts";
import { migrate, readMigrations } from "../../electron/engine/catalog/migrate.ts";
import { ChangeFeed } from "../../electron/engine/indexing/change-feed.ts";
import type { Reconciler } from "../../electron/engine/indexing/reconcile.ts";

let migrated: Uint8Array | undefined;

/** A real catalog in memory, with one folder. */
export function openTestCatalog(folderPath = "/photos"): { db: Database; folderId: FolderId } {
  const connection = new DatabaseSync(":memory:");
  // All migrations take longer than many a test.
  if (migrated) connection.deserialize(migrated);
  else migrate(connection, readMigrations());
  migrated ??= connection.serialize();
  const db = new Database(connection);
  return { db, folderId: addFolder(db, folderPath).id };
}

/** What the indexing rooms share, over a test catalog; `changes` collects what is reported. */
export function testReconciler(db: Database): Reconciler & { readonly changes: PhotoChange[] } {
  const feed = new ChangeFeed();
  const changes: PhotoChange[] = [];
  feed.subscribe((event) => {
    if (event.name === "photo.changed") changes.push(...event.payload.changes);
  });
  return { db, feed, text: { modelKey: "test", labelThreshold: 0.3 }, changes };
}
