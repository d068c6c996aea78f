import { SvelteSet } from "svelte/reactivity";
import { LoadQueue } from "./layout/load-queue.ts";

/** A browser opens few connections to one host; more would queue without an order. */
const MOST_LOADS = 12;
const SLOWED_MS = 80;

/** Which thumbnails may load now. Keys are fingerprints. */
export class Thumbnails {
  readonly #granted = new SvelteSet<string>();
  readonly #queue = new LoadQueue(MOST_LOADS, {
    grant: (key) => this.#granted.add(key),
    revoke: (key) => this.#granted.delete(key),
  });
  #slowing: ReturnType<typeof setTimeout> | undefined;

  isGranted(key: string): boolean {
    return this.#granted.has(key);
  }

  /** It was on the screen before, so the browser has it at hand. */
  isAtHand(key: string): boolean {
    return this.#queue.hasSettled(key);
  }

  /** In the order in which they are needed; `inPage` are those of all tiles that are drawn. */
  want(keys: readonly string[], inPage: readonly string[]): void {
    this.#queue.want(keys, inPage);
  }

  settle(key: string): void {
    this.#queue.settle(key);
  }

  /** The grid flies past: load nothing until it slows down. */
  pauseBriefly(): void {
    this.#queue.pause(true);
    clearTimeout(this.#slowing);
    this.#slowing = setTimeout(() => this.#queue.pause(false), SLOWED_MS);
  }
}
