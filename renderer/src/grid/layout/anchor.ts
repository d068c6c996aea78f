import type { GridLayout } from "./justify.ts";
import { rowOfPhoto, rowsBetween } from "./rows.ts";

/** The point of a photo that keeps its height in the window when the rows around it change. */
export interface Anchor {
  readonly index: number;
  /** How far down the photo the point is: 0 its upper edge, 1 its lower edge. */
  readonly share: number;
  /** From the top of the window to the point. */
  readonly offsetPx: number;
}

/** The part of a grid that is on the screen. */
export interface AnchorFrame {
  readonly layout: GridLayout;
  readonly yPx: number;
  readonly heightPx: number;
}

/** Holds a photo where somebody left it; undefined at the top. */
export function anchorAtPlace(
  place: { readonly index: number; readonly offsetPx: number } | undefined,
): Anchor | undefined {
  return place && { ...place, share: 0 };
}

/** Holds a photo by its upper edge, wherever that is. */
export function anchorOfPhoto({ layout, yPx }: AnchorFrame, index: number): Anchor {
  return { index, share: 0, offsetPx: layout.topPx[rowOfPhoto(layout, index)]! - yPx };
}

/** Holds the first photo of the row at the top of the window. */
export function anchorAtTop(frame: AnchorFrame): Anchor {
  return anchorOfPhoto(frame, photoAtHeight(frame, 0));
}

/** Holds what is under the pointer: the photo there, else one of the row at that height. */
export function anchorAtPoint(frame: AnchorFrame, offsetPx: number, index?: number): Anchor {
  const { layout, yPx } = frame;
  const held = index ?? photoAtHeight(frame, offsetPx);
  const row = rowOfPhoto(layout, held);
  const share = (yPx + offsetPx - layout.topPx[row]!) / layout.rowPx[row]!;
  return { index: held, share: Math.min(1, Math.max(0, share)), offsetPx };
}

/** Holds the focused photo where it is seen, and at the top of the grid nothing. What is held already stays as it is: rounding would let it wander. */
export function holdFocus(held: Anchor | undefined, focus: Anchor | undefined): Anchor | undefined {
  return held && focus && focus.index !== held.index ? focus : held;
}

/** The height of the grid that stands at the top of the window when the anchor is where it was, and in a lower window still seen. */
export function heightOfAnchor(anchor: Anchor, layout: GridLayout, heightPx: number): number {
  const row = rowOfPhoto(layout, anchor.index);
  const belowPx = (1 - anchor.share) * layout.rowPx[row]!;
  const offsetPx = Math.min(anchor.offsetPx, Math.max(0, heightPx - belowPx));
  return layout.topPx[row]! + anchor.share * layout.rowPx[row]! - offsetPx;
}

/**
 * Which photo gets the keyboard where the window is not to move for it: the one that had it if any of it is seen under the header, else
 * the first that is seen whole.
 */
export function seenPhoto(frame: AnchorFrame, index: number, headerPx: number): number {
  const { layout, yPx, heightPx } = frame;
  const row = rowOfPhoto(layout, index);
  const isSeen =
    layout.topPx[row]! + layout.rowPx[row]! > yPx + headerPx && layout.topPx[row]! < yPx + heightPx;
  if (isSeen) return index;
  const cut = rowOfPhoto(layout, photoAtHeight(frame, headerPx));
  const below = layout.firstPhoto[cut + 1]!;
  const isWhole =
    layout.topPx[cut]! >= yPx + headerPx || below >= layout.firstPhoto[layout.rowCount]!;
  return isWhole ? layout.firstPhoto[cut]! : below;
}

function photoAtHeight({ layout, yPx }: AnchorFrame, offsetPx: number): number {
  const { start } = rowsBetween(layout, yPx + offsetPx, yPx + offsetPx);
  const last = layout.firstPhoto[layout.rowCount]! - 1;
  return Math.min(layout.firstPhoto[start]!, last);
}
