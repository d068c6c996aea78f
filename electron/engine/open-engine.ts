/**
 * @file Composition: which rooms an engine is made of, in the order in which they depend on each other.
 */
import path from "node:path";
import { backUp, isBackupDue } from "./catalog/backups.ts";
import type { Database } from "./catalog/database.ts";
import { clearUnreadable } from "./catalog/failures.ts";
import { listFolders } from "./catalog/folders.ts";
import { ensureModel } from "./catalog/labels.ts";
import { libraryPaths, openCatalog } from "./catalog/open-catalog.ts";
import { forgetIndexed, forgetOtherModels } from "./catalog/photos.ts";
import { clearSetting, getSetting, setSetting } from "./catalog/settings.ts";
import { composeIndexing, type Indexing } from "./compose-indexing.ts";
import type { Engine } from "./engine.ts";
import { createHandlers } from "./handlers/handlers.ts";
import type { ProviderChoice } from "./inference/provider-choice.ts";
import { readFamilies } from "./inference/models/label-families.ts";
import { resolveModel, type ResolvedModel } from "./inference/resolve-model.ts";
import { ChangeFeed } from "./indexing/change-feed.ts";
import type { Parts } from "./parts.ts";
import { startPhotoWorker } from "./photo-worker/start-photo-worker.ts";
import { LabelFamilies } from "./search/conditions/label-families.ts";
import { PhotoSearch } from "./search/run-query.ts";
import { serveTransport } from "./serve.ts";
import { inBackground } from "./support/in-background.ts";
import { once } from "./support/once.ts";
import { pruneFolder } from "./support/prune-folder.ts";
import { VectorTable } from "./vectors/vector-table.ts";

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
    connect: (callers) =>
      serveTransport(handlers, callers, (listener) => parts.feed.subscribe(listener)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function compose(options: EngineOptions, stack: AsyncDisposableStack): Promise<Parts> {
  const { libraryFolder, live } = options;
  const paths = libraryPaths(libraryFolder);
  const db = stack.use(await openCatalog(paths));
  const model = await chooseModel(db, options);
  const classIds = ensureModel(db, model.key, model.labels);
  forgetOtherModels(db, model.key);

  const vectors: VectorTable = stack.use(
    new VectorTable({
      folder: paths.vectors,
      model: model.key,
      onLost: () => {
        forgetIndexed(db, model.key);
        indexing.indexer.wake();
      },
    }),
  );
  if (!vectors.exists()) forgetIndexed(db, model.key);
  const photoWorker = stack.use(startPhotoWorker({ model, provider: options.provider ?? "auto" }));
  const feed = stack.use(new ChangeFeed());
  const text = { modelKey: model.key, labelThreshold: model.labelThreshold };
  const shared = {
    libraryFolder,
    live,
    photoWorker,
    vectors,
    reconciler: { db, feed, text },
    thumbnailPath: (fingerprint: string) =>
      path.join(paths.thumbnails, fingerprint.slice(0, 2), `${fingerprint}.webp`),
  };
  const indexing: Indexing = composeIndexing({ ...shared, classIds, modelKey: model.key }, stack);
  const families = once(() => new LabelFamilies(readFamilies()));
  const search = new PhotoSearch({ catalog: db, model, families });
  return { ...shared, ...indexing, paths, db, model, search, feed };
}

/** What the user names now, else what the library was indexed with last, else what comes with the app. */
async function chooseModel(db: Database, options: EngineOptions): Promise<ResolvedModel> {
  const model = await resolveModel(options.model ?? getSetting(db, "model") ?? "starter");
  if (options.model !== undefined) setSetting(db, "model", options.model);
  // What ran last says nothing about another choice.
  if (options.model !== undefined || options.provider !== undefined) clearSetting(db, "provider");
  return model;
}

/** Previews are made again in a second; this many are a few hundred photos' worth of looking. */
const PREVIEW_BYTES = 5e9;

/** What a live engine does from its first moment: look at the folders, and go on where the last run stopped. */
function begin({ db, folders, indexer, paths, vectors }: Parts): void {
  inBackground("scan the folders", folders.scanAll());
  clearUnreadable(
    db,
    listFolders(db).map(({ id }) => id),
  );
  indexer.wake();
  // Loading LanceDB takes a third of a second, which the first Find similar need not wait for.
  inBackground("open the vector table", vectors.count());
  inBackground("prune the previews", pruneFolder(paths.previews, PREVIEW_BYTES));
  if (isBackupDue(paths.backups))
    inBackground("back up the catalog", backUp(db.connection, paths.backups));
}
