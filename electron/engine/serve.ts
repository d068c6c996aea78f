import type { Reply, Transport } from "../contract/client.ts";
import { LibraryError, toWireError } from "../contract/errors.ts";
import type { EventListener } from "../contract/events.ts";
import {
  isRequestName,
  mayAsk,
  requests,
  type Caller,
  type CheckedInput,
  type RequestName,
  type RequestOutput,
} from "../contract/requests.ts";
import { log } from "./support/log.ts";

/** One handler per request. Forgetting one, or returning the wrong shape, does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: CheckedInput<N>,
  ) => Promise<RequestOutput<N>> | RequestOutput<N>;
};

/** A slower answer than this would be felt, so the log names it. */
const SLOW_MS = 200;

/**
 * The engine as these callers may see it. The only place where a request can fail: input is checked here
 * and nowhere deeper, and every throw below becomes a reply here and nowhere else.
 */
export function serveTransport(
  handlers: Handlers,
  callers: readonly Caller[],
  subscribe: (listener: EventListener) => () => void,
): Transport {
  return {
    subscribe,
    async send(name: string, input: unknown): Promise<Reply> {
      const startedMs = performance.now();
      try {
        return { ok: true, value: await answer(handlers, callers, name, input) };
      } catch (error) {
        if (!(error instanceof LibraryError)) log.error(`request ${name} failed`, error);
        return { ok: false, error: toWireError(error) };
      } finally {
        const tookMs = performance.now() - startedMs;
        if (tookMs > SLOW_MS && !isLongRunning(name))
          log.warn(`request ${name} took ${Math.round(tookMs)} ms`);
      }
    },
  };
}

function forbidden(name: string): LibraryError {
  return new LibraryError("request-forbidden", `${name} may not be asked from here`);
}

function answer(
  handlers: Handlers,
  callers: readonly Caller[],
  name: string,
  input: unknown,
): unknown {
  if (!isRequestName(name))
    throw new LibraryError("request-invalid", `there is no request ${JSON.stringify(name)}`);
  if (!mayAsk(callers, name)) throw forbidden(name);
  const checked = requests[name].input.safeParse(input);
  if (!checked.success)
    throw new LibraryError("request-invalid", `${name}: ${checked.error.message}`);
  const handle = handlers[name] as (input: unknown) => unknown;
  return handle(checked.data);
}

/** These take as long as the files do, the network, or the model that is tried out. */
function isLongRunning(name: string): boolean {
  return (
    name.startsWith("file.") ||
    name.startsWith("media.") ||
    name.startsWith("exchange.") ||
    (name.startsWith("model.") && name !== "model.list") ||
    name === "similar.evaluate" ||
    name === "duplicate.check" ||
    name === "duplicate.carryOver" ||
    name === "folder.ignore" ||
    name === "picture.open" ||
    name === "machine.probe" ||
    name === "machine.installCuda" ||
    name === "library.index" ||
    name === "library.backup" ||
    name === "library.inspect"
  );
}
