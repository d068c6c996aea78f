import type { Transport } from "../../../electron/contract/client.ts";

const ASK_AGAIN_MS = 1_000;

/**
 * Whether the engine answers. A bridge may say that it is away, and so does a request that fails; from
 * then on the engine is asked until it answers.
 */
export class ConnectionState {
  isLost = $state(false);
  /** It will not be started again by itself. */
  isEnded = $state(false);
  readonly #listeners = new Set<() => void>();
  #asking: ReturnType<typeof setTimeout> | undefined;
  #ask: (() => Promise<boolean>) | undefined;

  /** The same transport, with its failures seen. */
  watch(transport: Transport): Transport {
    this.#ask = async () => (await transport.send("library.status", {})).ok;
    return {
      subscribe: (listener) => transport.subscribe(listener),
      send: async (name, input) => {
        const reply = await transport.send(name, input);
        if (!reply.ok && reply.error.code === "engine-unavailable") this.lose();
        return reply;
      },
    };
  }

  /** Calls back each time that the engine is there again; what is shown may be out of date then. */
  onBack(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  lose(): void {
    this.isLost = true;
    if (this.isEnded) return;
    this.#asking ??= setTimeout(() => void this.#askAgain(), ASK_AGAIN_MS);
  }

  /** The engine was given up; asking it is no use. */
  end(): void {
    this.isLost = true;
    this.isEnded = true;
    clearTimeout(this.#asking);
    this.#asking = undefined;
  }

  found(): void {
    clearTimeout(this.#asking);
    this.#asking = undefined;
    this.isEnded = false;
    if (!this.isLost) return;
    this.isLost = false;
    for (const listener of this.#listeners) listener();
  }

  async #askAgain(): Promise<void> {
    this.#asking = undefined;
    if (!this.isLost) return;
    if (await this.#ask?.()) this.found();
    else this.lose();
  }
}
