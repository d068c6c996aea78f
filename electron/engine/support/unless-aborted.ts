import { LibraryError } from "../../contract/errors.ts";

/** Waits for `work` no longer than until the signal; then rejects with `cancelled`, and what becomes of `work` is nobody's. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(new LibraryError("cancelled", "It was ended before it was done."));
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
