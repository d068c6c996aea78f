import { LibraryError, type ErrorCode } from "../contract/errors.ts";
import type { Told } from "../contract/told.ts";
import { inEnglish } from "./in-english.ts";

/** A failure that is told in its own words in every language. */
export function toldError(code: ErrorCode, told: Told, options?: ErrorOptions): LibraryError {
  return new LibraryError(code, inEnglish(told), { ...options, told });
}
