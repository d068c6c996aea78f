import { setImmediate as turn } from "node:timers/promises";

/** Waits for a condition; a test that would wait for ever fails after `withinMs`. */
export async function waitUntil(isTrue: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > deadline)
      throw new Error(`waited ${withinMs} ms for ${isTrue.toString()}`);
    await turn();
  }
}
