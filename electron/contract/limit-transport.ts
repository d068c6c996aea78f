import type { Transport } from "./client.ts";
import { mayAsk, type Caller } from "./requests.ts";

/** The same engine for somebody who may ask less than the process that passes the questions on. */
export function limitTransport(transport: Transport, callers: readonly Caller[]): Transport {
  return {
    subscribe: (listener) => transport.subscribe(listener),
    async send(name, input) {
      if (mayAsk(callers, name)) return transport.send(name, input);
      const message = `${name} may not be asked from here`;
      return { ok: false, error: { code: "request-forbidden", message } };
    },
  };
}
