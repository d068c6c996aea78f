import { setTimeout as delay } from "node:timers/promises";
import type { Reply, Transport } from "../contract/client.ts";
import type { WireError } from "../contract/errors.ts";
import type { EngineEvent, EventListener } from "../contract/events.ts";
import type { ClientMessage, EngineMessage } from "../contract/messages.ts";
import { RequestChannel } from "../contract/request-channel.ts";
import type { RequestName } from "../contract/requests.ts";
import type { EngineState } from "../contract/shell.ts";

/** Five restarts in a row without a minute's life: starting it once more would not help. */
const MAX_RESTARTS = 5;
const HEALTHY_AFTER_MS = 60_000;
const FIRST_PAUSE_MS = 250;
/** The engine finishes the photo in hand and closes the catalog in about a second. */
const STOP_GRACE_MS = 8_000;

/** The part of a ChildProcess that the host stands on. */
export interface EngineProcess {
  readonly connected: boolean;
  send(message: ClientMessage, onSent: (error: Error | null) => void): boolean;
  kill(signal: "SIGKILL"): boolean;
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "exit" | "error", listener: () => void): unknown;
}

export interface EngineHostOptions {
  /** `setAside`: the path of a photo that the engine is not to open. */
  start(setAside?: string): EngineProcess;
  onState(state: EngineState): void;
  /** The engine says why it cannot open the library; it is not started again. */
  onRefused(error: WireError): void;
  /** The engine keeps ending and is not started again; `reading` is the path of the photo that it began last. */
  onGivenUp(reading: string | undefined): void;
  /** Tests pass ones that do not take their time. */
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
  readonly stopGraceMs?: number;
}

/** One life of the engine. */
interface Life {
  readonly process: EngineProcess;
  readonly channel: RequestChannel;
  readonly startedAtMs: number;
  readonly ended: Promise<void>;
}

/**
 * Keeps one engine process alive and speaks with whichever lives.
 *
 * [Note: Why a plain Node process] sharp's libraries collide with Electron's own on Linux
 * (lovell/sharp#4525), onnxruntime has aborted inside Electron (microsoft/onnxruntime#29763), and V8's
 * memory cage there forbids the buffers that native modules hand out. In plain Node all of them are what
 * their authors test, and a crash in native code never takes the window with it.
 */
export class EngineHost implements Transport, AsyncDisposable {
  readonly #options: EngineHostOptions;
  readonly #listeners = new Set<EventListener>();
  #life: Life | undefined;
  #restarts = 0;
  /** The photo that the engine began last, as it says with its progress. */
  #reading: string | undefined;
  #setAside: string | undefined;
  #isStopping = false;
  #isRefused = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
    this.#launch();
  }

  /** Between two lives every request fails at once; during a start it waits for the engine. */
  send(name: RequestName, input: unknown): Promise<Reply> {
    return this.#life?.channel.send(name, input) ?? Promise.resolve(unavailable);
  }

  /** Survives restarts. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** After it was given up; without the file at `setAside`, a path. */
  startAgain(setAside?: string): void {
    if (this.#life) return;
    this.#restarts = 0;
    this.#setAside = setAside;
    this.#options.onState("restarting");
    this.#launch();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopping = true;
    const life = this.#life;
    if (!life) return;
    if (life.process.connected) life.process.send({ kind: "stop" }, ignoreBrokenPipe);
    const patience = new AbortController();
    const isOver = await Promise.race([
      life.ended.then(() => true),
      delay(this.#options.stopGraceMs ?? STOP_GRACE_MS, false, { signal: patience.signal }).catch(
        () => true,
      ),
    ]);
    patience.abort();
    if (!isOver) life.process.kill("SIGKILL");
    await life.ended;
  }

  #launch(): void {
    if (this.#isStopping) return;
    const life = this.#startLife();
    this.#life = life;
    void life.ended.then(() => this.#afterEnd(life));
  }

  #startLife(): Life {
    const process = this.#options.start(this.#setAside);
    const channel = new RequestChannel((message) => {
      if (process.connected) process.send(message, ignoreBrokenPipe);
    });
    channel.subscribe((event) => this.#emit(event));
    process.on("message", (message) => this.#receive(channel, message as EngineMessage));
    // A process that could not be started reports "error" and may never report "exit".
    const ended = new Promise<void>((resolve) => {
      process.on("exit", () => resolve());
      process.on("error", () => resolve());
    });
    return { process, channel, startedAtMs: this.#nowMs(), ended };
  }

  #receive(channel: RequestChannel, message: EngineMessage): void {
    if (message.kind === "welcome") {
      this.#setAside = undefined;
      this.#options.onState("running");
    }
    if (message.kind === "event" && message.event.name === "indexing.progress")
      this.#reading = message.event.payload.path;
    if (message.kind === "refused") {
      this.#isRefused = true;
      this.#options.onRefused(message.error);
    }
    channel.receive(message);
  }

  async #afterEnd({ channel, startedAtMs }: Life): Promise<void> {
    this.#life = undefined;
    channel.close();
    if (this.#isStopping) return;
    if (this.#nowMs() - startedAtMs >= HEALTHY_AFTER_MS) this.#restarts = 0;
    const isGivenUp = !this.#isRefused && this.#restarts >= MAX_RESTARTS;
    this.#options.onState(isGivenUp || this.#isRefused ? "ended" : "restarting");
    if (isGivenUp) this.#options.onGivenUp(this.#reading);
    if (isGivenUp || this.#isRefused) return;
    await (this.#options.wait ?? delay)(FIRST_PAUSE_MS * 2 ** this.#restarts);
    this.#restarts += 1;
    this.#launch();
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #nowMs(): number {
    return (this.#options.now ?? performance.now.bind(performance))();
  }
}

/** A message that meets a process in its last moments is lost with it, which "exit" reports. */
function ignoreBrokenPipe(): void {}

const unavailable: Reply = {
  ok: false,
  error: { code: "engine-unavailable", message: "The engine is being started again." },
};
