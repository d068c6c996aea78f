import { Worker } from "node:worker_threads";
import { LibraryError } from "../../../contract/errors.ts";
import { tell } from "../../../texts/tell.ts";
import { entryUrl } from "../../support/entry-url.ts";
import type { RawImage } from "../sharp.ts";

/** The WebAssembly decoder takes 1 s for 12 MP; this leaves room for a slow machine and 48 MP. */
const TIMEOUT_MS = 20_000;

/**
 * Decodes HEVC pictures, which sharp's own libheif may not.
 *
 * [Note: A thread for each HEIC] The decoder is WebAssembly: it blocks its thread for a second and its
 * memory only grows. In a thread of its own it blocks nobody, a deadline can end it, and its hundreds of
 * megabytes go back when the picture is done. Starting one costs 0.1 s.
 */
export async function decodeHeic(path: string): Promise<RawImage> {
  const thread = new Worker(entryUrl(new URL("./heic-thread.ts", import.meta.url)), {
    workerData: path,
    // The decoder prints every complaint; what matters of it comes as an error.
    stdout: true,
  });
  try {
    return await answerOf(thread, path);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, path: string): Promise<RawImage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `Expected the HEIC at ${path} to decode within ${TIMEOUT_MS / 1000} s but it did not`;
      reject(new LibraryError("decode-timeout", message, { why: tell("reading.timeout") }));
    }, TIMEOUT_MS);
    thread.once("message", (image: RawImage) => {
      clearTimeout(timer);
      resolve(image);
    });
    thread.once("error", (error: Error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
