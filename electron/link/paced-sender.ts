import type { EngineMessage } from "../contract/messages.ts";

/** A page of 500 photos is about 300 KB: beyond a few of them unsent, the reader is slow. */
const SLOW_BYTES = 1024 * 1024;
/** Indexing 100,000 photos reports about 50 MB of changes: a reader this far behind has stopped reading. */
const LOST_BYTES = 256 * 1024 * 1024;

/** The part of a WebSocket that sending needs. */
export interface Outlet {
  readonly bufferedAmount: number;
  send(text: string, onSent: () => void): void;
  terminate(): void;
}

/** Sends everything in order, except that a slow reader gets only the newest report of progress. */
export class PacedSender {
  readonly #outlet: Outlet;
  #held: EngineMessage | undefined;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  send(message: EngineMessage): void {
    if (isProgress(message)) {
      this.#held = message;
      this.#sendHeld();
    } else if (message.kind === "event" && this.#outlet.bufferedAmount > LOST_BYTES) {
      this.#outlet.terminate();
    } else {
      this.#post(message);
    }
  }

  #post(message: EngineMessage): void {
    this.#outlet.send(JSON.stringify(message), () => this.#sendHeld());
  }

  #sendHeld(): void {
    if (this.#held === undefined || this.#outlet.bufferedAmount > SLOW_BYTES) return;
    const message = this.#held;
    this.#held = undefined;
    this.#post(message);
  }
}

function isProgress(message: EngineMessage): boolean {
  return message.kind === "event" && message.event.name === "indexing.progress";
}
