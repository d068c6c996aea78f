import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { LinkClose } from "../contract/link-close.ts";
import { holdSession, type SessionOptions } from "./link-session.ts";

/** A tag on 100,000 photos is under 1 MB; the rest is room for long paths. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** A client that is alive answers a close within milliseconds. */
const CLOSE_GRACE_MS = 1_000;

export interface LinkOptions extends SessionOptions {
  /** Looks at the Host and Origin headers before anything else is believed. */
  accepts(request: IncomingMessage): boolean;
}

/** Serves the contract over WebSockets at `/link` of a server that somebody else owns. */
export function serveLink(server: Server, options: LinkOptions): AsyncDisposable {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.url !== "/link") refuse(socket, "404 Not Found");
    else if (!options.accepts(request)) refuse(socket, "403 Forbidden");
    else sockets.handleUpgrade(request, socket, head, (client) => holdSession(client, options));
  }

  server.on("upgrade", upgrade);
  return {
    async [Symbol.asyncDispose]() {
      server.off("upgrade", upgrade);
      await closeAll(sockets);
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function closeAll(sockets: WebSocketServer): Promise<void> {
  const ends = [...sockets.clients].map((client) => {
    client.close(LinkClose.ended, "the engine is ending");
    const timer = setTimeout(() => client.terminate(), CLOSE_GRACE_MS);
    return new Promise<void>((resolve) => {
      client.once("close", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
  await Promise.all(ends);
}
