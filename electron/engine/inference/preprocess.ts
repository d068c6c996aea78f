import type { DecodedImage } from "../imaging/decoded-image.ts";
import type { ModelInput } from "./models/model-card.ts";
import { createAxis, type Axis } from "./resample.ts";

const CHANNELS = 3;

/** How many floats one photo takes in the model's input. */
export function tensorLength({ sizePx }: ModelInput): number {
  return CHANNELS * sizePx * sizePx;
}

/**
 * Writes the model's input for one image: short side to `resizePx`, centre crop, (value / 255 − mean) / std.
 *
 * [Note: Tensor layout] Decoders emit RGBRGB… (HWC); models want RRR…GGG…BBB… (CHW). Getting this wrong
 * does not fail, it only makes every embedding slightly meaningless, so a test pins it by hand.
 */
export function writeTensor(image: DecodedImage, input: ModelInput, target: Float32Array): void {
  const { sizePx, mean, std } = input;
  const rows = cropSide(image.heightPx, image, input);
  const narrow = resampleRows(image, cropSide(image.widthPx, image, input), rows);
  const stride = CHANNELS * sizePx;
  for (let y = 0; y < sizePx; y++) {
    for (let at = 0; at < stride; at++) {
      let value = 0.5;
      for (let tap = 0; tap < rows.taps; tap++) {
        const weight = rows.weights[y * rows.taps + tap]!;
        if (weight > 0) value += narrow[(rows.starts[y]! + tap) * stride + at]! * weight;
      }
      const channel = at % CHANNELS;
      const cell = y * sizePx + (at - channel) / CHANNELS;
      target[channel * sizePx * sizePx + cell] =
        (Math.floor(value) / 255 - mean[channel]!) / std[channel]!;
    }
  }
}

/** Only what the crop keeps is computed. */
function cropSide(sidePx: number, { widthPx, heightPx }: DecodedImage, input: ModelInput): Axis {
  const factor = input.resizePx / Math.min(widthPx, heightPx);
  const resizedPx = Math.max(input.resizePx, Math.round(sidePx * factor));
  return createAxis(sidePx, resizedPx, Math.floor((resizedPx - input.sizePx) / 2), input.sizePx);
}

/** Every row that the crop reaches, made as narrow as the tensor; whole numbers, as Pillow keeps them. */
function resampleRows(
  { pixels, widthPx, heightPx }: DecodedImage,
  columns: Axis,
  rows: Axis,
): Uint8Array {
  const { starts, weights, taps } = columns;
  const width = starts.length;
  const firstRow = rows.starts[0]!;
  const endRow = Math.min(heightPx, rows.starts.at(-1)! + rows.taps);
  const narrow = new Uint8Array(endRow * width * CHANNELS);
  for (let y = firstRow; y < endRow; y++) {
    for (let x = 0; x < width; x++) {
      const inRow = Math.min(taps, widthPx - starts[x]!);
      let red = 0.5;
      let green = 0.5;
      let blue = 0.5;
      for (let tap = 0; tap < inRow; tap++) {
        const weight = weights[x * taps + tap]!;
        const from = (y * widthPx + starts[x]! + tap) * CHANNELS;
        red += pixels[from]! * weight;
        green += pixels[from + 1]! * weight;
        blue += pixels[from + 2]! * weight;
      }
      const to = (y * width + x) * CHANNELS;
      narrow[to] = red;
      narrow[to + 1] = green;
      narrow[to + 2] = blue;
    }
  }
  return narrow;
}
