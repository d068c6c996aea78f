/**
 * @file Everything that can go wrong in a way the user can be told about.
 */
import { z } from "zod";
import { Told } from "./told.ts";

export const errorCodes = [
  /** The file is not where the catalog or the caller says. */
  "file-missing",
  /** The file is there but may not be read. */
  "file-unreadable",
  /** The file's name is no valid text, so that no program can be given its path. */
  "name-invalid",
  /** Not a picture, or a kind of picture that no decoder here opens. */
  "format-unsupported",
  /** A picture of a known kind whose bytes are damaged or cut off. */
  "image-corrupt",
  /** Reading this kind of file takes exiftool, which this computer cannot run; the message says what to install. */
  "exiftool-missing",
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
  /** The folder's photos are not at the place that was named for it. */
  "folder-mismatch",
  /** The system has no trash for this disk, or may not move the file there; the file is where it was. */
  "trash-failed",
  /** The XMP file beside a photo is damaged or something else; it stays as it is. */
  "sidecar-invalid",
  /** The user and another program changed the same field; each side stays as it is. */
  "sidecar-conflict",
  /** The file, or the folder it is to be written to, may not be changed. */
  "file-read-only",
  "photo-unknown",
  /** The file that was named for a missing photo holds another picture. */
  "photo-mismatch",
  /** The file belongs to another photo, of which the user entered something. */
  "file-claimed",
  /** The file is in no watched folder, or is left out of the one that it is in. */
  "file-outside",
  /** The photo is known but has no embedding yet. */
  "photo-not-indexed",
  "tag-invalid",
  /** No photo has the tag. */
  "tag-unknown",
  /** A tag cannot be moved below itself. */
  "tag-into-itself",
  "album-unknown",
  /** The name is taken or impossible, or the album is of the other kind: made by hand, or smart. */
  "album-invalid",
  /** A later change of the same data is in the way; the message names it. */
  "undo-conflict",
  /** There is nothing to undo or redo, or it cannot be; the message says why. */
  "undo-impossible",
  /** The search text does not follow the query language. */
  "query-invalid",
  "model-missing",
  "model-invalid",
  /** The model makes no mean of a map of the picture, so that nothing says where a likeness or a label comes from. */
  "explanation-impossible",
  /** The model is in use, or comes with the app: it cannot be removed. */
  "model-in-use",
  /** The network or the server failed; what arrived is kept and the download can go on. */
  "download-failed",
  /** A provider that the user named cannot run on this machine. */
  "provider-unavailable",
  /** Another program has the library open and cannot be reached. */
  "library-in-use",
  /** The file is no backup of a library, or is damaged. */
  "backup-invalid",
  /** The file would be replaced, which is not done. */
  "file-exists",
  /** Indexing is paused by the user. */
  "indexing-paused",
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
export const WireError = z.object({
  code: ErrorCode,
  message: z.string(),
  told: z.optional(Told),
  why: z.optional(Told),
});
export type WireError = z.infer<typeof WireError>;

export interface LibraryErrorOptions extends ErrorOptions {
  readonly told?: Told | undefined;
  readonly why?: Told | undefined;
}

/** An anticipated failure. Anything else that is thrown is a bug. */
export class LibraryError extends Error {
  override readonly name = "LibraryError";
  readonly code: ErrorCode;
  /** The message for every language; undefined where the code says it to the user, and the message is for the log. */
  readonly told: Told | undefined;
  /** Of a photo's file: what its code does not say, for people. It stands beside what the code says, and never instead of it. */
  readonly why: Told | undefined;

  constructor(code: ErrorCode, message: string, options?: LibraryErrorOptions) {
    super(message, options);
    this.code = code;
    this.told = options?.told;
    this.why = options?.why;
  }
}

export function toWireError(error: unknown): WireError {
  if (error instanceof LibraryError) {
    const { code, message, told, why } = error;
    return { code, message, ...(told && { told }), ...(why && { why }) };
  }
  return {
    code: "unexpected",
    message: "The engine hit an unexpected error; its log has the details.",
  };
}

/** The other side's error, thrown again on this side. */
export function fromWireError({ code, message, told, why }: WireError): LibraryError {
  return new LibraryError(code, message, { told, why });
}
