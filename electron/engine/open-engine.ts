/**
 * @file Composition: which rooms an engine is made of, in the order in which they depend on each other.
 */
import path from "node:path";
import { backUp, isBackupDue } from "./catalog/backups.ts";
import { clearUnreadable, recordFailure } from "./catalog/failures.ts";
import { listFolders } from "./catalog/folders.ts";
import { ensureModel } from "./catalog/labels.ts";
import { libraryPaths, openCatalog } from "./catalog/open-catalog.ts";
import { absolutePath, countWaiting, forgetIndexed, forgetOtherModels, isWaiting, listWaiting, type PhotoRow } from "./catalog/photos.ts";
import { clearSetting, getSetting, setSetting } from "./catalog/settings.ts";
import type { Engine } from "./engine.ts";
import { createHandlers } from "./handlers/handlers.ts";
import { isPhotoName } from "./imaging/supported-files.ts";
import type { ProviderChoice } from "./inference/provider-choice.ts";
import { resolveModel } from "./inference/resolve-model.ts";
import { ChangeFeed } from "./indexing/change-feed.ts";
import { CommitBatch } from "./indexing/commit-batch.ts";
import { FollowedFolders } from "./indexing/followed-folders.ts";
import { Indexer } from "./indexing/indexer.ts";
import type { IndexOutcome } from "./indexing/outcome.ts";
import { ProgressMeter } from "./indexing/progress-meter.ts";
import { createStages, writeCommits, type CommitRow } from "./indexing/stages.ts";
import type { Parts } from "./parts.ts";
import { startPhotoWorker } from "./photo-worker/start-photo-worker.ts";
import { PhotoSearch } from "./search/run-query.ts";
import { VectorTable } from "./vectors/vector-table.ts";
import { serveTransport } from "./serve.ts";
import { log } from "./support/log.ts";
import { pruneFolder } from "./support/prune-folder.ts";

export interface EngineOptions {
  readonly libraryFolder: string;
  /** A model by name or an .onnx file; the library remembers the choice. */
  readonly model?: string;
  readonly provider?: ProviderChoice;
  /** Follows the library's folders and indexes by itself; otherwise only what is asked for is done. */
  readonly live: boolean;
}

/** Opens the library in this process. The caller holds the owner's lock. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  await using stack = new AsyncDisposableStack();
  const parts = await compose(options, stack);
  const handlers = createHandlers(parts);
  if (options.live) begin(parts);
  const owned = stack.move();
  return {
    libraryFolder: options.libraryFolder,
    connect: (callers) => serveTransport(handlers, callers, (listener) => parts.feed.subscribe(listener)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function compose(options: EngineOptions, stack: AsyncDisposableStack): Promise<Parts> {
  const paths = libraryPaths(options.libraryFolder);
  const db = stack.use(await openCatalog(paths));
  const model = await resolveModel(options.model ?? getSetting(db, "model") ?? "starter");
  if (options.model !== undefined) setSetting(db, "model", options.model);
  // What ran last says nothing about another choice.
  if (options.model !== undefined || options.provider !== undefined) clearSetting(db, "provider");
  const classIds = ensureModel(db, model.key, model.labels);
  forgetOtherModels(db, model.key);

  const vectors = stack.use(new VectorTable({ folder: paths.vectors, model: model.key, onLost: () => indexAgain() }));
  if (!vectors.exists()) forgetIndexed(db, model.key);
  const photoWorker = stack.use(startPhotoWorker({ model, provider: options.provider ?? "auto" }));
  const feed = stack.use(new ChangeFeed());
  const meter = new ProgressMeter();
  const text = { modelKey: model.key, labelThreshold: model.labelThreshold };
  const reconciler = { db, feed, text };

  const common = { reconciler, classIds, modelKey: model.key };
  const batch: CommitBatch<CommitRow> = stack.use(
    new CommitBatch<CommitRow>({
      write: (rows) => writeCommits({ ...common, append: (some) => vectors.append(some) }, rows),
      onWaiting: () => indexer.makeRoom(),
    }),
  );
  const stages = createStages({ ...common, photoWorker, batch, thumbnailPath });
  const indexer: Indexer = stack.use(
    new Indexer({
      stages,
      listWaiting: (limit) => listWaiting(db, limit),
      isWaiting: (id) => isWaiting(db, id),
      committing: () => batch.size,
      onOutcome: (photo, outcome) => settle(photo, outcome),
      onBusy: () => meter.reset(),
      onIdle: () => rest(),
    }),
  );
  const folders: FollowedFolders = stack.use(
    new FollowedFolders({
      reconciler,
      libraryFolder: options.libraryFolder,
      isPhotoName,
      live: options.live,
      onFound: () => indexer.wake(),
      onStateChanged: () => feed.reportFolders(folders.list()),
    }),
  );

  function thumbnailPath(fingerprint: string): string {
    return path.join(paths.thumbnails, fingerprint.slice(0, 2), `${fingerprint}.webp`);
  }

  /** The embeddings are gone; labels and thumbnails are not, but only a whole walk makes an embedding. */
  function indexAgain(): void {
    forgetIndexed(db, model.key);
    indexer.wake();
  }

  function reportProgress(): void {
    feed.reportProgress(() => meter.read(countWaiting(db), folders.scanning));
  }

  function rest(): void {
    reportProgress();
    vectors.optimize().catch((error: unknown) => log.error("could not fold the vector table", error));
  }

  /** Writes down how a photo's walk ended; see IndexOutcome. */
  function settle(photo: PhotoRow, outcome: IndexOutcome): void {
    const { id } = photo;
    const place = absolutePath(photo);
    if (outcome.kind === "superseded") return;
    meter.finish({ failed: outcome.kind === "failed" });
    reportProgress();
    if (outcome.kind === "indexed") return feed.report({ kind: "indexed", id, path: place });
    if (stages.find(id)) recordFailure(db, id, outcome);
    feed.report({ kind: "failed", id, path: place, code: outcome.code });
    // The file went away since it was seen: its directory says whether it moved or is missing.
    if (outcome.code === "file-missing") void folders.lookAgain(photo.folderId, photo.directory);
  }

  const search = new PhotoSearch({ catalog: db, model });
  return {
    libraryFolder: options.libraryFolder,
    live: options.live,
    paths,
    db,
    model,
    photoWorker,
    vectors,
    search,
    feed,
    reconciler,
    folders,
    indexer,
    meter,
    thumbnailPath,
  };
}

/** Previews are made again in a second; this many are a few hundred photos' worth of looking. */
const PREVIEW_BYTES = 5e9;

/** What a live engine does from its first moment: look at the folders, and go on where the last run stopped. */
function begin(parts: Parts): void {
  const { db, folders, indexer, paths } = parts;
  folders.scanAll().catch((error: unknown) => log.error("could not scan the folders", error));
  clearUnreadable(db, listFolders(db).map(({ id }) => id));
  indexer.wake();
  pruneFolder(paths.previews, PREVIEW_BYTES).catch((error: unknown) => log.error("could not prune the previews", error));
  if (isBackupDue(paths.backups)) {
    backUp(db.connection, paths.backups).catch((error: unknown) => log.error("could not back up the catalog", error));
  }
}
