import { type IncomingMessage, type ServerResponse } from "node:http";
import { startLocalServer, type LocalServer } from "./local-server.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Asked {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface FileServer extends LocalServer {
  /** In the order in which they came. */
  readonly asked: readonly Asked[];
}

/** A web server on this machine that gives each answer once, in their order, and the last one from then on. */
export async function startFileServer(...answers: readonly Answer[]): Promise<FileServer> {
  const asked: Asked[] = [];
  const server = await startLocalServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]!;
    const { range, "if-range": ifRange } = request.headers;
    asked.push({ path: request.url ?? "", range, ifRange: ifRange as string | undefined });
    answer(request, response);
  });
  return { ...server, asked };
}

export interface FileAnswer {
  readonly etag?: string;
  /** Answers a range with the whole file. */
  readonly ignoresRanges?: boolean;
  /** Says another length than it has; without a number, none. */
  readonly contentLength?: number | "none";
  /** Closes the connection after as many bytes of the body. */
  readonly cutAfter?: number;
  /** Sends nothing more after as many bytes of the body, and stays. */
  readonly stallAfter?: number;
}

/** The file as a web server gives it: whole, or from where it is asked for if it is still the same. */
export function giveFile(bytes: Buffer, options: FileAnswer = {}): Answer {
  const { etag = '"1"', ignoresRanges, contentLength, cutAfter, stallAfter } = options;
  return (request, response) => {
    const { range, "if-range": ifRange } = request.headers;
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const isPart = !ignoresRanges && range !== undefined && ifRange === etag;
    const body = isPart ? bytes.subarray(start) : bytes;
    response.setHeader("etag", etag);
    if (isPart) {
      response.statusCode = 206;
      response.setHeader("content-range", `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
    }
    // Without its length a body goes out in chunks.
    if (contentLength === "none") response.flushHeaders();
    else response.setHeader("content-length", contentLength ?? body.length);
    // Node would correct a length that is not the body's.
    response.strictContentLength = false;
    const sent = cutAfter ?? stallAfter;
    if (sent === undefined) response.end(body);
    else {
      response.write(body.subarray(0, sent), () => {
        if (cutAfter !== undefined) response.socket?.end();
      });
    }
  };
}

export function giveStatus(statusCode: number, headers: Record<string, string> = {}): Answer {
  return (_request, response) => response.writeHead(statusCode, headers).end("no file");
}
