import { once } from "node:events";
import type { Transport } from "../contract/client.ts";
import type { Caller } from "../contract/requests.ts";
import { createServer } from "./http-server.ts";
import { hasLocalHost, portOf } from "./local-request.ts";
import { serveLink } from "./serve-link.ts";
import { createToken } from "./token.ts";

/** Where other processes of the same account reach a library's owner; what owner.json says. */
export interface OwnerListener extends AsyncDisposable {
  readonly port: number;
  readonly token: string;
}

/** Lets other semblance processes be clients of the library that this process owns. */
export async function startOwnerListener(engine: {
  connect(callers: readonly Caller[]): Transport;
}): Promise<OwnerListener> {
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  const token = createToken();
  const link = serveLink(server, {
    // The token lies in a file that only this account reads, so its holder may be any of its processes:
    // a command, a browser host, the desktop's engine. Those limit what they pass on for others.
    grants: [{ token, callers: ["cli", "renderer", "host", "shell", "media"] }],
    connect: (callers) => engine.connect(callers),
    // Pages always send an Origin, and no page has business with the owner.
    accepts: ({ headers }) => hasLocalHost(headers, port) && headers.origin === undefined,
  });

  return {
    port,
    token,
    async [Symbol.asyncDispose]() {
      await link[Symbol.asyncDispose]();
      server.close();
      server.closeAllConnections();
    },
  };
}
