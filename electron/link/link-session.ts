import type { WebSocket } from "ws";
import type { Reply, Transport } from "../contract/client.ts";
import { LinkClose } from "../contract/link-close.ts";
import { limitTransport } from "../contract/limit-transport.ts";
import { ClientMessage, PROTOCOL } from "../contract/messages.ts";
import { isRequestName, type Caller } from "../contract/requests.ts";
import { PacedSender } from "./paced-sender.ts";
import { isSameToken } from "./token.ts";

/** Local clients say hello at once; only something that is not a client takes longer. */
const HELLO_WITHIN_MS = 5_000;

/** Who comes in with a token. */
export interface Grant {
  readonly token: string;
  readonly callers: readonly Caller[];
  /** The secret part of `/media/<secret>/…`, for pages. */
  readonly media?: string;
}

export interface SessionOptions {
  readonly grants: readonly Grant[];
  connect(callers: readonly Caller[]): Transport;
  readonly helloWithinMs?: number;
}

/** Carries one client's conversation, from its hello to the end of the socket. */
export function holdSession(socket: WebSocket, options: SessionOptions): void {
  const sender = new PacedSender(socket);
  let transport: Transport | undefined;
  const deadline = setTimeout(
    () => socket.close(LinkClose.refused, "expected a hello but nothing came"),
    options.helloWithinMs ?? HELLO_WITHIN_MS,
  );
  socket.on("close", () => clearTimeout(deadline));
  // What goes wrong on a socket ends it, and its end is handled by "close".
  socket.on("error", () => {});

  socket.on("message", (data: Buffer) => {
    const message = parseMessage(data.toString());
    if (message?.kind === "request" && transport) {
      void answer(sender, transport, message);
    } else if (message?.kind === "hello" && !transport) {
      clearTimeout(deadline);
      const grant = admit(socket, message, options.grants);
      if (grant) transport = welcome(socket, sender, grant, open(grant, options));
    } else {
      socket.close(LinkClose.notUnderstood, "expected a hello, then requests");
    }
  });
}

function parseMessage(text: string): ClientMessage | undefined {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    // Not even JSON: the same to the sender as a message of no known shape.
    return undefined;
  }
}

/** Limited here too: the engine may be reached through a link that grants more than this one. */
function open({ callers }: Grant, options: SessionOptions): Transport {
  return limitTransport(options.connect(callers), callers);
}

type Hello = Extract<ClientMessage, { kind: "hello" }>;
type Question = Extract<ClientMessage, { kind: "request" }>;

function admit(socket: WebSocket, hello: Hello, grants: readonly Grant[]): Grant | undefined {
  const grant = grants.find(({ token }) => isSameToken(token, hello.token));
  if (!grant) {
    socket.close(LinkClose.refused, "the token opens nothing here");
    return undefined;
  }
  if (hello.protocol === PROTOCOL) return grant;
  socket.close(LinkClose.wrongProtocol, String(PROTOCOL));
  return undefined;
}

function welcome(
  socket: WebSocket,
  sender: PacedSender,
  { media }: Grant,
  transport: Transport,
): Transport {
  sender.send({ kind: "welcome", protocol: PROTOCOL, ...(media !== undefined && { media }) });
  const unsubscribe = transport.subscribe((event) => sender.send({ kind: "event", event }));
  socket.on("close", unsubscribe);
  return transport;
}

async function answer(
  sender: PacedSender,
  transport: Transport,
  { id, name, input }: Question,
): Promise<void> {
  const reply = isRequestName(name) ? await transport.send(name, input) : unknownRequest(name);
  sender.send({ kind: "reply", id, reply });
}

function unknownRequest(name: string): Reply {
  return {
    ok: false,
    error: {
      code: "request-invalid",
      message: `expected a request of the contract but got ${name}`,
    },
  };
}
