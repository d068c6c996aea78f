/**
 * @file Whether two pictures are one and the same, by how light and dark lie in them.
 *
 * [Note: Same picture] The embedding says what a photo means: two lemons on a shelf have a likeness of 0.99, and a photo beside its own copy
 * with other colours has 0.95. So what is to be called the same shot has to have its light and dark at the same places, too: the correlation
 * of two small grey pictures, which brightness and contrast do not change. It is taken in all eight orientations, and of what a crop may
 * have left. test/bench/README.md says what it tells apart.
 */

/** The grey picture is so many pixels wide and high, whatever the shape of what it is of. */
export const GREY_PX = 32;

/** Correlation at which two are the same picture. */
const SAME = 0.8;
/** The best of many windows is higher by chance. */
const SAME_CROPPED = 0.9;

/** Points that are compared in each direction. */
const POINTS = 16;

/** Shares of width and of height that a crop may have left, and how far one window is from the next. */
const CROPS = [1, 0.9, 0.8, 0.7] as const;
const STEP = 0.05;

/** A part of a grey picture, in fractions of it. */
interface Window {
  readonly x: Span;
  readonly y: Span;
}

interface Span {
  readonly from: number;
  readonly size: number;
}

const ALL: Span = { from: 0, size: 1 };
const WHOLE: Window = { x: ALL, y: ALL };

/** Rows of bytes, {@link GREY_PX} each way; see imaging/grey-picture.ts. */
export type GreyPicture = Uint8Array;

/** Whether one is the other: turned, mirrored, brighter, paler, or cropped to seven tenths at least. */
export function isSamePicture(one: GreyPicture, other: GreyPicture): boolean {
  const whole = sample(other, WHOLE);
  const points = sample(one, WHOLE);
  return (
    orientations.some((turn) => correlation(points.map(turn(points)), whole) >= SAME) ||
    isCropOf(whole, one) ||
    isCropOf(points, other)
  );
}

function isCropOf(points: Float64Array, larger: GreyPicture): boolean {
  return windows.some((window) => correlation(sample(larger, window), points) >= SAME_CROPPED);
}

const spans = CROPS.flatMap((size) =>
  Array.from({ length: Math.round((1 - size) / STEP) + 1 }, (_, at) => ({ from: at * STEP, size })),
);
/** Crops of both sides alike, or of one side. */
const windows = spans.flatMap((x) =>
  spans
    .filter((y) => x.size === y.size || x.size === 1 || y.size === 1)
    .map((y): Window => ({ x, y })),
);

type Turn = (points: Float64Array) => (value: number, at: number) => number;

/** As it is, turned by quarters, and each of these mirrored. */
const orientations: readonly Turn[] = [false, true].flatMap((isMirrored) =>
  [0, 1, 2, 3].map((quarters): Turn => {
    return (points) => (_, at) => {
      let [x, y] = [at % POINTS, Math.floor(at / POINTS)];
      if (isMirrored) x = POINTS - 1 - x;
      for (let turn = 0; turn < quarters; turn++) [x, y] = [y, POINTS - 1 - x];
      return points[y * POINTS + x]!;
    };
  }),
);

/** The mean around each point of a grid that lies over the window. */
function sample(grey: GreyPicture, window: Window): Float64Array {
  const points = new Float64Array(POINTS * POINTS);
  for (let y = 0; y < POINTS; y++) {
    const yPx = placeIn(window.y, y);
    for (let x = 0; x < POINTS; x++) {
      points[y * POINTS + x] = meanAt(grey, placeIn(window.x, x), yPx);
    }
  }
  return points;
}

/** Of the middle of a point, in pixels. */
function placeIn({ from, size }: Span, point: number): number {
  return (from + ((point + 0.5) / POINTS) * size) * GREY_PX;
}

/** Of the four pixels around a place, by their nearness. */
function meanAt(grey: GreyPicture, xPx: number, yPx: number): number {
  const [x, y] = [clamp(xPx - 0.5), clamp(yPx - 0.5)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(GREY_PX - 1, left + 1), Math.min(GREY_PX - 1, top + 1)];
  const [shareX, shareY] = [x - left, y - top];
  const upper = grey[top * GREY_PX + left]! * (1 - shareX) + grey[top * GREY_PX + right]! * shareX;
  const lower =
    grey[bottom * GREY_PX + left]! * (1 - shareX) + grey[bottom * GREY_PX + right]! * shareX;
  return upper * (1 - shareY) + lower * shareY;
}

function clamp(place: number): number {
  return Math.max(0, Math.min(GREY_PX - 1, place));
}

/** In [−1, 1]. Two pictures without any light and dark in them are the same where their grey is. */
function correlation(one: Float64Array, other: Float64Array): number {
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [both, squaresOne, squaresOther] = [0, 0, 0];
  for (const [at, value] of one.entries()) {
    const [a, b] = [value - meanOne, other[at]! - meanOther];
    both += a * b;
    squaresOne += a * a;
    squaresOther += b * b;
  }
  const isFlat = (squares: number): boolean => squares < one.length;
  if (isFlat(squaresOne) || isFlat(squaresOther)) {
    const isAlike =
      isFlat(squaresOne) && isFlat(squaresOther) && Math.abs(meanOne - meanOther) < 16;
    return isAlike ? 1 : 0;
  }
  return both / Math.sqrt(squaresOne * squaresOther);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
