import { say } from "../messages/say.ts";

export interface ProgressTellerOptions {
  /** The photos of the library as the engine counts them now. */
  readonly countPhotos: () => Promise<number>;
  readonly tell: (text: string) => void;
}

/** Tells screen readers that indexing began, and with how many photos it ended. */
export class ProgressTeller {
  readonly #options: ProgressTellerOptions;
  #isBusy = false;

  constructor(options: ProgressTellerOptions) {
    this.#options = options;
  }

  /** Progress comes at once and counts a moment later, so the end waits for the count; failing to get it is no news. */
  async notice(isBusy: boolean): Promise<void> {
    if (isBusy === this.#isBusy) return;
    this.#isBusy = isBusy;
    if (isBusy) {
      this.#options.tell(say("activity.announce.start"));
      return;
    }
    const count = await this.#options.countPhotos().catch(() => undefined);
    if (count === undefined || this.#isBusy) return;
    this.#options.tell(say("activity.announce.end", { count }));
  }
}
