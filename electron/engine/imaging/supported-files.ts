/**
 * @file Which files are photos, judged by name alone so that a scan opens nothing.
 *
 * More than what can be decoded: a photo that cannot be shown still appears, with its reason, and keeps
 * its tags. SVG is left out: it is a drawing, and rendering one from a stranger can read other files.
 */

const PICTURES = [
  ...[
    "jpg",
    "jpeg",
    "jpe",
    "jfif",
    "mpo",
    "png",
    "apng",
    "webp",
    "gif",
    "tif",
    "tiff",
    "avif",
    "avifs",
  ],
  ...["bmp", "dib", "heic", "heics", "heif", "heifs", "hif", "jxl", "jp2", "j2k", "jpf", "jpx"],
];

/** Camera manufacturers' own formats. */
export const RAW_EXTENSIONS: ReadonlySet<string> = new Set([
  ...[
    "3fr",
    "arw",
    "cr2",
    "cr3",
    "crw",
    "dcr",
    "dng",
    "erf",
    "fff",
    "gpr",
    "iiq",
    "k25",
    "kdc",
    "mef",
  ],
  ...[
    "mos",
    "mrw",
    "nef",
    "nrw",
    "orf",
    "pef",
    "raf",
    "raw",
    "rw2",
    "rwl",
    "sr2",
    "srf",
    "srw",
    "x3f",
  ],
]);

const PHOTO_EXTENSIONS: ReadonlySet<string> = new Set([...PICTURES, ...RAW_EXTENSIONS]);

/** Whether a file of this name is taken into the library. macOS's `._` companions are not photos. */
export function isPhotoName(name: string): boolean {
  return !name.startsWith("._") && PHOTO_EXTENSIONS.has(extensionOf(name));
}

/** Lower case, without the dot; "" where the name has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}
