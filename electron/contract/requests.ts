/**
 * @file Every question that may be asked of the engine, in one table.
 *
 * Adding a row here makes the compiler ask for a handler (engine/handlers.ts); the preload bridge, the
 * WebSocket bridge and the in-process client are derived, so there is nothing else to keep in step.
 */
import type { z } from "zod";
import { albumRequests } from "./requests/album-requests.ts";
import { careRequests } from "./requests/care-requests.ts";
import { duplicateRequests } from "./requests/duplicate-requests.ts";
import { exchangeRequests } from "./requests/exchange-requests.ts";
import { libraryRequests } from "./requests/library-requests.ts";
import { mirrorRequests } from "./requests/mirror-requests.ts";
import { photoRequests } from "./requests/photo-requests.ts";
import { similarRequests } from "./requests/similar-requests.ts";
import { tagRequests } from "./requests/tag-requests.ts";
import { userRequests } from "./requests/user-requests.ts";
import { viewRequests } from "./requests/view-requests.ts";
import { modelRequests } from "./requests/model-requests.ts";
import type { Caller, RequestRow } from "./requests/request-row.ts";

export type { Caller, RequestRow };

export const requests = {
  ...libraryRequests,
  ...careRequests,
  ...duplicateRequests,
  ...photoRequests,
  ...similarRequests,
  ...tagRequests,
  ...userRequests,
  ...albumRequests,
  ...mirrorRequests,
  ...exchangeRequests,
  ...modelRequests,
  ...viewRequests,
} as const satisfies Record<string, RequestRow>;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<N extends RequestName> = z.input<Requests[N]["input"]>;
export type CheckedInput<N extends RequestName> = z.output<Requests[N]["input"]>;
export type RequestOutput<N extends RequestName> = z.output<Requests[N]["output"]>;

/** The requests that a caller of kind `C` may make. */
export type RequestOf<C extends Caller> = {
  [N in RequestName]: C extends Requests[N]["callers"][number] ? N : never;
}[RequestName];

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === "string" && Object.hasOwn(requests, name);
}

export function mayAsk(callers: readonly Caller[], name: RequestName): boolean {
  const row: RequestRow = requests[name];
  return row.callers.some((caller) => callers.includes(caller));
}
