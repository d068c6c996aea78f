import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer, type WebSocket as Socket } from "ws";
import { PROTOCOL, type ClientMessage } from "../../../electron/contract/messages.ts";
import { SocketTransport } from "../../../renderer/src/library/socket-transport.ts";

/** An engine's end of the link that says hello back and answers every request with its name. */
async function openServer(): Promise<{
  url: string;
  hellos: ClientMessage[];
  dropAll: () => void;
}> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const hellos: ClientMessage[] = [];
  server.on("connection", (socket: Socket) => {
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as ClientMessage;
      if (message.kind === "hello") {
        hellos.push(message);
        socket.send(JSON.stringify({ kind: "welcome", protocol: PROTOCOL, media: "secret" }));
      } else if (message.kind === "request") {
        const reply = { ok: true, value: message.name };
        socket.send(JSON.stringify({ kind: "reply", id: message.id, reply }));
      }
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    hellos,
    dropAll: () => {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

test("a request waits for the welcome, which brings the secret of the pictures", async () => {
  const server = await openServer();
  const secrets: (string | undefined)[] = [];
  using transport = new SocketTransport({
    url: server.url,
    token: "token",
    onopen: (media) => secrets.push(media),
    onlost: () => {},
  });

  expect(await transport.send("library.status", {})).toEqual({ ok: true, value: "library.status" });
  expect(secrets).toEqual(["secret"]);
  expect(server.hellos).toEqual([{ kind: "hello", protocol: PROTOCOL, token: "token" }]);
});

test("a connection that breaks is told, fails requests at once, and opens again by itself", async () => {
  const server = await openServer();
  const lost = Promise.withResolvers<undefined>();
  const again = Promise.withResolvers<undefined>();
  let openings = 0;
  using transport = new SocketTransport({
    url: server.url,
    token: "token",
    onopen: () => {
      if (++openings === 2) again.resolve(undefined);
    },
    onlost: () => lost.resolve(undefined),
  });
  await transport.send("library.status", {});
  server.dropAll();
  await lost.promise;

  expect(await transport.send("library.status", {})).toMatchObject({
    ok: false,
    error: { code: "engine-unavailable" },
  });
  await again.promise;
  expect(await transport.send("tag.list", {})).toEqual({ ok: true, value: "tag.list" });
});
