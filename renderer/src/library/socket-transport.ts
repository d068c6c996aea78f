import type { Reply, Transport } from "../../../electron/contract/client.ts";
import type { EngineEvent, EventListener } from "../../../electron/contract/events.ts";
import {
  PROTOCOL,
  type ClientMessage,
  type EngineMessage,
} from "../../../electron/contract/messages.ts";
import { RequestChannel } from "../../../electron/contract/request-channel.ts";
import type { RequestName } from "../../../electron/contract/requests.ts";

/** Doubles up to this, so that an engine that is away for hours is not asked for all the time. */
const LONGEST_WAIT_MS = 10_000;
const FIRST_WAIT_MS = 250;

export interface SocketOptions {
  readonly url: string;
  readonly token: string;
  /** After each hello that the engine answered, with the secret of `/media/`. */
  readonly onopen: (media: string | undefined) => void;
  readonly onlost: () => void;
}

/** Requests over a WebSocket that opens again by itself when it closes. */
export class SocketTransport implements Transport {
  readonly #options: SocketOptions;
  readonly #listeners = new Set<EventListener>();
  #channel: RequestChannel | undefined;
  #failures = 0;
  #socket: WebSocket | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #opened = Promise.withResolvers<undefined>();

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#connect();
  }

  /** Before the first welcome requests wait; later, while the engine is away, they fail at once. */
  async send(name: RequestName, input: unknown): Promise<Reply> {
    await this.#opened.promise;
    return this.#channel?.send(name, input) ?? unavailable;
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Closes the connection for good. */
  [Symbol.dispose](): void {
    clearTimeout(this.#waiting);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #connect(): void {
    const socket = new WebSocket(this.#options.url);
    this.#socket = socket;
    const post = (message: ClientMessage): void => socket.send(JSON.stringify(message));
    const channel = new RequestChannel(post);
    channel.subscribe((event) => this.#emit(event));
    socket.addEventListener("open", () => {
      post({ kind: "hello", protocol: PROTOCOL, token: this.#options.token });
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(String(data)) as EngineMessage;
      if (message.kind === "welcome") this.#welcome(channel, message.media);
      else channel.receive(message);
    });
    socket.addEventListener("close", () => {
      channel.close();
      if (this.#socket === socket) this.#lose();
    });
  }

  #welcome(channel: RequestChannel, media: string | undefined): void {
    this.#channel = channel;
    this.#failures = 0;
    this.#options.onopen(media);
    this.#opened.resolve(undefined);
  }

  #lose(): void {
    this.#channel = undefined;
    this.#options.onlost();
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++);
    this.#waiting = setTimeout(() => this.#connect(), waitMs);
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

const unavailable: Reply = {
  ok: false,
  error: { code: "engine-unavailable", message: "The connection to the engine has ended." },
};
