/**
 * @file Linear resampling with antialiasing, as Pillow does it: the models were trained on its pictures.
 */

/** For each output pixel along one side, where its input pixels begin and how much each counts. */
export interface Axis {
  readonly starts: Int32Array;
  /** `taps` weights for each output pixel; unused ones are 0. */
  readonly weights: Float32Array;
  readonly taps: number;
}

/**
 * The output pixels `from` to `from + count` of a side that goes from `inputPx` to `outputPx`. When the
 * side shrinks, the triangle widens with it, so that every input pixel counts (Pillow's Resample.c).
 */
export function createAxis(inputPx: number, outputPx: number, from: number, count: number): Axis {
  const scale = inputPx / outputPx;
  const reach = Math.max(scale, 1);
  const taps = Math.ceil(reach) * 2 + 1;
  const starts = new Int32Array(count);
  const weights = new Float32Array(count * taps);
  for (let output = 0; output < count; output++) {
    const centre = (from + output + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(inputPx, Math.trunc(centre + reach + 0.5));
    starts[output] = start;
    let sum = 0;
    for (let input = start; input < end; input++) {
      const weight = Math.max(0, 1 - Math.abs(input + 0.5 - centre) / reach);
      weights[output * taps + input - start] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) weights[output * taps + tap]! /= sum;
  }
  return { starts, weights, taps };
}
