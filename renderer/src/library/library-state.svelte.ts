import type { Client } from "../../../electron/contract/client.ts";
import type { EngineEvent, PhotoChange } from "../../../electron/contract/events.ts";
import type { Folder } from "../../../electron/contract/folder.ts";
import type { Counts, IndexingChoice, LibraryNotice } from "../../../electron/contract/library.ts";
import type { ModelSwitch } from "../../../electron/contract/model.ts";
import type { Progress } from "../../../electron/contract/progress.ts";
import type { TagCount } from "../../../electron/contract/tag.ts";
import { retell, type Retold } from "../messages/retell.ts";
import { folderTitle } from "./folder-title.ts";
import { Throttle } from "./throttle.ts";

const REFRESH_MS = 500;
/** Often enough that the engine, which steps back for a little longer, does not start between two of them. */
const STEP_BACK_MS = 1000;
const noCounts: Counts = {
  photos: 0,
  indexed: 0,
  failed: 0,
  missing: 0,
  untagged: 0,
  picked: 0,
  review: 0,
};
const idle: Progress = { scanning: 0, done: 0, total: 0, failed: 0, perSecond: 0 };

export type ChangesListener = (changes: readonly PhotoChange[]) => void;

/** What the whole window knows about the library: folders, counts, tags, progress. */
export class LibraryState {
  folders = $state.raw<readonly Folder[]>([]);
  counts = $state.raw<Counts>(noCounts);
  progress = $state.raw<Progress>(idle);
  tags = $state.raw<readonly TagCount[]>([]);
  model = $state("");
  modelNote = $state.raw<Retold>({ text: "", lang: undefined });
  switching = $state.raw<ModelSwitch | null>(null);
  indexing = $state.raw<IndexingChoice>({ isPaused: false, share: "full" });
  notices = $state.raw<readonly LibraryNotice[]>([]);
  isLoaded = $state(false);

  readonly #client: Client<"renderer">;
  readonly #listeners = new Set<ChangesListener>();
  readonly #throttle = new Throttle(REFRESH_MS, () => this.refresh());
  readonly #stepBack = new Throttle(STEP_BACK_MS, async () => {
    await this.#client.request("machine.stepBack", {});
  });

  constructor(client: Client<"renderer">) {
    this.#client = client;
    client.subscribe((event) => this.#receive(event));
  }

  /** What a folder is called among those of the library: "Trip", or "Trip — 2019" where there are two. */
  titleOf({ path }: { readonly path: string }): string {
    return folderTitle(
      path,
      this.folders.map((folder) => folder.path),
    );
  }

  /** The user scrolls or looks at a photo: indexing leaves the machine to that for a moment. */
  userIsBusy(): void {
    this.#stepBack.run();
  }

  /** Reads everything again; failures leave what is shown as it is. */
  async refresh(): Promise<void> {
    const [status, tags] = await Promise.all([
      this.#client.request("library.status", {}),
      this.#client.request("tag.list", {}),
    ]);
    this.folders = status.folders;
    this.counts = status.counts;
    this.progress = status.progress;
    this.model = status.model;
    this.modelNote = retell(status.modelNoteTold, status.modelNote);
    this.switching = status.switching;
    this.indexing = status.indexing;
    this.notices = status.notices;
    this.tags = tags;
    this.isLoaded = true;
  }

  refreshSoon(): void {
    this.#throttle.run();
  }

  /** Calls back with every batch of changed photos. */
  onChanges(listener: ChangesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #receive(event: EngineEvent): void {
    switch (event.name) {
      case "indexing.progress":
        this.progress = event.payload;
        break;
      case "folder.changed":
        this.folders = event.payload.folders;
        this.refreshSoon();
        break;
      case "photo.changed":
        for (const listener of this.#listeners) listener(event.payload.changes);
        this.refreshSoon();
        break;
      case "indexing.changed":
        this.indexing = event.payload;
        break;
      case "library.noticed":
        this.notices = event.payload.notices;
        break;
      case "album.changed":
      case "duplicate.changed":
      case "history.changed":
      case "mirror.changed":
      case "tag.changed":
        break; // Whoever shows them listens for it.
      case "model.changed":
        this.switching = event.payload.switching;
        this.refreshSoon();
        break;
    }
  }
}
