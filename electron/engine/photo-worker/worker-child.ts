import { spawn, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { providerEnvironment } from "../inference/providers/provider-environment.ts";
import { entryUrl } from "../support/entry-url.ts";
import type {
  WorkerCall,
  WorkerNote,
  WorkerOrder,
  WorkerReply,
  WorkerSettings,
} from "./messages.ts";

/** Long enough to end by itself; whoever ends the app is waiting. */
const GRACE_MS = 3000;

export interface ChildListener {
  onReply(reply: WorkerReply): void;
  onNote(note: WorkerNote): void;
  /** Once, however it ended. */
  onEnd(): void;
}

/** One life of the photo worker's process. */
export class WorkerChild {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(settings: WorkerSettings, listener: ChildListener) {
    const entry = entryUrl(new URL("./photo-worker-process.ts", import.meta.url));
    this.#process = spawn(process.execPath, [fileURLToPath(entry)], {
      env: childEnvironment(),
      // Standard output carries results alone, so whatever a native library prints goes to the log.
      stdio: ["ignore", process.stderr.fd, process.stderr.fd, "ipc"],
      serialization: "advanced",
      windowsHide: true,
    });
    this.#ended = ended(this.#process);
    void this.#ended.then(() => listener.onEnd());
    this.#process.on("message", (message: WorkerReply | WorkerNote) => {
      if ("note" in message) listener.onNote(message);
      else listener.onReply(message);
    });
    this.#post({ kind: "start", settings });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(id: number, call: WorkerCall): void {
    this.#post({ kind: "call", id, call });
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  /** It ends when its connection does; killed where it does not. */
  async close(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    const timer = setTimeout(() => this.kill(), GRACE_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  /** A message that cannot be delivered is one to a process whose end is about to be reported. */
  #post(order: WorkerOrder): void {
    if (this.#process.connected) this.#process.send(order, () => {});
  }
}

/** A process that could not be spawned reports "error" and never "exit". */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
}

function childEnvironment(): NodeJS.ProcessEnv {
  return {
    ...providerEnvironment(),
    // Decoding runs in libuv's threads, and so does reading files: neither may wait for the other.
    UV_THREADPOOL_SIZE: String(Math.max(4, 2 * availableParallelism())),
    // glibc keeps a heap for each thread, and what libvips frees stays there: 500 MB after 3000 photos
    // and growing, against 320 MB and level with two. It costs no time; other systems ignore it.
    MALLOC_ARENA_MAX: "2",
    // What the shell gives the engine for the same reason, for engines that it did not start.
    MALLOC_TRIM_THRESHOLD_: "131072",
    MALLOC_MMAP_THRESHOLD_: "131072",
  };
}
