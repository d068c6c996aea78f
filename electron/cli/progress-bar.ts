import { Presets, SingleBar } from "cli-progress";
import type { Client } from "../contract/client.ts";

/** Draws indexing progress on standard error until disposed; nothing where that is no terminal. */
export function showProgress(client: Client<"cli">): Disposable {
  if (!process.stderr.isTTY) return { [Symbol.dispose]: () => {} };
  const bar = new SingleBar(
    {
      format: "Indexing {bar} {value} of {total} photos, {perSecond} a second",
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(0, 0, { perSecond: 0 });
  const unsubscribe = client.subscribe((event) => {
    if (event.name !== "indexing.progress") return;
    const { done, total, perSecond } = event.payload;
    bar.setTotal(total);
    bar.update(done, { perSecond: Math.round(perSecond) });
  });
  return {
    [Symbol.dispose]() {
      unsubscribe();
      bar.stop();
    },
  };
}
