import type { Transport } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import { LinkClose } from "../contract/link-close.ts";
import { PROTOCOL, type ClientMessage, type EngineMessage } from "../contract/messages.ts";
import { RequestChannel } from "../contract/request-channel.ts";

/** An owner that lives answers within milliseconds, even while it indexes. */
const WELCOME_WITHIN_MS = 10_000;

export interface LinkAddress {
  readonly port: number;
  readonly token: string;
}

export interface Link {
  readonly transport: Transport;
  /** Resolves when the link has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Becomes a client of the process that owns a library. Rejects with `engine-unavailable` when nobody
 * answers there or the token is refused, with `library-in-use` when the owner speaks another protocol.
 */
export function connectLink({ port, token }: LinkAddress): Promise<Link> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/link`);
  const channel = new RequestChannel((message) => post(socket, message));
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener("close", () => {
      channel.close();
      resolve();
    });
  });

  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => socket.close(), WELCOME_WITHIN_MS);
    socket.addEventListener("open", () =>
      post(socket, { kind: "hello", protocol: PROTOCOL, token }),
    );
    socket.addEventListener("close", (event) => {
      clearTimeout(deadline);
      reject(whyClosed(port, event));
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data as string) as EngineMessage;
      if (message.kind !== "welcome") {
        channel.receive(message);
      } else {
        clearTimeout(deadline);
        resolve({ transport: channel, closed, close: () => socket.close() });
      }
    });
  });
}

function post(socket: WebSocket, message: ClientMessage): void {
  socket.send(JSON.stringify(message));
}

function whyClosed(port: number, { code, reason }: CloseEvent): LibraryError {
  if (code === LinkClose.wrongProtocol) {
    return new LibraryError(
      "library-in-use",
      `The library is open in another version of Semblance: expected protocol ${PROTOCOL} but it speaks ${reason}.`,
    );
  }
  const detail = reason === "" ? "nobody answered" : reason;
  return new LibraryError(
    "engine-unavailable",
    `expected the library's owner on port ${port} but ${detail}`,
  );
}
