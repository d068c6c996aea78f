import { LibraryError, type ErrorCode } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";

const MISSING: readonly string[] = ["ENOENT", "ENOTDIR"];
const NOT_PERMITTED: readonly string[] = ["EACCES", "EPERM"];
const DISK_FULL: readonly string[] = ["ENOSPC", "EDQUOT"];

/** What the system said when a photo's file was opened or read. */
export function toFileError(path: string, cause: unknown): LibraryError {
  if (cause instanceof LibraryError) return cause;
  const said = systemCode(cause);
  const expected = `Expected a readable file at ${path}`;
  if (MISSING.includes(said)) {
    const why = tell("reading.gone", { path });
    return new LibraryError("file-missing", `${expected} but there is none`, { cause, why });
  }
  const why = tell(NOT_PERMITTED.includes(said) ? "reading.not-permitted" : "reading.disk", {
    said,
  });
  return new LibraryError("file-unreadable", `${expected} but the system said ${said}`, {
    cause,
    why,
  });
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
