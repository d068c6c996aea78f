import type { Photo } from "../../../electron/contract/photo.ts";
import type { Size } from "./zoom/zoom.ts";

/** The long side of a preview. */
export const PREVIEW_PX = 2048;

/** What a browser decodes itself; the same as `media.original` hands out, told by the name. */
const SHOWN = /\.(?:jpe?g|jpe|jfif|mpo|png|apng|webp|gif|avif|bmp|dib)$/i;
const MAY_MOVE = /\.(?:gif|webp|apng)$/i;
/** A browser holds four bytes for each. */
const MOST_PIXELS = 150_000_000;

type Named = Pick<Photo, "kind" | "state" | "isMissing" | "name" | "widthPx" | "heightPx">;

export function canBeShown({ kind, state, isMissing }: Named): boolean {
  return kind === "photo" && state !== "failed" && !isMissing;
}

/** Whether the file itself can be shown in the place of its preview. */
export function hasOriginal(photo: Named): boolean {
  const pixels = (photo.widthPx ?? 0) * (photo.heightPx ?? 0);
  return canBeShown(photo) && SHOWN.test(photo.name) && pixels > 0 && pixels <= MOST_PIXELS;
}

/** Whether the file may be an animation, of which the preview is the first picture. */
export function mayMove(photo: Named): boolean {
  return hasOriginal(photo) && MAY_MOVE.test(photo.name);
}

/** Whether a picture drawn so wide shows more than its preview has. */
export function exceedsPreview(picture: Size, drawnPx: { readonly widthPx: number }): boolean {
  const longPx = Math.max(picture.widthPx, picture.heightPx);
  const previewWidthPx = picture.widthPx * Math.min(1, PREVIEW_PX / longPx);
  // A preview of all the photo's pixels is never exceeded: the file has no more.
  return longPx > PREVIEW_PX && drawnPx.widthPx > previewWidthPx * 1.02;
}

/** Whether two sizes are of one picture, turned the same way. */
export function hasShapeOf(a: Size, b: Size): boolean {
  const ratio = (a.widthPx / a.heightPx) * (b.heightPx / b.widthPx);
  return ratio > 0.98 && ratio < 1.02;
}
