import { setImmediate as yieldToOthers } from "node:timers/promises";

/** Work on the thread that answers questions, in steps: it goes on after each `yield` when others had their turn. */
export type Steps<R> = Generator<undefined, R>;

/** The end of the steps; rejects with the signal's reason between two of them. */
export async function inTurns<R>(steps: Steps<R>, signal?: AbortSignal): Promise<R> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    await yieldToOthers();
  }
}
