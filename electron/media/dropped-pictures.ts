import { randomUUID } from "node:crypto";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import { refusal } from "./serve-file.ts";

export interface DroppedPicturesOptions {
  /** Larger than the photo of any camera sold. */
  readonly maxBytes?: number;
  /** Of the page, where that is not the address's own. */
  readonly origin?: string;
}

const MAX_BYTES = 300_000_000;
const MAX_NAME = 500;

/**
 * Takes the bytes of a picture that somebody dropped or pasted, which has no path, and hands it to the engine. The
 * files are kept until this is disposed: a part of the picture may be asked about later.
 */
export class DroppedPictures implements Disposable {
  readonly #client: Client<"media">;
  readonly #maxBytes: number;
  readonly #headers: Readonly<Record<string, string>>;
  #folder: string | undefined;

  constructor(
    client: Client<"media">,
    { maxBytes = MAX_BYTES, origin }: DroppedPicturesOptions = {},
  ) {
    this.#client = client;
    this.#maxBytes = maxBytes;
    this.#headers = origin === undefined ? {} : { "Access-Control-Allow-Origin": origin };
  }

  /** Answers with the picture's token and name as JSON; 422 with the reason where it is no picture. */
  async receive(request: Request): Promise<Response> {
    const name = new URL(request.url).searchParams.get("name")?.slice(0, MAX_NAME) ?? "";
    const length = Number(request.headers.get("Content-Length") ?? 0);
    if (request.body === null) return refusal(400, this.#headers);
    if (length > this.#maxBytes) return refusal(413, this.#headers);
    this.#folder ??= mkdtempSync(path.join(tmpdir(), "semblance-pictures-"));
    // Formats are told by content; a name from outside is never part of a path.
    const file = path.join(this.#folder, randomUUID());
    try {
      if (!(await this.#write(file, request.body))) return refusal(413, this.#headers);
      const named = { path: file, ...(name !== "" && { name }) };
      return this.#answer(200, await this.#client.request("picture.open", named));
    } catch (error) {
      await rm(file, { force: true });
      if (!(error instanceof LibraryError)) throw error;
      const message = error.message.replaceAll(file, name === "" ? "the picture" : name);
      return this.#answer(422, { code: error.code, message });
    }
  }

  [Symbol.dispose](): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  /** False, and nothing left behind, where there are more bytes than may be. */
  async #write(file: string, body: ReadableStream<Uint8Array>): Promise<boolean> {
    let bytes = 0;
    const maxBytes = this.#maxBytes;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > maxBytes) return;
        yield chunk;
      }
    }
    await pipeline(Readable.from(counted()), createWriteStream(file));
    if (bytes > maxBytes) await rm(file);
    return bytes <= maxBytes;
  }

  #answer(status: number, value: unknown): Response {
    const headers = {
      ...this.#headers,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    };
    return Response.json(value, { status, headers });
  }
}
