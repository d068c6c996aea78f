/**
 * @file Decodes one file as indexing does, in a process that does nothing else, and prints what it took.
 */
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { indexingSize } from "../../../electron/engine/imaging/target-size.ts";
import { peakBytes } from "../../support/peak-memory.ts";

const startBytes = process.memoryUsage.rss();
const startMs = performance.now();
const outcome = await decodePhoto(process.argv[2]!, (original) => indexingSize(original, 256)).then(
  ({ widthPx, heightPx }) => `${widthPx} × ${heightPx}`,
  (error: unknown) => (error as Error).message,
);
const tookMs = Math.round(performance.now() - startMs);
const [peak, after] = [peakBytes() ?? 0, process.memoryUsage.rss()];
console.log(JSON.stringify({ outcome, tookMs, startBytes, peakBytes: peak, afterBytes: after }));
