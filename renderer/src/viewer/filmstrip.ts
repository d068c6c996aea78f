import type { Command } from "../keys/key-table.ts";

/** How large the strip and its thumbnails are. */
export interface StripSize {
  readonly heightPx: number;
  readonly thumbPx: number;
}

export const STRIP_GAP_PX = 4;
/** Lower than this there is no room for it. */
export const STRIP_FROM_HEIGHT_PX = 560;

export function stripSize(widthPx: number): StripSize {
  if (widthPx >= 1100) return { heightPx: 96, thumbPx: 72 };
  return widthPx >= 600 ? { heightPx: 80, thumbPx: 60 } : { heightPx: 56, thumbPx: 44 };
}

export interface Strip {
  readonly total: number;
  readonly widthPx: number;
  readonly thumbPx: number;
  /** The photo in the middle, which may be between two. */
  readonly middle: number;
}

/** Which thumbnails are seen, from `start` to before `end`, and where the first of them begins. */
export interface StripWindow {
  readonly start: number;
  readonly end: number;
  readonly leftPx: number;
}

/** The strip begins with the first photo and ends with the last; one that is too short for its room is centred. */
export function stripWindow(strip: Strip): StripWindow {
  const { total, widthPx, thumbPx } = strip;
  const pitchPx = thumbPx + STRIP_GAP_PX;
  const leftPx = widthPx / 2 - clampMiddle(strip) * pitchPx - thumbPx / 2;
  const start = Math.max(0, Math.floor(-leftPx / pitchPx) - 1);
  const end = Math.min(total, Math.ceil((widthPx - leftPx) / pitchPx) + 1);
  return { start, end: Math.max(start, end), leftPx: Math.round(leftPx + start * pitchPx) };
}

export function clampMiddle({ total, widthPx, thumbPx, middle }: Strip): number {
  const pitchPx = thumbPx + STRIP_GAP_PX;
  const half = (widthPx - thumbPx) / 2 / pitchPx;
  const last = Math.max(0, total - 1);
  if (last <= 2 * half) return last / 2;
  return Math.min(last - half, Math.max(half, middle));
}

/** How many thumbnails one window of the strip holds. */
export function stripPage({ widthPx, thumbPx }: Pick<Strip, "widthPx" | "thumbPx">): number {
  return Math.max(1, Math.floor(widthPx / (thumbPx + STRIP_GAP_PX)));
}

/** How far a key goes along the photos; undefined for a command that is no movement. Beyond the ends is the end. */
export function stepOf(
  command: Command,
  { page, total }: { readonly page: number; readonly total: number },
): number | undefined {
  const steps: Partial<Record<Command, number>> = {
    "move.left": -1,
    "move.up": -1,
    "move.right": 1,
    "move.down": 1,
    "move.page-up": -page,
    "move.page-down": page,
    "move.row-start": -total,
    "move.first": -total,
    "move.row-end": total,
    "move.last": total,
  };
  return steps[command];
}
