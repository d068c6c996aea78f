import type { Reply, Transport } from "./client.ts";
import type { EngineEvent, EventListener } from "./events.ts";
import type { ClientMessage, EngineMessage } from "./messages.ts";
import type { RequestName } from "./requests.ts";

/**
 * Pairs replies with the requests that wait for them, over any connection that carries messages.
 * The owner of the connection calls {@link receive} for what arrives and {@link close} when it ends.
 */
export class RequestChannel implements Transport {
  readonly #post: (message: ClientMessage) => void;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #listeners = new Set<EventListener>();
  #lastId = 0;
  #closed = false;

  constructor(post: (message: ClientMessage) => void) {
    this.#post = post;
  }

  send(name: RequestName, input: unknown): Promise<Reply> {
    if (this.#closed) return Promise.resolve(unavailable);
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ kind: "request", id, name, input });
    });
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  receive(message: EngineMessage): void {
    if (message.kind === "event") this.#emit(message.event);
    if (message.kind !== "reply") return;
    this.#waiting.get(message.id)?.(message.reply);
    this.#waiting.delete(message.id);
  }

  /** Everything still waiting fails with `engine-unavailable`, and so does every later request. */
  close(): void {
    this.#closed = true;
    for (const resolve of this.#waiting.values()) resolve(unavailable);
    this.#waiting.clear();
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

const unavailable: Reply = {
  ok: false,
  error: { code: "engine-unavailable", message: "The connection to the engine has ended." },
};
