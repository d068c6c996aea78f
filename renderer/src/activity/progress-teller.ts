import type { Progress } from "../../../electron/contract/progress.ts";
import { say } from "../messages/say.ts";
import { isBusy, isIndexing } from "./describe-activity.ts";

export interface ProgressTellerOptions {
  /** The photos of the library as the engine counts them now. */
  readonly countPhotos: () => Promise<number>;
  readonly tell: (text: string) => void;
}

/** Tells screen readers that indexing began, and with how many photos it ended. */
export class ProgressTeller {
  readonly #options: ProgressTellerOptions;
  #isTold = false;

  constructor(options: ProgressTellerOptions) {
    this.#options = options;
  }

  /**
   * A walk of the folders that finds nothing is no news. Progress comes at once and counts a moment later, so the end
   * waits for the count; failing to get it is no news either.
   */
  async notice(progress: Progress): Promise<void> {
    if (!this.#isTold && isIndexing(progress)) {
      this.#isTold = true;
      this.#options.tell(say("activity.announce.start"));
    } else if (this.#isTold && !isBusy(progress)) {
      this.#isTold = false;
      await this.#tellEnd();
    }
  }

  async #tellEnd(): Promise<void> {
    const count = await this.#options.countPhotos().catch(() => undefined);
    if (count === undefined || this.#isTold) return;
    this.#options.tell(say("activity.announce.end", { count }));
  }
}
