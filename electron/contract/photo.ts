import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { LabelPrecision, LabelVerdict } from "./label.ts";
import { PhotoMirror } from "./photo-mirror.ts";
import { Told } from "./told.ts";
import { ColourLabel, Flag, PhotoValues, Turn } from "./values.ts";

/** A photo's identity in the catalog. Stable across renames, edits and re-indexing. */
export const PhotoId = z.number().int().positive().brand<"PhotoId">();
export type PhotoId = z.infer<typeof PhotoId>;

/** SHA-256 of a file's bytes, lower-case hex. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
export type Fingerprint = z.infer<typeof Fingerprint>;

export const Label = z.object({
  /** Display name as written in the model's label file, e.g. "golden retriever". */
  name: z.string(),
  /** WordNet 3.0 noun id of the class ("n02099601"); null where the model's label file has none. */
  wnid: z.string().nullable(),
  /** Softmax probability in [0, 1]. Comparable within one photo, not between models. */
  confidence: z.number().min(0).max(1),
});
export type Label = z.infer<typeof Label>;

/** A label as the detail panel shows it. */
export const TopLabel = Label.extend({
  /** Wider words that people use, nearest first: ["cat", "animal"] for a tabby. */
  families: z.array(z.string()),
  /** What the user said of it on this photo. */
  verdict: LabelVerdict.nullable(),
  /** How often this label was right where the user said so; null where nothing was said. */
  precision: LabelPrecision.nullable(),
});
export type TopLabel = z.infer<typeof TopLabel>;

/**
 * How far a photo has come on its walk: `seen` (on the disk, shown as a placeholder), `shown` (has a
 * thumbnail), `indexed` (has labels and an embedding), `failed` (could not be shown; see its failure). A video is `shown`
 * as soon as its facts are read.
 */
export const PhotoState = z.enum(["seen", "shown", "indexed", "failed"]);
export type PhotoState = z.infer<typeof PhotoState>;

/**
 * Where a capture time comes from: the file's EXIF (or a reader that knows its format as well), an XMP packet or sidecar, IPTC, the
 * file's name, or the user.
 */
export const TakenFrom = z.enum(["exif", "xmp", "iptc", "name", "user"]);
export type TakenFrom = z.infer<typeof TakenFrom>;

/** A video is an entry like any other and can be tagged and found by its words; no model looks at it. */
export const PhotoKind = z.enum(["photo", "video"]);
export type PhotoKind = z.infer<typeof PhotoKind>;

/**
 * What a file is to its photo: `image`, or `raw` where there is no image, or `video` is what is shown; a `raw` or
 * `motion` (a film of a second or two) beside an image, and a `sidecar`, travel with it.
 */
export const FileRole = z.enum(["image", "raw", "video", "motion", "sidecar"]);
export type FileRole = z.infer<typeof FileRole>;

export const PhotoFile = z.object({
  role: FileRole,
  name: z.string(),
  /** Absolute, in the platform's notation. */
  path: z.string(),
  sizeBytes: z.number().int().nonnegative(),
});
export type PhotoFile = z.infer<typeof PhotoFile>;

/** What a page of a grid or of the command line needs to know about one catalog entry. */
export const Photo = z.object({
  id: PhotoId,
  /** File name with its extension. */
  name: z.string(),
  /** Absolute path in the platform's notation. */
  path: z.string(),
  kind: PhotoKind,
  state: PhotoState,
  /** The file is not where it was; the entry and its tags are kept. */
  isMissing: z.boolean(),
  /** Size as the user sees it, orientation and turn applied; null until the photo was decoded. */
  widthPx: z.number().int().positive().nullable(),
  heightPx: z.number().int().positive().nullable(),
  /** What the user, or an XMP file, turned it by; thumbnails and previews are asked for with it. */
  turn: Turn,
  /** Addresses the thumbnail; null until the file was read. */
  fingerprint: Fingerprint.nullable(),
  /** Dominant colour as `#rrggbb`, the placeholder while the thumbnail loads; null until decoded. */
  colour: z.string().nullable(),
  /**
   * Capture time as ISO 8601 local wall time, with an offset only where it is known
   * (`2023-05-14T18:03:07`, `2023-05-14T18:03:07+02:00`), the day alone where no time is known; null where nothing says.
   */
  takenAt: z.string().nullable(),
  /** Of a video whose file says so; else null. */
  durationSeconds: z.number().positive().nullable(),
  /** Stars, 0 to 5; 0 is unrated. */
  rating: z.number().int().min(0).max(5),
  flag: Flag.nullable(),
  colourLabel: ColourLabel.nullable(),
  /** The user's own tags and those that came with the file, alphabetical. */
  tags: z.array(z.string()),
  /** The model's labels at or above its card's threshold, most confident first. */
  labels: z.array(Label),
});
export type Photo = z.infer<typeof Photo>;

/** Why a photo could not be indexed. */
export const Failure = z.object({
  path: z.string(),
  code: ErrorCode,
  /** As the log has it. */
  message: z.string(),
  /** What the code does not say, for people: what is missing, too large or forbidden. Absent where there is no more to say. */
  why: z.optional(z.object({ sentence: z.string(), told: Told })),
});
export type Failure = z.infer<typeof Failure>;

/** Everything the detail panel shows about one photo. Absent facts are null. */
export const PhotoDetail = Photo.extend({
  /** The watched folder that holds the photo. */
  folderPath: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  /** The one that is shown first, then those that travel with it. */
  files: z.array(PhotoFile).min(1),
  /** File time, epoch milliseconds. */
  modifiedAtMs: z.number(),
  /** "JPEG", "PNG", …; by content, not by extension. */
  format: z.string().nullable(),
  /** Null where `takenAt` is. */
  takenFrom: TakenFrom.nullable(),
  /** What the user entered, else what the file says; the same holds for rating, flag and colour label. */
  title: z.string().nullable(),
  caption: z.string().nullable(),
  entered: PhotoValues,
  fromFile: PhotoValues,
  /** Those of the tags that came with the file and that the user did not enter. */
  importedTags: z.array(z.string()),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  /** f-number. */
  aperture: z.number().nullable(),
  exposureSeconds: z.number().nullable(),
  iso: z.number().nullable(),
  focalLengthMm: z.number().nullable(),
  /** Of the lens that shows as much on 35 mm film. */
  focalLength35Mm: z.number().nullable(),
  /** Decimal degrees, WGS 84; north and east are positive. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Above the sea; negative below it. */
  altitudeM: z.number().nullable(),
  /**
   * Labels that the user confirmed, the model's five most confident ones whatever their confidence (see
   * `labelThreshold`), and those that the user rejected, each once. What a rejected family holds is left out.
   */
  topLabels: z.array(TopLabel),
  /** Below this confidence a label is a guess and is shown as one; from the model's card. */
  labelThreshold: z.number(),
  failure: Failure.nullable(),
  mirror: PhotoMirror,
});
export type PhotoDetail = z.infer<typeof PhotoDetail>;
