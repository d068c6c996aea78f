import type { Database } from "./catalog/database.ts";
import { recordFailure } from "./catalog/failures.ts";
import {
  absolutePath,
  countWaiting,
  getPhoto,
  isWaiting,
  listWaiting,
  type PhotoRow,
} from "./catalog/photos.ts";
import { isPhotoName } from "./imaging/supported-files.ts";
import { CommitBatch } from "./indexing/commit-batch.ts";
import { FollowedFolders } from "./indexing/followed-folders.ts";
import { Indexer, type IndexerOptions } from "./indexing/indexer.ts";
import { Pace } from "./indexing/pace.ts";
import type { IndexOutcome } from "./indexing/outcome.ts";
import { ProgressMeter } from "./indexing/progress-meter.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import {
  createStages,
  writeCommits,
  type CommitRow,
  type IndexingModel,
} from "./indexing/stages.ts";
import { readOnBattery } from "./machine/power.ts";
import { inBackground } from "./support/in-background.ts";
import type { VectorTable } from "./vectors/vector-table.ts";

export interface IndexingRooms {
  readonly reconciler: Reconciler;
  readonly current: () => IndexingModel & { readonly vectors: VectorTable };
  readonly libraryFolder: string;
  readonly live: boolean;
  readonly thumbnailPath: (fingerprint: string) => string;
  /** Nothing waits to be indexed. */
  readonly onIdle: () => void;
}

export interface Indexing {
  readonly indexer: Indexer;
  readonly folders: FollowedFolders;
  readonly meter: ProgressMeter;
  readonly pace: Pace;
}

/** The queue lives in the catalog, so it is bounded and survives a crash. */
function queueOf(db: Database): Pick<IndexerOptions, "listWaiting" | "isWaiting"> {
  return {
    listWaiting: (limit) => listWaiting(db, limit),
    isWaiting: (id) => isWaiting(db, id),
  };
}

/** What takes photos from the disk into the catalog, wired together; ends with `stack`. */
export function composeIndexing(rooms: IndexingRooms, stack: AsyncDisposableStack): Indexing {
  const { reconciler, current } = rooms;
  const { db, feed } = reconciler;
  const meter = new ProgressMeter();
  // What is asked for on the command line is wanted now, whatever it costs.
  const pace = stack.use(new Pace(rooms.live ? { lookAtPower: readOnBattery } : {}));
  const batch: CommitBatch<CommitRow> = stack.use(
    new CommitBatch<CommitRow>({
      write: (rows) => writeCommits({ reconciler, current }, rows),
      onWaiting: () => indexer.makeRoom(),
    }),
  );
  const indexer: Indexer = stack.use(
    new Indexer({
      stages: createStages({ ...rooms, batch }),
      ...queueOf(db),
      committing: () => batch.size,
      onOutcome: settle,
      pace,
      onBusy: () => meter.reset(),
      onIdle: () => {
        reportProgress();
        rooms.onIdle();
      },
    }),
  );
  const folders: FollowedFolders = stack.use(
    new FollowedFolders({
      ...rooms,
      isPhotoName,
      onFound: () => indexer.wake(),
      onStateChanged: () => feed.reportFolders(folders.list()),
    }),
  );
  return { indexer, folders, meter, pace };

  function reportProgress(): void {
    feed.reportProgress(() => meter.read(countWaiting(db), folders.scanning));
  }

  /** Writes down how a photo's walk ended; see IndexOutcome. */
  function settle(photo: PhotoRow, outcome: IndexOutcome): void {
    const [id, path] = [photo.id, absolutePath(photo)];
    if (outcome.kind === "superseded") return;
    meter.finish({ failed: outcome.kind === "failed" });
    reportProgress();
    if (outcome.kind === "indexed") return feed.report({ kind: "indexed", id, path });
    if (getPhoto(db, id)) recordFailure(db, id, outcome);
    feed.report({ kind: "failed", id, path, code: outcome.code });
    // The file went away since it was seen: its directory says whether it moved or is missing.
    if (outcome.code === "file-missing") {
      inBackground(`look for ${path}`, folders.lookAgain(photo.folderId, photo.directory));
    }
  }
}
