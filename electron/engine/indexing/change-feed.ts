import type { EngineEvent, EventListener } from "../../contract/events.ts";
import type { PhotoChange } from "../../contract/events.ts";
import type { Folder } from "../../contract/folder.ts";
import type { IndexingChoice, LibraryNotice } from "../../contract/library.ts";
import type { ModelList } from "../../contract/model.ts";
import type { Progress } from "../../contract/progress.ts";
import { inBackground } from "../support/in-background.ts";
import { Throttle } from "../support/throttle.ts";

/** A screen shows no more, and a client that falls behind gets fewer, larger messages. */
const EVERY_MS = 100;
const MAX_CHANGES = 500;

/** A download or a switch of models is a matter of minutes. */
const MODELS_EVERY_MS = 250;
/** Hundreds of XMP files a second may be waiting. */
const MIRROR_EVERY_MS = 250;
/** While a library is compared for the first time, there are more groups many times a second. */
const DUPLICATES_EVERY_MS = 1_000;

/** After these, tags may have other numbers of photos; what is imported is reported by itself. */
const COUNTED: ReadonlySet<PhotoChange["kind"]> = new Set([
  "tagged",
  "missing",
  "returned",
  "moved",
  "removed",
]);

/** What happens in the engine, gathered into events and handed to whoever listens. */
export class ChangeFeed implements Disposable {
  readonly #listeners = new Set<EventListener>();
  readonly #throttle = new Throttle(EVERY_MS, () => this.#flush());
  readonly #modelThrottle = new Throttle(MODELS_EVERY_MS, () => this.#flushModels());
  readonly #mirrorThrottle = new Throttle(MIRROR_EVERY_MS, () =>
    this.#emit({ name: "mirror.changed", payload: {} }),
  );
  readonly #duplicateThrottle = new Throttle(DUPLICATES_EVERY_MS, () =>
    this.#emit({ name: "duplicate.changed", payload: {} }),
  );
  #changes: PhotoChange[] = [];
  #isClosed = false;
  #readModels: (() => Promise<ModelList>) | undefined;
  #readProgress: (() => Progress) | undefined;
  #isHistoryNew = false;
  #areAlbumsNew = false;
  #areTagsNew = false;

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(change: PhotoChange): void {
    this.#changes.push(change);
    this.#areTagsNew ||= COUNTED.has(change.kind);
    this.#throttle.request();
  }

  /** `read` is called when the event goes out, so that counting happens as often as anybody sees it. */
  reportProgress(read: () => Progress): void {
    this.#readProgress = read;
    this.#throttle.request();
  }

  /** The journal has another entry, or one was undone or redone. */
  reportHistory(): void {
    this.#isHistoryNew = true;
    this.#throttle.request();
  }

  /** There are other tags, or other photos have them. */
  reportTags(): void {
    this.#areTagsNew = true;
    this.#throttle.request();
  }

  /** There are other albums, or they hold other photos. */
  reportAlbums(): void {
    this.#areAlbumsNew = true;
    this.#throttle.request();
  }

  /** Photos stand to their XMP files in another way, or more of them wait. */
  reportMirror(): void {
    if (!this.#isClosed) this.#mirrorThrottle.request();
  }

  /** Groups of duplicates came or went. */
  reportDuplicates(): void {
    if (!this.#isClosed) this.#duplicateThrottle.request();
  }

  reportNotices(notices: LibraryNotice[]): void {
    this.#emit({ name: "library.noticed", payload: { notices } });
  }

  reportIndexing(choice: IndexingChoice): void {
    this.#emit({ name: "indexing.changed", payload: choice });
  }

  reportFolders(folders: Folder[]): void {
    this.#emit({ name: "folder.changed", payload: { folders } });
  }

  /** `read` is called when the event goes out. */
  reportModels(read: () => Promise<ModelList>): void {
    if (this.#isClosed) return; // The list is read from rooms that are closing.
    this.#readModels = read;
    this.#modelThrottle.request();
  }

  /** Sends what has been gathered without waiting for its turn. */
  flush(): void {
    this.#throttle.flush();
  }

  [Symbol.dispose](): void {
    this.flush();
    this.#isClosed = true;
    this.#throttle[Symbol.dispose]();
    this.#modelThrottle[Symbol.dispose]();
    this.#mirrorThrottle[Symbol.dispose]();
    this.#duplicateThrottle[Symbol.dispose]();
  }

  #flush(): void {
    const changes = this.#changes;
    this.#changes = [];
    for (let start = 0; start < changes.length; start += MAX_CHANGES) {
      this.#emit({
        name: "photo.changed",
        payload: { changes: changes.slice(start, start + MAX_CHANGES) },
      });
    }
    if (this.#isHistoryNew) this.#emit({ name: "history.changed", payload: {} });
    this.#isHistoryNew = false;
    if (this.#areAlbumsNew) this.#emit({ name: "album.changed", payload: {} });
    this.#areAlbumsNew = false;
    if (this.#areTagsNew) this.#emit({ name: "tag.changed", payload: {} });
    this.#areTagsNew = false;
    const readProgress = this.#readProgress;
    this.#readProgress = undefined;
    if (readProgress) this.#emit({ name: "indexing.progress", payload: readProgress() });
  }

  #flushModels(): void {
    const read = this.#readModels;
    this.#readModels = undefined;
    if (!read) return;
    const send = async (): Promise<void> => {
      const payload = await read();
      if (!this.#isClosed) this.#emit({ name: "model.changed", payload });
    };
    inBackground("list the models", send());
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
