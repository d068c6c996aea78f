import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { LibraryError } from "../../../../contract/errors.ts";
import { keepChunks } from "./keep-chunks.ts";
import { nextAddress } from "./next-address.ts";
import type { FileVersion } from "./partial-download.ts";

/** More would be a circle. */
const MAX_REDIRECTIONS = 5;
/** What a server says when it is busy or its own server is away; RFC 9110, 15.5 and 15.6. */
const PASSING = [408, 425, 429, 500, 502, 503, 504];

export interface PartOrder {
  readonly url: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** What is here already. */
  readonly offset: number;
  readonly version: FileVersion | undefined;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Without a byte for this long, the connection is given up. */
  readonly stallMs: number;
}

export interface Part {
  /** Where the body begins: the offset that was asked for, or 0. */
  readonly startsAt: number;
  readonly version: FileVersion;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * Asks for what is missing of a file: from `offset` on where the server can tell that the file is still the same
 * one (RFC 9110, 13.1.5 If-Range), else from its beginning. Rejects with a LibraryError where asking again would not
 * help, and with any other error where it may.
 */
export async function requestPart(order: PartOrder): Promise<Part> {
  const validator = strongValidator(order.version);
  const resumes = order.offset > 0 && validator !== undefined;
  const range = { range: `bytes=${order.offset}-`, "if-range": validator ?? "" };
  const response = await follow(order, resumes ? range : {});
  try {
    return toPart(order, response);
  } catch (error) {
    response.body.on("error", () => {}).destroy(); // What is wrong with it is said by `error`.
    throw error;
  }
}

async function follow(
  { url, dispatcher, signal, stallMs }: PartOrder,
  headers: Record<string, string>,
): Promise<Dispatcher.ResponseData> {
  const { request } = await import("undici");
  let address = new URL(url);
  for (let hop = 0; hop <= MAX_REDIRECTIONS; hop++) {
    const response = await request(address, {
      dispatcher,
      signal,
      headers: { ...headers, "accept-encoding": "identity", "user-agent": "semblance" },
      headersTimeout: stallMs,
      bodyTimeout: stallMs,
    });
    if (response.statusCode < 300 || response.statusCode > 399) return response;
    response.body.on("error", () => {}).destroy(); // A redirection's text says nothing.
    address = nextAddress(address, one(response.headers.location));
  }
  const message = `Expected ${url} to lead to a file but got more than ${MAX_REDIRECTIONS} redirections`;
  throw new LibraryError("download-failed", message);
}

function toPart(order: PartOrder, { statusCode, headers, body }: Dispatcher.ResponseData): Part {
  if (statusCode === 206)
    return {
      startsAt: checkRange(order, headers),
      version: versionOf(headers),
      body: keepChunks(body),
    };
  if (statusCode === 200) {
    const offered = headers["content-length"];
    if (offered !== undefined) checkTotal(order, Number(offered));
    return { startsAt: 0, version: versionOf(headers), body: keepChunks(body) };
  }
  const message = `Expected the file from ${order.url} but the server answered ${statusCode}`;
  if (PASSING.includes(statusCode)) throw new Error(message);
  // The file became shorter than what is here: it is another one now.
  if (statusCode === 416 && order.offset > 0) throw new OtherVersion(message);
  throw new LibraryError("download-failed", message);
}

/** The bytes that are here cannot be gone on from. */
export class OtherVersion extends Error {}

function checkRange(order: PartOrder, headers: IncomingHttpHeaders): number {
  const said = one(headers["content-range"]);
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(said ?? "") ?? [];
  if (start === undefined || Number(start) !== order.offset) {
    const expected = `the bytes of ${order.url} from ${order.offset} on`;
    throw new OtherVersion(`Expected ${expected} but got ${said ?? "no range"}`);
  }
  if (total !== undefined && total !== "*") checkTotal(order, Number(total));
  const now = strongValidator(versionOf(headers));
  if (now !== undefined && now !== strongValidator(order.version)) {
    throw new OtherVersion(`Expected more of the same file from ${order.url} but it has changed`);
  }
  return order.offset;
}

function checkTotal({ url, bytes }: PartOrder, offered: number): void {
  if (offered === bytes) return;
  const message = `Expected ${bytes} bytes from ${url} but the server offers ${offered}`;
  throw new LibraryError("download-failed", message);
}

function versionOf(headers: IncomingHttpHeaders): FileVersion {
  const lastModified = headers["last-modified"];
  const { etag } = headers;
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

/** A weak tag does not promise the same bytes. */
function strongValidator(version: FileVersion | undefined): string | undefined {
  const { etag, lastModified } = version ?? {};
  return etag !== undefined && !etag.startsWith("W/") ? etag : lastModified;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
