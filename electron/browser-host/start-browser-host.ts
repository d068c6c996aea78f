import { once } from "node:events";
import type { Server } from "node:http";
import { createClient } from "../contract/client.ts";
import { contentSecurityPolicy } from "../contract/content-security-policy.ts";
import { LibraryError } from "../contract/errors.ts";
import type { Engine } from "../engine/engine.ts";
import { createServer } from "../link/http-server.ts";
import { hasOwnOrigin, portOf } from "../link/local-request.ts";
import { serveLink } from "../link/serve-link.ts";
import { createToken } from "../link/token.ts";
import { DroppedPictures } from "../media/dropped-pictures.ts";
import { createMediaHandler } from "../media/media-handler.ts";
import { createRendererHandler } from "../media/renderer-handler.ts";
import { answerHttp } from "./host-requests.ts";

export interface BrowserHostOptions {
  readonly engine: Pick<Engine, "connect">;
  /** Any free one when absent. */
  readonly port?: number;
  /** See renderer-folder.ts. */
  readonly rendererFolder: string;
}

/** The library in a browser on this machine, until disposed. */
export interface BrowserHost extends AsyncDisposable {
  /** Carries the token in its fragment, which browsers keep to themselves. */
  readonly url: string;
  readonly port: number;
}

/** Serves the page, its pictures and its link to the engine on 127.0.0.1. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const token = createToken();
  const link = serve(server, { ...options, port, token, mediaSecret: createToken() });

  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    async [Symbol.asyncDispose]() {
      await link[Symbol.asyncDispose]();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    const message = `expected a free port on 127.0.0.1 but ${port} cannot be had`;
    throw new LibraryError("request-invalid", message, { cause });
  }
  return portOf(server);
}

interface Served extends BrowserHostOptions {
  readonly port: number;
  readonly token: string;
  readonly mediaSecret: string;
}

function serve(server: Server, served: Served): AsyncDisposable {
  const { engine, port, token, mediaSecret } = served;
  const client = createClient<"media">(engine.connect(["media"]));
  const pictures = new DroppedPictures(client);
  const handlers = {
    port,
    mediaSecret,
    media: createMediaHandler(client, pictures),
    renderer: createRendererHandler(served.rendererFolder, hostPolicy(port)),
  };
  server.on("request", (incoming, outgoing) => void answerHttp(incoming, outgoing, handlers));
  const link = serveLink(server, {
    grants: [{ token, callers: ["renderer", "host"], media: mediaSecret }],
    connect: (callers) => engine.connect(callers),
    accepts: ({ headers }) => hasOwnOrigin(headers, port),
  });
  return {
    async [Symbol.asyncDispose]() {
      await link[Symbol.asyncDispose]();
      pictures[Symbol.dispose]();
    },
  };
}

/** A dropped picture goes to the page's own address. The link is named with its port: 'self' does not cover ws: in every browser. */
function hostPolicy(port: number): string {
  return contentSecurityPolicy({
    connect: `'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
  });
}
