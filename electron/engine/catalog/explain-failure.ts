import type { ErrorCode } from "../../contract/errors.ts";
import type { Failure } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { inEnglish } from "../../texts/in-english.ts";
import { tell } from "../../texts/tell.ts";

type Explain = (found: readonly string[], path: string) => Told;

/** How libvips and the decoders behind it say that bytes are missing at the end. */
const CUT_OFF =
  /premature end|unexpected end|end of (?:file|data|stream)|truncat|not enough (?:data|bytes)|too few bytes|read (?:error|gave)|bad seek|"offset" is out of range/i;
/** Of decode-errors.ts, where the decoder said nothing. */
const SAID_NOTHING = "damaged data";
const NOT_PERMITTED = /^E(?:ACCES|PERM)\b/;

/**
 * What the log's sentence of a failure says besides its code: decoders, photo workers and earlier versions wrote it, and only the sentence
 * is kept. The first that fits.
 */
const EXPLANATIONS: Readonly<Partial<Record<ErrorCode, readonly (readonly [RegExp, Explain])[]>>> =
  {
    "file-missing": [[/ but there is none$/, (_, path) => tell("reading.gone", { path })]],
    "file-unreadable": [[/ but the system said (.+)$/s, explainSystem]],
    "name-invalid": [[/ in UTF-8 /, () => tell("reading.name")]],
    "format-unsupported": [
      [
        / but got a file of the format (.+)$/,
        ([format]) => tell("reading.format", { format: format! }),
      ],
      [/ but got a file of an unknown format$/, () => tell("reading.format.unknown")],
      [/^Expected a RAW file with a JPEG preview inside /, () => tell("reading.raw.no-preview")],
      [/ but got: (.+)$/s, ([said]) => tell("reading.variety", { said: said! })],
    ],
    "image-corrupt": [
      [/ but got an empty file$/, () => tell("reading.empty")],
      [
        /^Expected a BMP with a size .* but got (.+) pixels$/s,
        ([size]) => tell("reading.bmp-size", { size: size! }),
      ],
      [
        /^Expected exiftool to read .* but got: (.+)$/s,
        ([said]) => tell("reading.exiftool", { said: said! }),
      ],
      [/^Expected a complete (.+?) at .* but got: (.*)$/s, explainDamage],
    ],
    "image-too-large": [
      [
        / with (\d+) MB of memory at .* but got (.+) pixels, which take (\d+) MB$/s,
        ([limit, size, needed]) =>
          tell("reading.too-large", { limit: limit!, size: size!, needed: needed! }),
      ],
      [/ but got: (.+)$/s, ([said]) => tell("reading.memory", { said: said! })],
    ],
    "decode-timeout": [[/^/, () => tell("reading.timeout")]],
    "decoder-crashed": [
      [/ but the engine kept stopping /, () => tell("reading.engine-stopped")],
      [/^/, () => tell("reading.crashed")],
    ],
    "exiftool-missing": [
      [/ needs Perl, /, () => tell("reading.exiftool.perl")],
      [/^/, () => tell("reading.exiftool.none")],
    ],
  };

/** A failure as it is told: beside the sentence of the log, one for people, where there is more to say than its code does. */
export function explainFailure(failure: Omit<Failure, "why">): Failure {
  const { code, message, path } = failure;
  for (const [pattern, explain] of EXPLANATIONS[code] ?? []) {
    const found = pattern.exec(message);
    if (!found) continue;
    const told = explain(found.slice(1), path);
    return { ...failure, why: { sentence: inEnglish(told), told } };
  }
  return failure;
}

function explainSystem([said]: readonly string[]): Told {
  return NOT_PERMITTED.test(said!)
    ? tell("reading.not-permitted", { said: said! })
    : tell("reading.disk", { said: said! });
}

function explainDamage([format, said]: readonly string[]): Told {
  const args = { format: format!, said: said! };
  if (said === SAID_NOTHING) return tell("reading.damaged.somehow", { format: format! });
  return CUT_OFF.test(said!) ? tell("reading.cut-off", args) : tell("reading.damaged", args);
}
