import type { Database } from "./catalog/database.ts";
import type { LibraryPaths } from "./catalog/open-catalog.ts";
import type { ResolvedModel } from "./inference/resolve-model.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import type { FollowedFolders } from "./indexing/followed-folders.ts";
import type { Indexer } from "./indexing/indexer.ts";
import type { ProgressMeter } from "./indexing/progress-meter.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import type { PhotoWorker } from "./photo-worker/photo-worker.ts";
import type { PhotoSearch } from "./search/run-query.ts";
import type { VectorTable } from "./vectors/vector-table.ts";

/** The rooms of a running engine, as its handlers use them. */
export interface Parts {
  readonly libraryFolder: string;
  readonly live: boolean;
  readonly paths: LibraryPaths;
  readonly db: Database;
  readonly model: ResolvedModel;
  readonly photoWorker: PhotoWorker;
  readonly vectors: VectorTable;
  readonly search: PhotoSearch;
  readonly feed: ChangeFeed;
  readonly reconciler: Reconciler;
  readonly folders: FollowedFolders;
  readonly indexer: Indexer;
  readonly meter: ProgressMeter;
  readonly thumbnailPath: (fingerprint: string) => string;
}
