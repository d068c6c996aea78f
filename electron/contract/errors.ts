/**
 * @file Everything that can go wrong in a way the user can be told about.
 */
import { z } from "zod";

export const errorCodes = [
  /** The file is not where the catalog or the caller says. */
  "file-missing",
  /** The file is there but may not be read. */
  "file-unreadable",
  /** Not a picture, or a kind of picture that no decoder here opens. */
  "format-unsupported",
  /** A picture of a known kind whose bytes are damaged or cut off. */
  "image-corrupt",
  /** Decoding would need more memory than the limit allows. */
  "image-too-large",
  /** The decoder did not answer within its deadline. */
  "decode-timeout",
  /** The file killed the photo worker twice and is set aside. */
  "decoder-crashed",
  /** The folder does not exist, is not a folder, may not be read, or its disk is away. */
  "folder-unavailable",
  /** The folder is inside another watched folder, or holds one. */
  "folder-overlaps",
  "folder-unknown",
  "photo-unknown",
  /** The photo is known but has no embedding yet. */
  "photo-not-indexed",
  "tag-invalid",
  /** The search text does not follow the query language. */
  "query-invalid",
  "model-missing",
  "model-invalid",
  /** The model is in use, or comes with the app: it cannot be removed. */
  "model-in-use",
  /** The network or the server failed; what arrived is kept and the download can go on. */
  "download-failed",
  /** A provider that the user named cannot run on this machine. */
  "provider-unavailable",
  /** Another program has the library open and cannot be reached. */
  "library-in-use",
  /** The catalog was written by a newer version, or is damaged. */
  "library-unreadable",
  "disk-full",
  "request-invalid",
  /** This caller may not make this request. */
  "request-forbidden",
  /** The engine or the photo worker is not running. */
  "engine-unavailable",
  "cancelled",
  "unexpected",
] as const;

export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** The shape an error takes when it crosses a process boundary. Stacks stay in the log. */
export const WireError = z.object({ code: ErrorCode, message: z.string() });
export type WireError = z.infer<typeof WireError>;

/** An anticipated failure. Anything else that is thrown is a bug. */
export class LibraryError extends Error {
  override readonly name = "LibraryError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function toWireError(error: unknown): WireError {
  if (error instanceof LibraryError) return { code: error.code, message: error.message };
  return {
    code: "unexpected",
    message: "The engine hit an unexpected error; its log has the details.",
  };
}

/** The other side's error, thrown again on this side. */
export function fromWireError({ code, message }: WireError): LibraryError {
  return new LibraryError(code, message);
}
