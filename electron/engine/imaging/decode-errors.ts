import { LibraryError, type ErrorCode } from "../../contract/errors.ts";

/** What libvips says, and what it means for the photo. */
const MEANINGS: readonly (readonly [said: RegExp, code: ErrorCode])[] = [
  [/exceeds pixel limit|out of memory|memory area too large/i, "image-too-large"],
  [/timeout/i, "decode-timeout"],
  // "unsupported image format" is what it says of a known one whose header is damaged.
  [/has not been built in|unsupported (?!image format)/i, "format-unsupported"],
];

const EXPECTED: Partial<Record<ErrorCode, string>> = {
  "image-too-large": "a picture that fits in memory",
  "decode-timeout": "a picture that decodes within seconds",
  "format-unsupported": "a picture that can be decoded",
};

/** A decoder's complaint about one file, as the sentence that the user can be shown. */
export function toDecodeError(path: string, format: string, cause: unknown): LibraryError {
  if (cause instanceof LibraryError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  const code = MEANINGS.find(([pattern]) => pattern.test(said))?.[1] ?? "image-corrupt";
  const expected = EXPECTED[code] ?? `a complete ${format}`;
  const got = complaint(said.replaceAll(path, "the file"));
  return new LibraryError(code, `Expected ${expected} at ${path} but got: ${got}`, { cause });
}

/** libvips repeats itself, a line for each layer that gave up, and sometimes says nothing. */
function complaint(said: string): string {
  const first = said.split("\n", 1)[0]!.trim().replace(/:$/, "");
  return first === "Unknown error" ? "damaged data" : first;
}
