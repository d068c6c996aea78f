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

/** What to show of a photo in a grid; undefined while there is nothing, or when there never will be. */
export function thumbnailOf({
  state,
  fingerprint,
}: Pick<Photo, "state" | "fingerprint">): string | undefined {
  return fingerprint === null || state === "failed" ? undefined : thumbnailUrl(fingerprint);
}

/** Where the bytes of a picture from outside are sent. */
export function droppedPictureUrl(name: string): string | undefined {
  return root === undefined ? undefined : `${root}/picture?name=${encodeURIComponent(name)}`;
}

/** A picture with a long side of at most 2048 px. */
export function previewUrl(id: PhotoId): string | undefined {
  return root === undefined ? undefined : `${root}/preview/${id}`;
}
