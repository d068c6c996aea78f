import type { FolderId } from "../contract/folder.ts";
import type { PhotoId } from "../contract/photo.ts";
import type { Database } from "./catalog/database.ts";
import { absolutePath, type PhotoRow } from "./catalog/photos.ts";
import { countWaiting, isUnseen, isWaiting, listWaiting } from "./catalog/waiting.ts";
import { isLibraryName } from "./support/file-kind.ts";
import { IndexingTrouble } from "./indexing-trouble.ts";
import { CommitBatch } from "./indexing/commit-batch.ts";
import { FollowedFolders } from "./indexing/followed-folders.ts";
import { HeldVanished } from "./indexing/held-vanished.ts";
import { GRACE_MS } from "./indexing/identity.ts";
import { Indexer, type IndexerOptions } from "./indexing/indexer.ts";
import { Pace } from "./indexing/pace.ts";
import type { IndexOutcome } from "./indexing/outcome.ts";
import { ProgressMeter } from "./indexing/progress-meter.ts";
import { findVanished, type Reconciler } from "./indexing/reconcile.ts";
import {
  createStages,
  writeCommits,
  type CommitRow,
  type IndexingModel,
} from "./indexing/stages.ts";
import { describeStop } from "./reader-stop.ts";
import { settlePhoto } from "./settle-photo.ts";
import { readOnBattery } from "./machine/power.ts";
import type { NoticeBoard } from "./notice-board.ts";
import { inBackground } from "./support/in-background.ts";
import type { VectorTable } from "./vectors/vector-table.ts";

export interface IndexingRooms {
  readonly reconciler: Reconciler;
  readonly current: () => IndexingModel & { readonly vectors: VectorTable };
  readonly libraryFolder: string;
  readonly live: boolean;
  readonly thumbnailPath: (fingerprint: string) => string;
  /** A scan found files that came or changed, sidecars among them. */
  readonly onFound: () => void;
  /** Nothing waits to be indexed. */
  readonly onIdle: () => void;
  readonly notices: NoticeBoard;
}

export interface Indexing extends Pick<Queue, "countWaiting"> {
  readonly indexer: Indexer;
  readonly folders: FollowedFolders;
  readonly meter: ProgressMeter;
  readonly pace: Pace;
  readonly vanished: HeldVanished;
}

/** The queue lives in the catalog, so it is bounded and survives a crash. */
interface Queue extends Pick<IndexerOptions, "listWaiting" | "isWaiting" | "isUnseen"> {
  /** Whether a folder cannot be reached; see FollowedFolders. */
  readonly isAway: (folder: FolderId) => Promise<boolean>;
  /** Of these folders, or of all. */
  readonly countWaiting: (folders?: readonly FolderId[]) => number;
}

function queueOf(db: Database, live: boolean, folders: () => FollowedFolders): Queue {
  const choice = () => ({ withPaused: !live, offline: folders().offline });
  return {
    listWaiting: (limit) => listWaiting(db, limit, choice()),
    isWaiting: (id) => isWaiting(db, id, choice()),
    isUnseen: (id) => isUnseen(db, id, folders().offline),
    isAway: (id) => folders().isAway(id),
    countWaiting: (ids) => countWaiting(db, choice(), ids),
  };
}

/** What takes photos from the disk into the catalog, wired together; ends with `stack`. */
export function composeIndexing(rooms: IndexingRooms, stack: AsyncDisposableStack): Indexing {
  const { current } = rooms;
  const { db, feed } = rooms.reconciler;
  const graceMs = rooms.live ? GRACE_MS : 0;
  const vanished = stack.use(new HeldVanished({ db, find: lookFor, graceMs }));
  const reconciler = { ...rooms.reconciler, vanished };
  const meter = new ProgressMeter();
  // What is asked for on the command line is wanted now, whatever it costs.
  const pace = stack.use(new Pace(rooms.live ? { lookAtPower: readOnBattery } : {}));
  const batch = stack.use(batchOf({ reconciler, current }, () => indexer.makeRoom()));
  const queue = queueOf(db, rooms.live, () => folders);
  const trouble = stack.use(troubleOf(rooms, () => ({ indexer, folders })));
  const ending = new AbortController();
  const indexer: Indexer = stack.use(
    new Indexer({
      stages: createStages({ ...rooms, ...queue, reconciler, batch, ending: ending.signal }),
      ...queue,
      committing: () => batch.size,
      onBegin: (photo) => meter.begin(absolutePath(photo)),
      onOutcome: settle,
      pace,
      onBusy: () => meter.reset(),
      onEnding: () => ending.abort(),
      onBlocked: (reason) => trouble.began(reason),
      onWoken: tellWhatWaits,
      onIdle: () => {
        tellWhatWaits();
        rooms.onIdle();
      },
    }),
  );
  const folders: FollowedFolders = stack.use(
    openFolders({ ...rooms, reconciler }, () => ({ indexer, folders, reportProgress })),
  );
  return { indexer, folders, meter, pace, vanished, countWaiting: queue.countWaiting };

  function lookFor(id: PhotoId): void {
    // An entry that takes a file over may have to be read anew.
    if (findVanished(reconciler, id)) indexer.wake();
  }

  function reportProgress(): void {
    feed.reportProgress(() => meter.read(queue.countWaiting(), folders.scanning));
  }

  /** Before the first photo is done, which takes seconds while the models are loaded. What waits no more is in no trouble. */
  function tellWhatWaits(): void {
    reportProgress();
    if (indexer.isIdle && !indexer.isBlocked) trouble.passed();
  }

  function settle(photo: PhotoRow, outcome: IndexOutcome): void {
    if (!indexer.isBlocked) trouble.passed();
    settlePhoto({ reconciler, meter, folders, reportProgress }, photo, outcome);
  }
}

function batchOf(
  rooms: Parameters<typeof writeCommits>[0],
  onWaiting: () => void,
): CommitBatch<CommitRow> {
  return new CommitBatch({ write: (rows) => writeCommits(rooms, rows), onWaiting });
}

function openFolders(
  rooms: IndexingRooms,
  indexing: () => Pick<Indexing, "indexer" | "folders"> & { readonly reportProgress: () => void },
): FollowedFolders {
  let offline = 0;
  const followed = new FollowedFolders({
    ...rooms,
    isPhotoName: isLibraryName,
    onFound: () => {
      indexing().indexer.wake();
      rooms.onFound();
    },
    onStateChanged: () => {
      const { folders, indexer, reportProgress } = indexing();
      reportProgress();
      rooms.reconciler.feed.reportFolders(folders.list());
      // What waits there may go on.
      if (folders.offline.length < offline) indexer.wake();
      offline = folders.offline.length;
    },
  });
  offline = followed.offline.length;
  return followed;
}

/** Beside the queue: what keeps it from going on. */
function troubleOf(
  { notices, live, current, reconciler }: IndexingRooms,
  rooms: () => Pick<Indexing, "indexer" | "folders">,
): IndexingTrouble {
  return new IndexingTrouble({
    notices,
    readerStopped: () => describeStop(reconciler.db, current().photoWorker.givenUp),
    ...(live && { tryAgain: () => rooms().indexer.wake() }),
    onOver: () => inBackground("scan the folders again", rooms().folders.scanAll()),
  });
}
