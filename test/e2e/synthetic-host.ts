import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import { contentSecurityPolicy } from "../../electron/contract/content-security-policy.ts";
import type { EngineEvent } from "../../electron/contract/events.ts";
import type { ClientMessage, EngineMessage } from "../../electron/contract/messages.ts";
import { PROTOCOL } from "../../electron/contract/messages.ts";
import { syntheticPicture, type SyntheticLibrary } from "./synthetic-library.ts";

const SECRET = "synthetic";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface SyntheticHost extends AsyncDisposable {
  readonly url: string;
  emit(event: EngineEvent): void;
  /** Ends every connection, and takes none until it is back. */
  goAway(): void;
  comeBack(): void;
  /** Answers nothing from now on; what is returned answers all that was asked meanwhile, and goes on. */
  hold(): () => void;
}

/** Serves the built page over a synthetic library, with the headers and messages of the real host. */
export async function openSyntheticHost(
  library: SyntheticLibrary,
  page: string,
): Promise<SyntheticHost> {
  const server = createServer((request, response) => {
    void serve(request.url ?? "/", response, { page, port: () => portOf(server.address()) });
  });
  const sockets = new WebSocketServer({ server, path: "/link" });
  let isAway = false;
  let held: Promise<void> | undefined;
  sockets.on("connection", (socket) => {
    if (isAway) socket.terminate();
    else answer(socket, library, () => held);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/#token=any`,
    emit: (event) => {
      for (const socket of sockets.clients) post(socket, { kind: "event", event });
    },
    goAway() {
      isAway = true;
      for (const socket of sockets.clients) socket.terminate();
    },
    comeBack() {
      isAway = false;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  url: string,
  response: ServerResponse,
  { page, port }: { readonly page: string; readonly port: () => number },
): Promise<void> {
  const thumbnail = /^\/media\/synthetic\/thumbnail\/0*([0-9a-f]+)$/.exec(url)?.[1];
  const preview = /^\/media\/synthetic\/preview\/(\d+)$/.exec(url)?.[1];
  const number = thumbnail === undefined ? Number(preview) : Number.parseInt(thumbnail, 16);
  if (thumbnail !== undefined || preview !== undefined) {
    response.writeHead(200, { "Content-Type": "image/svg+xml", "Cache-Control": "max-age=600" });
    response.end(syntheticPicture(number));
    return;
  }
  const name = url === "/" ? "/index.html" : url;
  const body = await readFile(join(page, name)).catch(() => undefined);
  const policy = contentSecurityPolicy({ connect: `ws://127.0.0.1:${port()}` });
  response.writeHead(body ? 200 : 404, {
    "Content-Type": types[extname(name)] ?? "text/plain",
    "Content-Security-Policy": policy,
  });
  response.end(body);
}

function answer(
  socket: WebSocket,
  library: SyntheticLibrary,
  held: () => Promise<void> | undefined,
): void {
  socket.on("message", (data: Buffer) => void reply(JSON.parse(data.toString()) as ClientMessage));

  async function reply(message: ClientMessage): Promise<void> {
    if (message.kind === "hello")
      post(socket, { kind: "welcome", protocol: PROTOCOL, media: SECRET });
    if (message.kind !== "request") return;
    await held();
    const answered = library.answer(message.name, message.input as Record<string, unknown>);
    post(socket, { kind: "reply", id: message.id, reply: answered });
  }
}

function post(socket: WebSocket, message: EngineMessage): void {
  socket.send(JSON.stringify(message));
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : 0;
}
