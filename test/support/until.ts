import { setTimeout as delay } from "node:timers/promises";

/** Waits for a condition, asking every few milliseconds; fails with `what` when the deadline passes. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  withinMs = 45_000,
): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > deadlineMs)
      throw new Error(`waited ${withinMs} ms in vain for: ${what}`);
    await delay(10);
  }
}
