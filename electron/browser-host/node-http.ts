import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A request without its body: nothing that is served here reads one. */
export function toRequest(incoming: IncomingMessage, url: string | URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return new Request(url, { method: incoming.method ?? "GET", headers });
}

/** Resolves when everything is sent, or when the page has lost interest. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  // A page that scrolls on drops pictures half way; that ends the stream and is no error.
  await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => outgoing.destroy());
}
