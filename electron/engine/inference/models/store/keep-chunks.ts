import type { Readable } from "node:stream";

/** A disk that is slower than the network makes it wait; these are a few megabytes. */
const MOST_WAITING = 64;

/**
 * The chunks of a body in their order. When the connection breaks, everything that arrived comes before the error,
 * so that the next try can go on behind it; a stream by itself drops what nobody has read yet. It must be called at
 * once, before the body can break.
 */
export function keepChunks(body: Readable): AsyncIterable<Buffer> {
  const waiting: Buffer[] = [];
  let failure: Error | undefined;
  let hasEnded = false;
  let wake = (): void => {};
  body.on("data", (chunk: Buffer) => {
    if (waiting.push(chunk) >= MOST_WAITING) body.pause();
    wake();
  });
  body.on("error", (error: Error) => (failure = error));
  for (const end of ["error", "end", "close"]) {
    body.on(end, () => {
      hasEnded = true;
      wake();
    });
  }
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const chunk = waiting.shift();
          if (chunk) yield chunk;
          else if (hasEnded) break;
          else {
            body.resume();
            await new Promise<void>((resolve) => (wake = resolve));
          }
        }
        if (failure) throw failure;
      } finally {
        body.destroy();
      }
    },
  };
}
