import type { FolderId } from "../contract/folder.ts";
import type { ModelSwitch } from "../contract/model.ts";
import type { SmartAlbums } from "./albums/smart-contents.ts";
import type { Database } from "./catalog/database.ts";
import type { LibraryPaths } from "./catalog/open-catalog.ts";
import type { ModelStore } from "./inference/models/model-store.ts";
import type { DuplicateUpkeep } from "./duplicate-upkeep.ts";
import type { LabelUpkeep } from "./label-upkeep.ts";
import type { MetadataUpkeep } from "./metadata-upkeep.ts";
import type { MirrorUpkeep } from "./mirror-upkeep.ts";
import type { ModelRooms } from "./model-rooms.ts";
import type { CatalogCare } from "./catalog-care.ts";
import type { IndexingControl } from "./indexing-control.ts";
import type { NoticeBoard } from "./notice-board.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import type { FollowedFolders } from "./indexing/followed-folders.ts";
import type { HeldVanished } from "./indexing/held-vanished.ts";
import type { Indexer } from "./indexing/indexer.ts";
import type { Pace } from "./indexing/pace.ts";
import type { ProgressMeter } from "./indexing/progress-meter.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import type { PhotoSearch } from "./search/run-query.ts";
import type { ExportFiles } from "./tags/exchange/export-files.ts";
import type { ViewPlaces } from "./view-places.ts";

/** Which model answers, and the way to another one. A model is told by `name`, `name:precision` or a file. */
export interface ModelSwitching {
  /** Answers when the choice is written down; the library follows in the background. */
  choose(model: string): Promise<void>;
  /** The model that the library is being embedded with, by its key. */
  readonly nextKey: string | undefined;
  status(): ModelSwitch | null;
  /** Resolves when no switch is under way; rejects with the reason when it cannot go on. */
  settled(): Promise<void>;
}

/** The rooms of a running engine, as its handlers use them. */
export interface Parts {
  readonly libraryFolder: string;
  readonly live: boolean;
  readonly paths: LibraryPaths;
  readonly db: Database;
  /** Of the model that answers. A switch replaces them, so a request asks once and keeps what it got. */
  readonly current: () => ModelRooms;
  readonly modelSwitch: ModelSwitching;
  readonly models: ModelStore;
  readonly search: PhotoSearch;
  readonly smartAlbums: SmartAlbums;
  readonly labelUpkeep: LabelUpkeep;
  readonly metadataUpkeep: MetadataUpkeep;
  readonly duplicateUpkeep: DuplicateUpkeep;
  readonly mirrorUpkeep: MirrorUpkeep;
  readonly feed: ChangeFeed;
  readonly reconciler: Reconciler;
  readonly folders: FollowedFolders;
  readonly indexer: Indexer;
  readonly meter: ProgressMeter;
  readonly pace: Pace;
  readonly vanished: HeldVanished;
  /** Photos to be indexed, of these folders or of all: those of folders that are away or rest are not. */
  readonly countWaiting: (folders?: readonly FolderId[]) => number;
  readonly notices: NoticeBoard;
  readonly catalogCare: CatalogCare;
  readonly indexingControl: IndexingControl;
  readonly thumbnailPath: (fingerprint: string) => string;
  readonly viewPlaces: ViewPlaces;
  readonly exportFiles: ExportFiles;
}
