/**
 * @file Which files of a directory are one photo. Judged by names and sizes alone.
 *
 * [Note: One photo, several files] Cameras and phones write one photograph into several files of one stem: JPEG or
 * HEIC beside RAW, a still picture beside a short film, XMP and other sidecars. The image is what is shown, indexed
 * and compared, because it is the photographer's own rendering and needs no RAW developer; RAW, motion and sidecars
 * are its companions. RAW alone is shown by its preview. Two images of one stem (IMG_1.jpg, IMG_1.png) are two photos:
 * nothing but the name says that they are alike.
 */
import type { CompanionRole } from "../catalog/photo-files.ts";
import { extensionOf, fileKind } from "../support/file-kind.ts";
import { foldText } from "../../contract/fold-text.ts";

/** What grouping needs to know of a file. */
export interface NamedFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** A photo with everything that travels with it. */
export interface FileGroup<F extends NamedFile> {
  /** What is shown: the image, else the RAW, else the video. */
  readonly main: F;
  readonly companions: readonly (F & { readonly role: CompanionRole })[];
}

/** What cameras write beside a RAW or a film. The first of a stem has the companions. */
const CAMERA_IMAGES = ["heic", "heif", "hif", "jpg", "jpeg", "jpe"];
const MOTION = new Set(["mov", "mp4"]);

/** The films of motion photos last three seconds; what is larger than any of them is a video that shares a name. */
const MAX_MOTION_BYTES = 32 * 1024 * 1024;

/** Every photo of a directory with its companions, in the order of its files; sidecars of nothing are left out. */
export function groupFiles<F extends NamedFile>(files: readonly F[]): FileGroup<F>[] {
  const stems = byStem(files);
  const owners = new Map<F, { readonly of: F; readonly role: CompanionRole }>();
  for (const file of files) {
    const of = stems.size < files.length ? ownerOf(file, stems.get(stemOf(file.name))!) : undefined;
    if (of) owners.set(file, { of, role: roleOf(file) });
  }
  for (const file of files.filter(({ name }) => fileKind(name) === "sidecar")) {
    const of = describedBy(file, stems);
    if (of) owners.set(file, { of: owners.get(of)?.of ?? of, role: "sidecar" });
  }

  const companions = new Map<F, (F & { readonly role: CompanionRole })[]>();
  for (const [file, { of, role }] of owners) {
    const own = companions.get(of);
    if (own) own.push({ ...file, role });
    else companions.set(of, [{ ...file, role }]);
  }
  return files
    .filter((file) => !owners.has(file) && fileKind(file.name) !== "sidecar")
    .map((main) => ({ main, companions: companions.get(main) ?? [] }));
}

/** The image that a RAW or a film of the same stem belongs to. */
function ownerOf<F extends NamedFile>(file: F, namesakes: readonly F[]): F | undefined {
  const kind = fileKind(file.name);
  if (kind !== "raw" && !(kind === "video" && isMotion(file))) return undefined;
  const images = namesakes.filter(({ name }) => CAMERA_IMAGES.includes(extensionOf(name)));
  return first(images, [
    // Where the disk tells IMG.jpg from img.jpg, the spelling does as well.
    ({ name }) => Number(withoutExtension(name) !== withoutExtension(file.name)),
    ({ name }) => CAMERA_IMAGES.indexOf(extensionOf(name)),
  ]);
}

function isMotion({ name, sizeBytes }: NamedFile): boolean {
  return MOTION.has(extensionOf(name)) && sizeBytes <= MAX_MOTION_BYTES;
}

function roleOf({ name }: NamedFile): CompanionRole {
  return fileKind(name) === "raw" ? "raw" : "motion";
}

/** IMG.jpg.xmp is of IMG.jpg; IMG.xmp is, as Adobe writes it, of the RAW, else of whatever has the stem. */
function describedBy<F extends NamedFile>(
  sidecar: F,
  stems: ReadonlyMap<string, readonly F[]>,
): F | undefined {
  const target = withoutExtension(sidecar.name);
  const exact = stems
    .get(stemOf(target))
    ?.filter((file) => foldText(file.name) === foldText(target));
  const named = exact?.find((file) => fileKind(file.name) !== "sidecar");
  if (named) return named;
  const namesakes = stems.get(foldText(target))!.filter(({ name }) => fileKind(name) !== "sidecar");
  const kinds = ["raw", "image", "video"];
  return first(namesakes, [
    ({ name }) => kinds.indexOf(fileKind(name)!),
    ({ name }) => (CAMERA_IMAGES.indexOf(extensionOf(name)) + 100) % 100,
  ]);
}

/** The smallest by the first measure that tells them apart, else by name. */
function first<F extends NamedFile>(
  files: readonly F[],
  measures: readonly ((file: F) => number)[],
): F | undefined {
  return files.toSorted((a, b) => {
    const differing = measures.find((measure) => measure(a) !== measure(b));
    if (differing) return differing(a) - differing(b);
    return a.name < b.name ? -1 : 1;
  })[0];
}

function byStem<F extends NamedFile>(files: readonly F[]): Map<string, F[]> {
  const stems = new Map<string, F[]>();
  for (const file of files) {
    const stem = stemOf(file.name);
    const namesakes = stems.get(stem);
    if (namesakes) namesakes.push(file);
    else stems.set(stem, [file]);
  }
  return stems;
}

/** Cameras and disks differ in case, and macOS in the form of accents. */
function stemOf(name: string): string {
  return foldText(withoutExtension(name));
}

function withoutExtension(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? name : name.slice(0, dot);
}
