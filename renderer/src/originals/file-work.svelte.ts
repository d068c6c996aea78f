import type { FileProblem } from "../../../electron/contract/originals.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** What one request did. */
export interface Portion {
  readonly done: number;
  readonly problems: readonly FileProblem[];
}

/** Small enough that progress moves and a stop is soon. */
const PHOTOS_AT_ONCE = 10;

/** Something that is done with the files of many photos, a few at a time, until it is done or stopped. */
export class FileWork {
  done = $state(0);
  isRunning = $state(false);
  problems = $state.raw<readonly FileProblem[]>([]);
  #isStopped = false;

  /** Rejects with what would keep every further photo from being done, such as a full disk. */
  async run(ids: readonly PhotoId[], work: (photos: PhotoId[]) => Promise<Portion>): Promise<void> {
    this.isRunning = true;
    this.#isStopped = false;
    try {
      for (let at = 0; at < ids.length; at += PHOTOS_AT_ONCE) {
        if (this.#hasBeenStopped()) return;
        const { done, problems } = await work(ids.slice(at, at + PHOTOS_AT_ONCE));
        this.done += done;
        this.problems = [...this.problems, ...problems];
      }
    } finally {
      this.isRunning = false;
    }
  }

  #hasBeenStopped(): boolean {
    return this.#isStopped;
  }

  /** What is under way ends; nothing further is begun. */
  stop(): void {
    this.#isStopped = true;
  }
}
