import { LibraryError } from "../../contract/errors.ts";

interface Running {
  readonly question: string;
  readonly controller: AbortController;
}

/** More windows than anybody opens. */
const MOST_SESSIONS = 100;

/** Who asks anew does not wait for the old answer: a session has one question at a time. */
export class Sessions {
  readonly #running = new Map<string, Running>();

  /** Ends the session's earlier question with `cancelled`; another page of the same one goes on beside it. */
  begin(session: string, question: string): AbortSignal {
    const running = this.#running.get(session);
    if (running?.question === question) return running.controller.signal;
    running?.controller.abort(
      new LibraryError("cancelled", "Superseded by a later question of the same session."),
    );
    const controller = new AbortController();
    this.#running.delete(session);
    this.#running.set(session, { question, controller });
    if (this.#running.size > MOST_SESSIONS) this.#running.delete([...this.#running.keys()][0]!);
    return controller.signal;
  }
}

/** The work's answer; rejects with the signal's reason as soon as it is aborted. */
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason as Error);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    aborted.catch(() => {}); // Whoever waits has the work's own rejection.
  }
}
