/**
 * @file The caller's side of the contract. Every bridge supplies a transport; the rest is derived.
 */
import { fromWireError, type WireError } from "./errors.ts";
import type { EventListener } from "./events.ts";
import type { Caller, RequestInput, RequestName, RequestOf, RequestOutput } from "./requests.ts";

/** An answer as it travels: contextBridge and JSON drop error classes, so failures are plain values. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

/** How requests reach the engine and its events come back. */
export interface Transport {
  send(name: RequestName, input: unknown): Promise<Reply>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: EventListener): () => void;
}

/** The engine as a caller of kind `C` sees it. Failures reject with a LibraryError. */
export interface Client<C extends Caller> {
  request<N extends RequestOf<C>>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>>;
  subscribe(listener: EventListener): () => void;
}

export function createClient<C extends Caller>(transport: Transport): Client<C> {
  return {
    async request<N extends RequestOf<C>>(name: N, input: RequestInput<N>) {
      const reply = await transport.send(name, input);
      if (!reply.ok) throw fromWireError(reply.error);
      return reply.value as RequestOutput<N>;
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}
