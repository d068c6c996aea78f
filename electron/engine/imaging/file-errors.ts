import { LibraryError, type ErrorCode } from "../../contract/errors.ts";

const MISSING: readonly string[] = ["ENOENT", "ENOTDIR"];
const DISK_FULL: readonly string[] = ["ENOSPC", "EDQUOT"];

/** What the system said when a photo's file was opened or read. */
export function toFileError(path: string, cause: unknown): LibraryError {
  if (cause instanceof LibraryError) return cause;
  const said = systemCode(cause);
  const code: ErrorCode = MISSING.includes(said) ? "file-missing" : "file-unreadable";
  const got = code === "file-missing" ? "there is none" : `the system said ${said}`;
  return new LibraryError(code, `Expected a readable file at ${path} but ${got}`, { cause });
}

/** What the system said when a thumbnail or preview was written. */
export function toWriteError(path: string, cause: unknown): LibraryError {
  const said = systemCode(cause);
  const code: ErrorCode = DISK_FULL.includes(said) ? "disk-full" : "unexpected";
  return new LibraryError(code, `Expected to write ${path} but got ${said}`, { cause });
}

function systemCode(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
