import type { Turn } from "../../contract/value-names.ts";
import { encodePreview } from "./preview.ts";
import { openPicture } from "./sharp.ts";
import { writeThumbnail } from "./thumbnail.ts";

export interface TurnedRendition {
  readonly kind: "thumbnail" | "preview";
  /** Degrees clockwise. */
  readonly turn: Turn;
}

/** Writes a stored rendition turned, at the quality of its kind: the photo itself need not be there. */
export async function turnRendition(
  path: string,
  turnedPath: string,
  { kind, turn }: TurnedRendition,
): Promise<void> {
  const { data, info } = await openPicture(path)
    .rotate(turn)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = { pixels: data, widthPx: info.width, heightPx: info.height };
  if (kind === "thumbnail") await writeThumbnail(turnedPath, image);
  else await encodePreview(turnedPath, image);
}
