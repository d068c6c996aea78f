import type { IncomingHttpHeaders, Server } from "node:http";

/** The port of a server that listens on TCP. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error(`expected a server that listens on a port but got ${String(address)}`);
  }
  return address.port;
}

/**
 * Whether the request was addressed to this machine by name. A foreign name that was made to resolve to
 * 127.0.0.1 (DNS rebinding) arrives here too, and only its Host header gives it away.
 */
export function hasLocalHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
}

/** Whether the page that asks is one that this very server sent. */
export function hasOwnOrigin(headers: IncomingHttpHeaders, port: number): boolean {
  return hasLocalHost(headers, port) && headers.origin === `http://${headers.host ?? ""}`;
}
