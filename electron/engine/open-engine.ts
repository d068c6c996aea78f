/**
 * @file Composition: which rooms an engine is made of, in the order in which they depend on each other.
 */
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { SmartAlbums } from "./albums/smart-contents.ts";
import { CatalogCare } from "./catalog-care.ts";
import { clearCode, clearOutdated, clearUnreadable } from "./catalog/failures.ts";
import { listFolders } from "./catalog/folders.ts";
import type { Database } from "./catalog/database.ts";
import { libraryPaths, openSoundCatalog, type LibraryPaths } from "./catalog/open-catalog.ts";
import { countPhotoChanges } from "./catalog/photo-revision.ts";
import type { TextOptions } from "./catalog/photo-text.ts";
import { clearSetting } from "./catalog/settings.ts";
import { composeIndexing, type Indexing } from "./compose-indexing.ts";
import { composeMirror } from "./compose-mirror.ts";
import { DuplicateUpkeep } from "./duplicate-upkeep.ts";
import type { Engine } from "./engine.ts";
import { chooseModels } from "./choose-models.ts";
import { createHandlers } from "./handlers/handlers.ts";
import { findPathInLibrary } from "./handlers/find-path.ts";
import { readModelList } from "./handlers/model-list.ts";
import { decoderVersions } from "./imaging/decoder-versions.ts";
import { IndexingControl } from "./indexing-control.ts";
import type { ProviderChoice } from "./inference/provider-choice.ts";
import { ModelStore } from "./inference/models/model-store.ts";
import { readWordNet } from "./inference/models/word-net.ts";
import { resolveModel } from "./inference/resolve-model.ts";
import { ChangeFeed } from "./indexing/change-feed.ts";
import { LabelUpkeep } from "./label-upkeep.ts";
import { MetadataUpkeep } from "./metadata-upkeep.ts";
import type { MirrorUpkeep } from "./mirror-upkeep.ts";
import { NoticeBoard } from "./notice-board.ts";
import { openModelRooms, type ModelRooms } from "./model-rooms.ts";
import { ModelSwitcher, type ModelSwitcherOptions } from "./model-switch.ts";
import { whyNoExiftool } from "./metadata/exiftool.ts";
import type { Parts } from "./parts.ts";
import { setAside } from "./reader-stop.ts";
import { WordNet } from "./search/labels/word-net.ts";
import { PhotoSearch } from "./search/run-query.ts";
import { requeueLost } from "./requeue-lost.ts";
import { serveTransport } from "./serve.ts";
import { userModelsFolder } from "./support/default-models.ts";
import { inBackground } from "./support/in-background.ts";
import { once } from "./support/once.ts";
import { sweepExamples } from "./sweep-examples.ts";
import { pruneFolder } from "./support/prune-folder.ts";
import { ThumbnailUpkeep } from "./thumbnail-upkeep.ts";
import { CountsTuner } from "./tune-counts.ts";
import { ExportFiles } from "./tags/exchange/export-files.ts";
import { ViewPlaces } from "./view-places.ts";

export interface EngineOptions {
  readonly libraryFolder: string;
  /** A model by name or an .onnx file; the library remembers the choice. */
  readonly model?: string;
  readonly provider?: ProviderChoice;
  /** Follows the library's folders and indexes by itself; otherwise only what is asked for is done. */
  readonly live: boolean;
  /** The path of a photo that is not to be opened, because the engine kept ending while it read it. */
  readonly setAside?: string;
}

interface OwnParts extends Parts {
  /** Aborted when the engine is about to close. */
  readonly closing: AbortSignal;
  readonly thumbnailUpkeep: ThumbnailUpkeep;
  readonly modelSwitch: ModelSwitcher;
}

/** Opens the library in this process. The caller holds the owner's lock. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  await using stack = new AsyncDisposableStack();
  const parts = await compose(options, stack);
  const handlers = createHandlers(parts);
  const aside =
    options.setAside === undefined ? undefined : findPathInLibrary(parts, options.setAside);
  if (aside) setAside(parts, aside.id);
  if (options.live) begin(parts);
  const owned = stack.move();
  return {
    libraryFolder: options.libraryFolder,
    connect: (callers) =>
      serveTransport(handlers, callers, (listener) => parts.feed.subscribe(listener)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function compose(options: EngineOptions, stack: AsyncDisposableStack): Promise<OwnParts> {
  const { libraryFolder, live } = options;
  const paths = libraryPaths(libraryFolder);
  const { db: opened, recovery } = await openSoundCatalog(paths);
  const db = stack.use(opened);
  // What ran last says nothing about another choice.
  if (options.model !== undefined || options.provider !== undefined) clearSetting(db, "provider");
  const thumbnailPath = (fingerprint: string) => thumbnailIn(paths.thumbnails, fingerprint);
  const feed = stack.use(new ChangeFeed());
  const notices = new NoticeBoard(db, feed, recovery);
  const modelSwitch = stack.use(
    new ModelSwitcher({
      db,
      chosen: await chooseModels(db, options.model),
      resolve: resolveModel,
      open: modelOpener(db, paths, options),
      thumbnailPath,
      turn: () => untilQuiet(indexing),
      isQuiet: () => isQuiet(indexing),
      atOnce: () => indexing.pace.unhurriedAtOnce,
      onChange: () => feed.reportModels(() => readModelList(parts)),
      onWaiting: () => indexing.indexer.wake(),
    }),
  );
  const current = () => modelSwitch.current;
  const reconciler = { db, feed, text: textOf(current) };
  const shared = { libraryFolder, live, current, reconciler, thumbnailPath };
  const photoWorker = () => current().photoWorker;
  const atOnce = () => roomBeside(indexing);
  const metadataUpkeep = stack.use(new MetadataUpkeep({ reconciler, photoWorker, atOnce }));
  const onFound = () => {
    mirrorUpkeep.wake();
    metadataUpkeep.wake();
  };
  const indexing: Indexing = composeIndexing(
    { ...shared, onFound, onIdle: () => rest(modelSwitch, metadataUpkeep), notices },
    stack,
  );
  if (live) stack.use(new CountsTuner({ feed, current, pace: indexing.pace }));
  const labelUpkeep = stack.use(new LabelUpkeep(db, reconciler.text));
  const mirrorRooms = { reconciler, indexing, live, metadataUpkeep, labelUpkeep };
  const mirrorUpkeep: MirrorUpkeep = composeMirror(mirrorRooms, stack);
  const search = openSearch(db, current, labelUpkeep);
  const smartAlbums = stack.use(new SmartAlbums({ db, search }, () => feed.reportAlbums()));
  const models = stack.use(new ModelStore(userModelsFolder()));
  const base = { ...shared, ...indexing, ...openFiles(paths, stack), paths, db, feed, notices };
  const upkeep = { labelUpkeep, metadataUpkeep, mirrorUpkeep, ...openCare(base, stack) };
  const parts = { ...base, ...upkeep, modelSwitch, models, search, smartAlbums };
  return parts;
}

/** What is written beside the catalog, for a window or a command. */
function openFiles(paths: LibraryPaths, stack: AsyncDisposableStack) {
  return {
    viewPlaces: stack.use(new ViewPlaces(paths.viewPlaces)),
    exportFiles: stack.use(new ExportFiles()),
  };
}

function thumbnailIn(folder: string, fingerprint: string): string {
  return path.join(folder, fingerprint.slice(0, 2), `${fingerprint}.webp`);
}

/** What keeps the library whole beside its work. */
function openCare(
  base: Pick<
    Parts,
    "db" | "paths" | "feed" | "notices" | "live" | "pace" | "indexer" | "current" | "thumbnailPath"
  >,
  stack: AsyncDisposableStack,
): Pick<
  OwnParts,
  "indexingControl" | "catalogCare" | "thumbnailUpkeep" | "duplicateUpkeep" | "closing"
> {
  const closing = new AbortController();
  const photoWorker = () => base.current().photoWorker;
  const atOnce = () => roomBeside(base);
  const care = {
    indexingControl: new IndexingControl(base),
    catalogCare: stack.use(new CatalogCare(base)),
    thumbnailUpkeep: stack.use(new ThumbnailUpkeep({ ...base, photoWorker, atOnce })),
    duplicateUpkeep: stack.use(new DuplicateUpkeep({ ...base, photoWorker, atOnce })),
    closing: closing.signal,
  };
  stack.defer(() => closing.abort());
  return care;
}

function modelOpener(
  db: Database,
  { vectors: vectorsFolder }: LibraryPaths,
  { provider }: EngineOptions,
): ModelSwitcherOptions["open"] {
  return (model, onLost) =>
    openModelRooms({ db, model, ...(provider && { provider }), vectorsFolder, onLost });
}

function openSearch(db: Database, current: () => ModelRooms, labelUpkeep: LabelUpkeep) {
  const search: PhotoSearch = new PhotoSearch({
    catalog: db,
    get model() {
      return current().model;
    },
    wordNet: once(() => new WordNet(readWordNet())),
    photoRevision: countPhotoChanges(db),
    onMissingSums: () => labelUpkeep.makeSums(search.summedFamilies()),
  });
  return search;
}

/** Nothing is being indexed, and the user is busy with nothing that this would slow. */
function isQuiet({ indexer, pace }: Indexing): boolean {
  return indexer.isIdle && pace.unhurriedAtOnce > 0;
}

/** Photos whose metadata may be read again at this moment: while others are indexed, one at a time. */
function roomBeside({ indexer, pace }: Pick<Indexing, "indexer" | "pace">): number {
  return indexer.isIdle ? pace.unhurriedAtOnce : Math.min(1, pace.unhurriedAtOnce);
}

async function untilQuiet(indexing: Indexing): Promise<void> {
  while (!isQuiet(indexing)) {
    await indexing.indexer.idle();
    if (!isQuiet(indexing)) await delay(STEP_ASIDE_MS);
  }
}

/** An idle moment: small files are folded together unnoticed, and a switch of models goes on. */
function rest(modelSwitch: ModelSwitcher, metadataUpkeep: MetadataUpkeep): void {
  inBackground("fold the vector table", modelSwitch.current.vectors.optimize());
  modelSwitch.resume();
  metadataUpkeep.wake();
}

/** What bare words find follows the model that answers. */
function textOf(current: () => ModelRooms): TextOptions {
  return {
    get modelKey() {
      return current().model.key;
    },
    get labelThreshold() {
      return current().model.labelThreshold;
    },
  };
}

/** How soon background work looks again whether it may go on. */
const STEP_ASIDE_MS = 250;

/** Previews are made again in a second; this many are a few hundred photos' worth of looking. */
const PREVIEW_BYTES = 5e9;

/** Also loads LanceDB, which takes a third of a second that the first Find similar need not wait for. */
async function findLost({ db, current, indexer, closing }: OwnParts): Promise<void> {
  await current().vectors.count();
  if ((await requeueLost(db, current(), closing)) > 0) indexer.wake();
}

/** RAW files that could not be read for want of Perl, once it is there. */
async function retryWithExiftool({ db, indexer }: OwnParts): Promise<void> {
  if ((await whyNoExiftool()) !== undefined) return;
  if (clearCode(db, "exiftool-missing") > 0) indexer.wake();
}

/** What a live engine does from its first moment: look at the folders, and go on where the last run stopped. */
function begin(parts: OwnParts): void {
  const { db, folders, indexer, paths, modelSwitch } = parts;
  inBackground("scan the folders", folders.scanAll());
  clearUnreadable(
    db,
    listFolders(db).map(({ id }) => id),
  );
  clearOutdated(db, decoderVersions());
  indexer.wake();
  modelSwitch.start();
  parts.labelUpkeep.refreshTexts();
  parts.metadataUpkeep.wake();
  parts.mirrorUpkeep.wake();
  parts.duplicateUpkeep.wake();
  inBackground("look for exiftool", retryWithExiftool(parts));
  inBackground("look for lost embeddings", findLost(parts));
  inBackground("sweep copies of pictures", sweepExamples({ db, paths, signal: parts.closing }));
  inBackground("prune the previews", pruneFolder(paths.previews, PREVIEW_BYTES));
  parts.thumbnailUpkeep.start();
  parts.catalogCare.start();
}
