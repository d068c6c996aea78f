import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "./catalog/database.ts";
import { beginSums, sumNext, type SummedFamilies } from "./catalog/label-sums.ts";
import { refreshStaleTexts, type TextOptions } from "./catalog/photo-text.ts";
import { inBackground } from "./support/in-background.ts";

/** Photos between two looks at what else is asked: some ten milliseconds. */
const SUMS_AT_ONCE = 200;
const TEXTS_AT_ONCE = 100;

/** What searches and verdicts leave to be written afterwards. It goes on where an earlier run stopped. */
export class LabelUpkeep implements Disposable {
  readonly #db: Database;
  readonly #text: TextOptions;
  #summing: string | undefined;
  #isRefreshing = false;
  #isStopped = false;

  constructor(db: Database, text: TextOptions) {
    this.#db = db;
    this.#text = text;
  }

  /** Sums the labels of photos that were indexed before there were sums of these families. */
  makeSums(families: SummedFamilies | undefined): void {
    if (!families || this.#isStopped || this.#summing === families.modelKey) return;
    this.#summing = families.modelKey;
    inBackground("sum the labels of families", this.#makeSums(families));
  }

  /** Writes the words of photos that were judged: the first at once, the others in the background. */
  refreshTexts(): void {
    if (this.#isRefreshing || this.#refreshSome() < TEXTS_AT_ONCE) return;
    this.#isRefreshing = true;
    inBackground("write the words of judged photos", this.#refreshTexts());
  }

  [Symbol.dispose](): void {
    this.#isStopped = true;
  }

  async #makeSums(families: SummedFamilies): Promise<void> {
    const { modelKey } = families;
    const isCurrent = () => !this.#isStopped && this.#summing === modelKey;
    try {
      // Not while the search that found them missing is under way.
      await nextTurn();
      if (isCurrent()) beginSums(this.#db, families);
      while (isCurrent() && sumNext(this.#db, modelKey, SUMS_AT_ONCE)) await nextTurn();
    } finally {
      if (this.#summing === modelKey) this.#summing = undefined;
    }
  }

  async #refreshTexts(): Promise<void> {
    try {
      do await nextTurn();
      while (!this.#isStopped && this.#refreshSome() > 0);
    } finally {
      this.#isRefreshing = false;
    }
  }

  #refreshSome(): number {
    const { modelKey, labelThreshold } = this.#text;
    return refreshStaleTexts(this.#db, { modelKey, labelThreshold, limit: TEXTS_AT_ONCE });
  }
}
