import type { IncomingMessage, ServerResponse } from "node:http";
import { hasLocalHost, hasOwnOrigin } from "../link/local-request.ts";
import { isSameToken } from "../link/token.ts";
import { sendResponse, toRequest } from "./node-http.ts";

type Handler = (request: Request) => Promise<Response>;

export interface HostHandlers {
  readonly port: number;
  /** The secret part of `/media/<secret>/…`: an `<img>` cannot send a header with a token. */
  readonly mediaSecret: string;
  readonly media: Handler;
  readonly renderer: Handler;
}

/** Answers one HTTP request: pictures under the secret address, everything else from the built page. */
export async function answerHttp(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handlers: HostHandlers,
): Promise<void> {
  try {
    await sendResponse(await choose(incoming, handlers), outgoing);
  } catch (error) {
    // One picture that meets a bug must not end the library for every page.
    console.error(`The browser host could not answer ${incoming.method ?? ""} request:`, error);
    outgoing.destroy();
  }
}

async function choose(incoming: IncomingMessage, handlers: HostHandlers): Promise<Response> {
  if (!hasLocalHost(incoming.headers, handlers.port)) return refused(421);
  const method = incoming.method ?? "";
  if (method === "CONNECT" || method === "TRACE") return refused(405);
  const url = URL.parse(incoming.url ?? "", "http://127.0.0.1");
  if (!url) return refused(400);
  const [, secret, address] = /^\/media\/([^/]*)(\/.*)$/.exec(url.pathname) ?? [];
  if (secret === undefined) return handlers.renderer(toRequest(incoming, url));
  if (!isSameToken(secret, handlers.mediaSecret)) return refused(404);
  // Whoever knows the secret is the page; that another page posts with it is refused all the same.
  if (method === "POST" && !hasOwnOrigin(incoming.headers, handlers.port)) return refused(403);
  const asked = `media://library${address ?? ""}${url.search}`;
  const response = await handlers.media(toRequest(incoming, asked));
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return response;
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
