import { stat } from "node:fs/promises";
import { parseByteRange, type ByteRange } from "./byte-range.ts";
import { readPart } from "./read-part.ts";

export interface ServedFile {
  readonly path: string;
  /** Content-Type. */
  readonly type: string;
  /** Cache-Control. */
  readonly cache: string;
}

/**
 * Answers a GET or HEAD with a file: validators, one byte range, and 404 when the file is gone.
 * Electron's own file fetching ignores Range, so ranges are cut here.
 */
export async function serveFile(request: Request, file: ServedFile): Promise<Response> {
  const facts = await stat(file.path).catch(() => undefined);
  if (!facts?.isFile()) return notFound();
  const etag = `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`;
  const headers = headersOf(file, etag);
  if (hasCurrent(request, etag)) return new Response(null, { status: 304, headers });

  const range = rangeOf(request, etag, facts.size);
  if (range.kind === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${facts.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range.kind === "part" ? range : { first: 0, last: facts.size - 1 };
  if (range.kind === "part") headers.set("Content-Range", `bytes ${first}-${last}/${facts.size}`);
  headers.set("Content-Length", String(last + 1 - first));
  const body = request.method === "HEAD" ? null : readPart(file.path, first, last);
  return new Response(body, { status: range.kind === "part" ? 206 : 200, headers });
}

function headersOf(file: ServedFile, etag: string): Headers {
  return new Headers({
    "Accept-Ranges": "bytes",
    "Cache-Control": file.cache,
    "Content-Type": file.type,
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
  });
}

function rangeOf(request: Request, etag: string, sizeBytes: number): ByteRange {
  const condition = request.headers.get("If-Range");
  if (condition !== null && condition !== etag) return { kind: "whole" };
  return parseByteRange(request.headers.get("Range"), sizeBytes);
}

function hasCurrent(request: Request, etag: string): boolean {
  const known = request.headers.get("If-None-Match")?.split(",") ?? [];
  return known.some((one) => one.trim().replace(/^W\//, "") === etag);
}

export function notFound(): Response {
  return refusal(404);
}

/** An answer without content that nobody keeps. */
export function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, {
    status,
    headers: { ...headers, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
