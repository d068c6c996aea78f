import { open, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { LibraryError } from "../../../../contract/errors.ts";
import { toWriteError } from "../../../imaging/file-errors.ts";
import { readFingerprint } from "../../../imaging/fingerprint.ts";
import type { ShippedFile } from "../known-models.ts";
import { installCommand, megabytes } from "../ways-out.ts";
import { PartialDownload } from "./partial-download.ts";
import { OtherVersion, requestPart } from "./request-part.ts";

export interface DownloadLimits {
  /** Without a byte for this long, the connection is given up. */
  readonly stallMs: number;
  /** Tries in a row that bring nothing new. */
  readonly attempts: number;
  /** Before the second try; doubles from try to try. */
  readonly backOffMs: number;
  /** Bytes that may be written into a folder. */
  readonly freeBytes: (folder: string) => Promise<number>;
}

/** A slow line brings something within half a minute; a network that is changed is back within a quarter. */
export const USUAL_LIMITS: DownloadLimits = {
  stallMs: 30_000,
  attempts: 5,
  backOffMs: 1_000,
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

export interface DownloadOptions {
  readonly signal: AbortSignal;
  readonly limits: DownloadLimits;
  readonly onProgress: (receivedBytes: number) => void;
}

/**
 * Fetches a model's file to its `userPath`, going on where an earlier download stopped, through the proxy that the
 * environment names. Rejects with `download-failed` and `cancelled`, keeping what arrived; with `model-invalid` when
 * the bytes are not the card's, keeping nothing; with `disk-full`.
 */
export async function downloadFile(file: ShippedFile, options: DownloadOptions): Promise<void> {
  if (file.url === null) throw new Error(`${file.name} cannot be downloaded`);
  const partial = await PartialDownload.take(file.userPath);
  try {
    await checkSpace(file, partial, options.limits);
    await fetchAll(file, partial, options);
    await checkBytes(file, partial);
    await partial.complete();
  } finally {
    await partial.park();
  }
}

async function checkSpace(
  { bytes, userPath }: ShippedFile,
  partial: PartialDownload,
  { freeBytes }: DownloadLimits,
): Promise<void> {
  const missing = bytes - (await partial.size());
  const free = await freeBytes(dirname(userPath));
  if (free >= missing) return;
  const message = `Expected ${megabytes(missing)} free for ${userPath} but got ${megabytes(free)}`;
  throw new LibraryError("disk-full", message);
}

/** Asks again, each time for what is still missing, for as long as that brings anything. */
async function fetchAll(
  file: ShippedFile,
  partial: PartialDownload,
  options: DownloadOptions,
): Promise<void> {
  const { limits, signal } = options;
  const { EnvHttpProxyAgent } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: limits.stallMs } });
  try {
    // More than there is to fetch is of another version of the card.
    if ((await partial.size()) > file.bytes) await partial.restart({});
    let farthest = await partial.size();
    for (let failures = 0; (await partial.size()) < file.bytes;) {
      const trouble = await tryPart(file, partial, { ...options, dispatcher });
      const size = await partial.size();
      if (size >= file.bytes) return;
      failures = size > farthest ? 1 : failures + 1;
      farthest = Math.max(farthest, size);
      if (failures >= limits.attempts) throw await failed(file, partial, trouble);
      await delay(limits.backOffMs * 2 ** (failures - 1), undefined, { signal });
    }
  } catch (error) {
    throw signal.aborted ? await stopped(file, partial) : error;
  } finally {
    await dispatcher.destroy();
  }
}

type TryOptions = DownloadOptions & { readonly dispatcher: Dispatcher };

/** Answers with what interrupted it; rejects where another try would not help. */
async function tryPart(
  file: ShippedFile,
  partial: PartialDownload,
  options: TryOptions,
): Promise<unknown> {
  try {
    await fetchPart(file, partial, options);
    return new Error("the server ended the file too early");
  } catch (error) {
    if (error instanceof LibraryError || options.signal.aborted) throw error;
    if (error instanceof OtherVersion) await partial.restart({});
    return error;
  }
}

async function fetchPart(
  file: ShippedFile,
  partial: PartialDownload,
  { limits, signal, dispatcher, onProgress }: TryOptions,
): Promise<void> {
  const [offset, version] = [await partial.size(), await partial.version()];
  const { url, bytes } = file;
  const { stallMs } = limits;
  const order = { url: url!, bytes, offset, version, dispatcher, signal, stallMs };
  const part = await requestPart(order);
  if (part.startsAt === 0) await partial.restart(part.version);
  await using target = await open(partial.bytesPath, "a");
  let received = part.startsAt;
  for await (const chunk of part.body) {
    received += chunk.length;
    if (received > bytes) {
      await partial.restart({});
      throw new LibraryError("model-invalid", `Expected ${bytes} bytes from ${url} but got more`);
    }
    await target.appendFile(chunk).catch((cause: unknown) => {
      throw toWriteError(partial.bytesPath, cause);
    });
    onProgress(received);
  }
}

async function checkBytes(file: ShippedFile, partial: PartialDownload): Promise<void> {
  const sha256 = await readFingerprint(partial.bytesPath);
  if (sha256 === file.sha256) return;
  await partial.discard();
  const message = `Expected SHA-256 ${file.sha256} from ${file.url} but got ${sha256}; what arrived is removed`;
  throw new LibraryError("model-invalid", message);
}

async function failed(
  file: ShippedFile,
  partial: PartialDownload,
  trouble: unknown,
): Promise<LibraryError> {
  const said = trouble instanceof Error ? trouble.message : String(trouble);
  const message = `Expected to download ${file.url} but got: ${said}; ${await kept(file, partial)}`;
  return new LibraryError("download-failed", message, { cause: trouble });
}

async function stopped(file: ShippedFile, partial: PartialDownload): Promise<LibraryError> {
  const message = `The download of ${file.name}:${file.precision} was stopped; ${await kept(file, partial)}`;
  return new LibraryError("cancelled", message);
}

async function kept(file: ShippedFile, partial: PartialDownload): Promise<string> {
  const size = await partial.size();
  if (size === 0) return `${installCommand(file)} tries again`;
  const share = `${megabytes(size)} of ${megabytes(file.bytes)}`;
  return `${share} are kept, and ${installCommand(file)} goes on from there`;
}
