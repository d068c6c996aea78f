import type { Reply, Transport } from "../../electron/contract/client.ts";
import type { EngineEvent, EventListener } from "../../electron/contract/events.ts";
import type { Caller, RequestName } from "../../electron/contract/requests.ts";

type Answer = (input: unknown) => Reply | Promise<Reply>;

/** Stands for an engine at the contract's seam: answers from a table and emits what the test says. */
export class FakeEngine {
  readonly asked: { callers: readonly Caller[]; name: RequestName; input: unknown }[] = [];
  readonly #answers: Partial<Record<RequestName, Answer>>;
  readonly #listeners = new Set<EventListener>();

  constructor(answers: Partial<Record<RequestName, Answer>> = {}) {
    this.#answers = answers;
  }

  get subscribers(): number {
    return this.#listeners.size;
  }

  connect(callers: readonly Caller[]): Transport {
    return {
      send: async (name, input) => {
        this.asked.push({ callers, name, input });
        return (await this.#answers[name]?.(input)) ?? ok({});
      },
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export function ok(value: unknown): Reply {
  return { ok: true, value };
}

export function progress(done: number): EngineEvent {
  return {
    name: "indexing.progress",
    payload: { scanning: 0, done, total: 10, failed: 0, perSecond: 0 },
  };
}
