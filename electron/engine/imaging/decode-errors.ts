import { LibraryError, type ErrorCode } from "../../contract/errors.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";

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

/** How libvips and the decoders behind it say that bytes are missing at the end. */
const CUT_OFF =
  /premature end|unexpected end|end of (?:file|data|stream)|truncat|not enough (?:data|bytes)|too few bytes|read (?:error|gave)|bad seek|"offset" is out of range/i;

/** A decoder's complaint about one file, as the sentence that the user can be shown. */
export function toDecodeError(path: string, format: string, cause: unknown): LibraryError {
  if (cause instanceof LibraryError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? "image-corrupt";
  const expected = EXPECTED[code] ?? `a complete ${format}`;
  const said = complaint(text.replaceAll(path, "the file"));
  return new LibraryError(
    code,
    `Expected ${expected} at ${path} but got: ${said ?? "damaged data"}`,
    { cause, why: explain(code, format, said) },
  );
}

/** libvips repeats itself, a line for each layer that gave up, and sometimes says nothing. */
function complaint(said: string): string | undefined {
  const first = said.split("\n", 1)[0]!.trim().replace(/:$/, "");
  return first === "" || first === "Unknown error" ? undefined : first;
}

function explain(code: ErrorCode, format: string, said: string | undefined): Told | undefined {
  if (code === "decode-timeout") return tell("reading.timeout");
  if (said === undefined)
    return code === "image-corrupt" ? tell("reading.damaged.somehow", { format }) : undefined;
  if (code === "image-too-large") return tell("reading.memory", { said });
  if (code === "format-unsupported") return tell("reading.variety", { said });
  return tell(CUT_OFF.test(said) ? "reading.cut-off" : "reading.damaged", { format, said });
}
