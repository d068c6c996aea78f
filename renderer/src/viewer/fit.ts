import type { Photo } from "../../../electron/contract/photo.ts";

/** The box of a photo on the screen. */
export interface Box {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The largest box of the photo's shape that fits. */
export function fit(photo: Pick<Photo, "widthPx" | "heightPx">, room: Box): Box {
  const { widthPx, heightPx } = photo;
  if (widthPx === null || heightPx === null) return room;
  // A small picture is shown at its own size: enlarging it shows no more of it.
  const scale = Math.min(room.widthPx / widthPx, room.heightPx / heightPx, 1);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
