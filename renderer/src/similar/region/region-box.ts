/** @file The box that is drawn on a photo to search for a part of it. Pure; all in fractions of the picture. */
import type { Region } from "../../../../electron/contract/similar.ts";

/** Half its size, in the middle. */
export const firstBox: Region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** Smaller parts have too few pixels to be like anything. */
const LEAST = 0.05;

/** What a key does at once, and after it was held for a while. */
const KEY_STEP = 0.01;
const FAST_STEP = 0.05;
const FAST_AFTER = 8;

/** The handles of the box by the sides they move: "nw" moves the top and the left. */
export const handles = ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const;
export type Handle = (typeof handles)[number];

/** How far in each direction, to the right and down. */
export interface Shift {
  readonly dx: number;
  readonly dy: number;
}

/** The same box elsewhere; it stops at the edges. */
export function moveBox(box: Region, { dx, dy }: Shift): Region {
  return tidy({
    ...box,
    x: clamp(box.x + dx, 0, 1 - box.width),
    y: clamp(box.y + dy, 0, 1 - box.height),
  });
}

/** The sides of a handle elsewhere, the others where they are. */
export function dragHandle(box: Region, handle: Handle, { dx, dy }: Shift): Region {
  let [left, right] = [box.x, box.x + box.width];
  let [top, bottom] = [box.y, box.y + box.height];
  if (handle.includes("w")) left = clamp(left + dx, 0, right - LEAST);
  if (handle.includes("e")) right = clamp(right + dx, left + LEAST, 1);
  if (handle.includes("n")) top = clamp(top + dy, 0, bottom - LEAST);
  if (handle.includes("s")) bottom = clamp(bottom + dy, top + LEAST, 1);
  return tidy({ x: left, y: top, width: right - left, height: bottom - top });
}

/** One measure of the box as it was written; the others give way where there is no room. */
export function writeBox(box: Region, measure: keyof Region, value: number): Region {
  const written = Number.isFinite(value) ? value : box[measure];
  if (measure === "x" || measure === "y") {
    const place = clamp(written, 0, 1 - LEAST);
    const size = measure === "x" ? "width" : "height";
    return tidy({ ...box, [measure]: place, [size]: Math.min(box[size], 1 - place) });
  }
  const size = clamp(written, LEAST, 1);
  const side = measure === "width" ? "x" : "y";
  return tidy({ ...box, [measure]: size, [side]: Math.min(box[side], 1 - size) });
}

/** What an arrow key does; with Shift the far sides move. `repeats`: how often it came while it was held. */
export function pressArrow(
  box: Region,
  key: string,
  { shift, repeats }: { readonly shift: boolean; readonly repeats: number },
): Region | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const step = repeats >= FAST_AFTER ? FAST_STEP : KEY_STEP;
  const by = { dx: direction.dx * step, dy: direction.dy * step };
  return shift ? dragHandle(box, "se", by) : moveBox(box, by);
}

const directions: Readonly<Record<string, Shift>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

/** The part of a picture as CSS's `object-view-box` wants it. */
export function viewBoxOf({ x, y, width, height }: Region): string {
  const sides = [y, 1 - x - width, 1 - y - height, x].map((part) => `${100 * Math.max(0, part)}%`);
  return `inset(${sides.join(" ")})`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/** Sums of fractions must not reach beyond the edge by rounding: the engine refuses such a part. */
function tidy({ x, y, width, height }: Region): Region {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const [left, top] = [round(x), round(y)];
  return {
    x: left,
    y: top,
    width: fit(left, round(width)),
    height: fit(top, round(height)),
  };
}

function fit(start: number, size: number): number {
  return start + size > 1 ? 1 - start : size;
}
