/** @file The only place that knows how a thumbnail or a preview is addressed. */
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { Turn } from "../../../electron/contract/value-names.ts";

let root: string | undefined;

/** Called once by the bridge: "media://library" in the shell, "/media/<secret>" in the browser host. */
export function setMediaRoot(address: string): void {
  root = address;
}

/** Of a fingerprint, or of a {@link thumbnailKey}, which says the turn itself. */
export function thumbnailUrl(key: string, turn: Turn = 0): string | undefined {
  return root === undefined ? undefined : `${root}/thumbnail/${key}${turned(turn)}`;
}

/** What its thumbnail is addressed by; undefined while there is none, or when there never will be. */
export function thumbnailKey({
  kind,
  state,
  fingerprint,
  turn,
}: Pick<Photo, "kind" | "state" | "fingerprint" | "turn">): string | undefined {
  if (kind === "video" || state === "failed" || fingerprint === null) return undefined;
  return `${fingerprint}${turned(turn)}`;
}

/** What to show of a photo in a grid; undefined where {@link thumbnailKey} is. */
export function thumbnailOf(
  photo: Pick<Photo, "kind" | "state" | "fingerprint" | "turn">,
): string | undefined {
  const key = thumbnailKey(photo);
  return key && thumbnailUrl(key);
}

/** Where the bytes of a picture from outside are sent. */
export function droppedPictureUrl(name: string): string | undefined {
  return root === undefined ? undefined : `${root}/picture?name=${encodeURIComponent(name)}`;
}

/** The film of a video, or of a photo that has one beside it. */
export function videoUrl(id: PhotoId): string | undefined {
  return root === undefined ? undefined : `${root}/video/${id}`;
}

/** The file itself, where browsers show it. */
export function originalUrl(id: PhotoId): string | undefined {
  return root === undefined ? undefined : `${root}/original/${id}`;
}

/** A picture with a long side of at most 2048 px. */
export function previewUrl(id: PhotoId, turn: Turn = 0): string | undefined {
  return root === undefined ? undefined : `${root}/preview/${id}${turned(turn)}`;
}

/** Part of the address, so that nothing shows what it kept of another turn. */
function turned(turn: Turn): string {
  return turn === 0 ? "" : `?turn=${turn}`;
}
