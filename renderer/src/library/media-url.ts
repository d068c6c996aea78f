/** @file The only place that knows how a thumbnail or a preview is addressed. */
import type { Fingerprint, Photo, PhotoId } from "../../../electron/contract/photo.ts";

let root: string | undefined;

/** Called once by the bridge: "media://library" in the shell, "/media/<secret>" in the browser host. */
export function setMediaRoot(address: string): void {
  root = address;
}

export function thumbnailUrl(fingerprint: Fingerprint): string | undefined {
  return root === undefined ? undefined : `${root}/thumbnail/${fingerprint}`;
}

/** What its thumbnail is addressed by; undefined while there is none, or when there never will be. */
export function thumbnailKey({
  kind,
  state,
  fingerprint,
}: Pick<Photo, "kind" | "state" | "fingerprint">): Fingerprint | undefined {
  return kind === "video" || state === "failed" ? undefined : (fingerprint ?? undefined);
}

/** What to show of a photo in a grid; undefined where {@link thumbnailKey} is. */
export function thumbnailOf(
  photo: Pick<Photo, "kind" | "state" | "fingerprint">,
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

/** A picture with a long side of at most 2048 px. */
export function previewUrl(id: PhotoId): string | undefined {
  return root === undefined ? undefined : `${root}/preview/${id}`;
}
