/**
 * @file How a picture lies in a pane: its size and place, and what wheel, keys and drags make of them. Pure.
 *
 * A place is told as a part of the picture and not in pixels, so that one zoom means the same for the next photo and
 * for several panes side by side.
 */
export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** In CSS pixels, from the top left corner of the pane. */
export interface Point {
  readonly xPx: number;
  readonly yPx: number;
}

/** A picture and the pane that shows it. */
export interface Frame {
  /** The photo's own pixels. */
  readonly picture: Size;
  /** In CSS pixels. */
  readonly pane: Size;
  /** Device pixels in one CSS pixel. */
  readonly density: number;
}

export type Zoom =
  /** All of the picture is seen; a small one at its own size. */
  | { readonly kind: "fit" }
  | {
      readonly kind: "scaled";
      /** Device pixels for one pixel of the photo: 1 is 100 %. */
      readonly scale: number;
      /** What lies in the middle of the pane, as a part of the picture's width and height, from 0 to 1. */
      readonly x: number;
      readonly y: number;
    };

export interface Placement extends Size {
  readonly leftPx: number;
  readonly topPx: number;
  /** As in {@link Zoom}, also where the picture fits. */
  readonly scale: number;
}

export const FIT: Zoom = { kind: "fit" };
export const MIN_SCALE = 0.05;
export const MAX_SCALE = 8;

const LADDER = [0.05, 0.08, 0.12, 0.17, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 6, 8];
/** Less than this is no step. */
const SAME = 1.001;

/** The largest scale at which all of the picture is seen. Enlarging a small picture shows no more of it. */
export function fitScale({ picture, pane, density }: Frame): number {
  const room = Math.min(pane.widthPx / picture.widthPx, pane.heightPx / picture.heightPx);
  return Math.min(1, room * density);
}

export function scaleOf(zoom: Zoom, frame: Frame): number {
  return zoom.kind === "fit" ? fitScale(frame) : zoom.scale;
}

/** Where the picture is drawn, on whole device pixels. Its edges never come into the pane while it is larger. */
export function place(zoom: Zoom, frame: Frame): Placement {
  const { picture, pane, density } = frame;
  const scale = scaleOf(zoom, frame);
  const onGrid = (px: number): number => Math.round(px * density) / density;
  const widthPx = Math.max(1, onGrid((picture.widthPx * scale) / density));
  const heightPx = Math.max(1, onGrid((picture.heightPx * scale) / density));
  const { x, y } = zoom.kind === "fit" ? { x: 0.5, y: 0.5 } : zoom;
  return {
    widthPx,
    heightPx,
    leftPx: onGrid(pane.widthPx / 2 - bounded(x, widthPx, pane.widthPx) * widthPx),
    topPx: onGrid(pane.heightPx / 2 - bounded(y, heightPx, pane.heightPx) * heightPx),
    scale,
  };
}

/** Another scale, with the same part of the picture under the point. Passing the size that fits stops there. */
export function zoomAt(zoom: Zoom, frame: Frame, { scale, at }: ZoomTarget): Zoom {
  const before = place(zoom, frame);
  const fitting = fitScale(frame);
  const wanted = limited(scale, fitting);
  const passesFit =
    (before.scale - fitting) * (wanted - fitting) < 0 && !isSame(before.scale, fitting);
  if (passesFit || isSame(wanted, fitting)) return FIT;
  const { pane, picture, density } = frame;
  const widthPx = (picture.widthPx * wanted) / density;
  const heightPx = (picture.heightPx * wanted) / density;
  const x = (at.xPx - before.leftPx) / before.widthPx;
  const y = (at.yPx - before.topPx) / before.heightPx;
  return {
    kind: "scaled",
    scale: wanted,
    x: bounded(x + (pane.widthPx / 2 - at.xPx) / widthPx, widthPx, pane.widthPx),
    y: bounded(y + (pane.heightPx / 2 - at.yPx) / heightPx, heightPx, pane.heightPx),
  };
}

export interface ZoomTarget {
  /** Beyond 5 to 800 % the nearest of them. */
  readonly scale: number;
  readonly at: Point;
}

/**
 * Between all of the picture and 100 %, with what is under the point staying there. A picture that is seen whole at 100 % goes
 * to 200 %.
 */
export function toggle(zoom: Zoom, frame: Frame, at: Point): Zoom {
  if (zoom.kind !== "fit") return FIT;
  const scale = fitScale(frame) < 1 / SAME ? 1 : 2;
  return zoomAt(zoom, frame, { scale, at });
}

/** The next larger or smaller step of a ladder of round percentages, or the size that fits if that is nearer. */
export function step(zoom: Zoom, frame: Frame, { direction, at }: ZoomStep): Zoom {
  const now = scaleOf(zoom, frame);
  const steps = [...LADDER, fitScale(frame)].sort((a, b) => a - b);
  const next =
    direction > 0
      ? steps.find((one) => one > now * SAME)
      : steps.findLast((one) => one < now / SAME);
  return next === undefined ? zoom : zoomAt(zoom, frame, { scale: next, at });
}

export interface ZoomStep {
  readonly direction: 1 | -1;
  readonly at: Point;
}

/** Moves the picture as far as its edges allow. */
export function pan(zoom: Zoom, frame: Frame, by: Point): Zoom {
  if (zoom.kind === "fit") return zoom;
  const { widthPx, heightPx } = place(zoom, frame);
  const { pane } = frame;
  return {
    ...zoom,
    x: bounded(bounded(zoom.x, widthPx, pane.widthPx) - by.xPx / widthPx, widthPx, pane.widthPx),
    y: bounded(
      bounded(zoom.y, heightPx, pane.heightPx) - by.yPx / heightPx,
      heightPx,
      pane.heightPx,
    ),
  };
}

/** Whether some of the picture is outside of the pane. */
export function canPan(zoom: Zoom, frame: Frame): boolean {
  const { widthPx, heightPx } = place(zoom, frame);
  return widthPx > frame.pane.widthPx || heightPx > frame.pane.heightPx;
}

/** As people read it. */
export function percentOf(scale: number): number {
  return Math.round(scale * 100);
}

export function middleOf({ widthPx, heightPx }: Size): Point {
  return { xPx: widthPx / 2, yPx: heightPx / 2 };
}

/** The part of the picture in the middle of the pane that keeps its edges out, or its own middle if it is smaller. */
function bounded(part: number, lengthPx: number, panePx: number): number {
  if (lengthPx <= panePx) return 0.5;
  const margin = panePx / 2 / lengthPx;
  return Math.min(1 - margin, Math.max(margin, part));
}

/** A picture so large that it fits only below the smallest scale may still be seen whole. */
function limited(scale: number, fitting: number): number {
  return Math.min(MAX_SCALE, Math.max(Math.min(MIN_SCALE, fitting), scale));
}

function isSame(a: number, b: number): boolean {
  return a < b * SAME && b < a * SAME;
}
