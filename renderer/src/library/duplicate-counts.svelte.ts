import type { Client } from "../../../electron/contract/client.ts";
import type { DuplicateCounts } from "../../../electron/contract/duplicates.ts";
import { Throttle } from "./throttle.ts";

const REFRESH_MS = 500;

/** How many groups of duplicates wait for a decision. Inside of an effect root, while which it follows what happens. */
export class DuplicateCountState {
  current = $state.raw<DuplicateCounts>({ kinds: [], waiting: 0 });
  readonly #throttle: Throttle;

  constructor(client: Client<"renderer">) {
    this.#throttle = new Throttle(REFRESH_MS, async () => {
      this.current = await client.request("duplicate.counts", {});
    });
    $effect(() => {
      this.#throttle.run();
      return client.subscribe(({ name }) => {
        if (name === "duplicate.changed" || name === "history.changed") this.#throttle.run();
      });
    });
  }

  /** Of copies, which are there to be decided about; a burst need not be. */
  get copies(): number {
    return this.current.kinds
      .filter(({ kind }) => kind !== "bursts")
      .reduce((sum, { groups }) => sum + groups, 0);
  }
}
