import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "./catalog/database.ts";
import { refreshNextTexts } from "./catalog/photo-text.ts";
import { getSetting, setSetting } from "./catalog/settings.ts";
import type { ResolvedModel } from "./inference/resolve-model.ts";

/** A few milliseconds of work between which questions are answered. */
const AT_ONCE = 100;

/** Bare words find labels; those of another model are written photo by photo, and go on after a restart. */
export class TextRefresh {
  readonly #db: Database;
  #running: { readonly key: string; readonly ended: Promise<void> } | undefined;
  #isStopped = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A library that never had another model has the words of this one. */
  expect({ key }: ResolvedModel): void {
    if (getSetting(this.#db, "text-model") === undefined) setSetting(this.#db, "text-model", key);
  }

  run(model: ResolvedModel): Promise<void> {
    if (this.#running?.key === model.key) return this.#running.ended;
    const before = this.#running?.ended;
    const ended = this.#refresh(model, before).finally(() => {
      if (this.#running?.ended === ended) this.#running = undefined;
    });
    this.#running = { key: model.key, ended };
    return ended;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #refresh({ key, labelThreshold }: ResolvedModel, before?: Promise<void>): Promise<void> {
    await before;
    if (getSetting(this.#db, "text-model") === key) return;
    let after: number | undefined = 0;
    while (after !== undefined) {
      if (this.#isStopped || this.#running?.key !== key) return;
      after = refreshNextTexts(this.#db, after, { modelKey: key, labelThreshold, limit: AT_ONCE });
      await nextTurn();
    }
    setSetting(this.#db, "text-model", key);
  }
}
