import type { EngineEvent } from "../contract/events.ts";
import { rememberCounts, rememberedCounts } from "./inference/counts-memory.ts";
import type { Execution } from "./inference/provider-choice.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import type { Pace } from "./indexing/pace.ts";
import type { ModelRooms } from "./model-rooms.ts";
import { inBackground } from "./support/in-background.ts";

/** A run of this length says that there is a library here for which the machine is worth measuring. */
const WORTH_IT = 200;

export interface CountsTunerOptions {
  readonly feed: ChangeFeed;
  readonly pace: Pace;
  readonly current: () => Pick<ModelRooms, "model" | "photoWorker">;
  /** Tests pass one that measures nothing. */
  readonly remeasure?: typeof remeasureCounts;
}

/** Measures this machine once, after the first long run of indexing with a model, when that is done. */
export class CountsTuner implements AsyncDisposable {
  readonly #options: CountsTunerOptions;
  readonly #end = new AbortController();
  readonly #unsubscribe: () => void;
  #tuning: Promise<void> | undefined;

  constructor(options: CountsTunerOptions) {
    this.#options = options;
    this.#unsubscribe = options.feed.subscribe((event) => this.#hear(event));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe();
    this.#end.abort();
    await this.#tuning?.catch(() => {}); // Told where it was begun.
  }

  #hear(event: EngineEvent): void {
    if (event.name !== "indexing.progress" || this.#tuning) return;
    const { scanning, done, total } = event.payload;
    const isOver = scanning === 0 && done === total;
    if (!isOver || done < WORTH_IT || this.#options.pace.power === "battery") return;
    this.#tuning = this.#tune().finally(() => (this.#tuning = undefined));
    inBackground("measure this machine", this.#tuning);
  }

  async #tune(): Promise<void> {
    const { model, photoWorker } = this.#options.current();
    const { execution } = await photoWorker.report();
    if (this.#end.signal.aborted || (await rememberedCounts(model, execution.provider))) return;
    using _ = this.#options.pace.hold();
    const remeasure = this.#options.remeasure ?? remeasureCounts;
    await remeasure({ model, photoWorker }, execution, this.#end.signal);
  }
}

/** Measures and remembers; the photo worker takes it up when it is between two photos. */
export async function remeasureCounts(
  { model, photoWorker }: Pick<ModelRooms, "model" | "photoWorker">,
  { provider }: Execution,
  signal?: AbortSignal,
): Promise<void> {
  // Native code comes with it, for what happens once on a machine.
  const { measureCounts } = await import("./photo-worker/measure-counts.ts");
  const counts = await measureCounts({ model, provider, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      if (signal?.aborted) return undefined;
      throw error;
    },
  );
  if (!counts) return;
  await rememberCounts(model, provider, counts);
  photoWorker.restart();
}
