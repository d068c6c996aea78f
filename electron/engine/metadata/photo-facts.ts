import type { TakenFrom } from "../../contract/photo.ts";
import type { ColourLabel, Flag, Turn } from "../../contract/value-names.ts";

/** Counts up when more or other facts are read, so that photos of an older reader are read again. */
export const METADATA_VERSION = 3;

/** What a file, its sidecars and its name say; what none of them says is absent. */
export interface PhotoFacts {
  /** ISO 8601 local wall time, with an offset only where one is said; the day alone where no time is. */
  readonly takenAt?: string;
  /** Present with `takenAt`; never "user". */
  readonly takenFrom?: TakenFrom;
  readonly camera?: string;
  readonly lens?: string;
  /** f-number. */
  readonly aperture?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly focalLengthMm?: number;
  /** Of the lens that shows as much on 35 mm film. */
  readonly focalLength35Mm?: number;
  /** Decimal degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Above the sea; negative below it. */
  readonly altitudeM?: number;
  readonly title?: string;
  readonly caption?: string;
  /** Stars, 0 to 5. */
  readonly rating?: number;
  readonly flag?: Flag;
  readonly colourLabel?: ColourLabel;
  /** Of the file itself (EXIF, 1 to 8): how its stored pixels are turned to be upright; absent where they are. */
  readonly orientation?: number;
  /** What the XMP file beside it says otherwise, as degrees clockwise over that. */
  readonly turn?: Turn;
  /** Keywords as tag paths, `Places/Portugal/Lisbon`. */
  readonly tags?: readonly string[];
}
