/**
 * @file What a file is, judged by its name alone so that a scan opens nothing.
 *
 * More than what can be decoded: a photo that cannot be shown still appears, with its reason, and keeps
 * its tags. SVG is left out: it is a drawing, and rendering one from a stranger can read other files.
 */

const IMAGES = [
  ...["jpg", "jpeg", "jpe", "jfif", "mpo", "png", "apng", "webp", "gif", "tif", "tiff", "avif"],
  ...["avifs", "bmp", "dib", "heic", "heics", "heif", "heifs", "hif", "jxl", "jp2", "j2k", "jpf"],
  "jpx",
];

/** Camera manufacturers' own formats. */
const RAWS = [
  ...["3fr", "arw", "cr2", "cr3", "crw", "dcr", "dng", "erf", "fff", "gpr", "iiq", "k25", "kdc"],
  ...["mef", "mos", "mrw", "nef", "nrw", "orf", "pef", "raf", "raw", "rw2", "rwl", "sr2", "srf"],
  ...["srw", "x3f"],
];

const VIDEOS = [
  ...["3g2", "3gp", "asf", "avi", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mts"],
  ...["ogv", "qt", "webm", "wmv"],
];

/** XMP, Apple's list of edits, and a camera's thumbnail of a film: they say something about a photo and are none. */
const SIDECARS = ["xmp", "aae", "thm"];

export type FileKind = "image" | "raw" | "video" | "sidecar";

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ...IMAGES.map((extension) => [extension, "image"] as const),
  ...RAWS.map((extension) => [extension, "raw"] as const),
  ...VIDEOS.map((extension) => [extension, "video"] as const),
  ...SIDECARS.map((extension) => [extension, "sidecar"] as const),
]);

/** Undefined for files that are no business of a library. macOS's `._` companions are none either. */
export function fileKind(name: string): FileKind | undefined {
  return name.startsWith("._") ? undefined : KINDS.get(extensionOf(name));
}

/** Whether a file of this name may be an entry of the library by itself. */
export function isPhotoName(name: string): boolean {
  const kind = fileKind(name);
  return kind !== undefined && kind !== "sidecar";
}

/** Whether a scan must know of a file of this name: a photo, or what may belong to one. */
export function isLibraryName(name: string): boolean {
  return fileKind(name) !== undefined;
}

/** Lower case, without the dot; "" where the name has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}
