import type {
  DuplicateKind,
  DuplicatePhoto,
  KeepReason,
} from "../../../electron/contract/duplicates.ts";
import { formatPercent } from "../messages/format.ts";
import { say } from "../messages/say.ts";

/** Below these shares a copy is said to be smaller, or compressed more. */
const SMALLER = 0.98;
const LIGHTER = 0.95;

/** Why a photo is suggested to be kept, the most important first: "largest", "has 3 tags". */
export function reasonWords(photo: DuplicatePhoto, reasons: readonly KeepReason[]): string[] {
  return reasons.map((reason) =>
    say(`duplicates.is.${reason}`, { count: countFor(photo, reason) }),
  );
}

function countFor(photo: DuplicatePhoto, reason: KeepReason): number {
  if (reason === "rated") return photo.rating;
  return reason === "tagged" ? photo.tags.length : photo.albums;
}

/** How another photo of the group compares with the one that is suggested, and what it has: "25% of the pixels", "has 1 tag". */
export function copyWords(
  photo: DuplicatePhoto,
  best: DuplicatePhoto,
  kind: DuplicateKind,
): string[] {
  const has: KeepReason[] = [
    ...(photo.flag === "pick" ? (["picked"] as const) : []),
    ...(photo.rating > 0 ? (["rated"] as const) : []),
    ...(photo.tags.length > 0 ? (["tagged"] as const) : []),
    ...(photo.albums > 0 ? (["in-albums"] as const) : []),
  ];
  // The photos of a burst are different photos, and nobody's copies.
  const than = kind === "bursts" ? [] : [compared(photo, best, kind)];
  return [...than, ...reasonWords(photo, has)];
}

function compared(photo: DuplicatePhoto, best: DuplicatePhoto, kind: DuplicateKind): string {
  if (kind === "exact") return say("duplicates.is.same-bytes");
  const pixels = pixelsOf(photo) / pixelsOf(best);
  if (pixels < SMALLER) return say("duplicates.is.smaller", { share: formatPercent(pixels) });
  const bytes = photo.sizeBytes / best.sizeBytes;
  return bytes < LIGHTER
    ? say("duplicates.is.compressed", { share: formatPercent(bytes) })
    : say("duplicates.is.as-large");
}

/** The folders that a file is in, the last two: "Pictures/Trips". */
export function placeWords(path: string): string {
  return path.split(/[\\/]/).slice(-3, -1).join("/");
}

function pixelsOf({ widthPx, heightPx }: DuplicatePhoto): number {
  return Math.max(1, (widthPx ?? 0) * (heightPx ?? 0));
}
