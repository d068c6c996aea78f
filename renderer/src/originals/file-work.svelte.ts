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

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Part after part, as far as they are known or while they become known. Rejects with what would keep every further photo from being done, such as
   * a full disk.
   */
  async run(
    parts: Iterable<readonly PhotoId[]> | AsyncIterable<readonly PhotoId[]>,
    work: (photos: PhotoId[]) => Promise<Portion>,
  ): Promise<void> {
    this.isRunning = true;
    try {
      for await (const ids of parts) {
        for (let at = 0; at < ids.length && !this.isStopped; at += PHOTOS_AT_ONCE) {
          const { done, problems } = await work(ids.slice(at, at + PHOTOS_AT_ONCE));
          this.done += done;
          this.problems = [...this.problems, ...problems];
        }
        if (this.isStopped) return;
      }
    } finally {
      this.isRunning = false;
    }
  }

  /** What is under way ends; nothing further is begun. */
  stop(): void {
    this.#isStopped = true;
  }
}
