import type { IndexingChoice } from "../contract/library.ts";
import type { Database } from "./catalog/database.ts";
import { getSetting, setSetting } from "./catalog/settings.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import type { Pace } from "./indexing/pace.ts";

const USUAL: IndexingChoice = { isPaused: false, share: "full" };

export interface IndexingControlOptions {
  readonly db: Database;
  readonly feed: ChangeFeed;
  readonly pace: Pace;
  /** What is asked for on the command line is done at once and at full pace; the choice is for the app. */
  readonly live: boolean;
}

/** What the user wants of indexing, kept in the library and told to the pace. */
export class IndexingControl {
  readonly #options: IndexingControlOptions;

  constructor(options: IndexingControlOptions) {
    this.#options = options;
    if (options.live) options.pace.choose(this.choice);
  }

  get choice(): IndexingChoice {
    const kept = getSetting(this.#options.db, "indexing");
    return kept === undefined ? USUAL : (JSON.parse(kept) as IndexingChoice);
  }

  /** On the disk when this returns. */
  change(part: Partial<IndexingChoice>): IndexingChoice {
    const { db, feed, pace, live } = this.#options;
    const choice = { ...this.choice, ...part };
    db.durably(() => setSetting(db, "indexing", JSON.stringify(choice)));
    if (live) pace.choose(choice);
    feed.reportIndexing(choice);
    return choice;
  }
}
