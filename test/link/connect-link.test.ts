import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { LinkClose } from "../../electron/contract/link-close.ts";
import { PROTOCOL } from "../../electron/contract/messages.ts";
import { connectLink } from "../../electron/link/connect-link.ts";
import { portOf } from "../../electron/link/local-request.ts";

test("an owner of another version is named with both versions", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.close(LinkClose.wrongProtocol, "7"));

  const link = connectLink({ port: portOf(server), token: "owner" });

  await expect(link).rejects.toMatchObject({
    code: "library-in-use",
    message: `The library is open in another version of Semblance: expected protocol ${PROTOCOL} but it speaks 7.`,
  });
  server.close();
});
