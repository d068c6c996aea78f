import type { DecodedImage } from "./decoded-image.ts";

/** 16 levels a channel: fine enough to keep sky and sea apart, coarse enough to gather a shaded wall. */
const BITS = 4;
/** Pixels looked at; more of them find the same colour. */
const SAMPLES = 4096;

/** The mean of the most frequent colours, as `#rrggbb`. */
export function dominantColour({ pixels }: DecodedImage): string {
  const counts = new Uint32Array(1 << (3 * BITS));
  const sums = new Float64Array(3 * counts.length);
  const step = 3 * Math.max(1, Math.floor(pixels.length / 3 / SAMPLES));
  let top = 0;
  for (let at = 0; at + 2 < pixels.length; at += step) {
    const bin = binOf(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
    for (let channel = 0; channel < 3; channel++) sums[3 * bin + channel]! += pixels[at + channel]!;
    if (++counts[bin]! > counts[top]!) top = bin;
  }
  return `#${[0, 1, 2].map((channel) => toHex(sums[3 * top + channel]! / counts[top]!)).join("")}`;
}

function binOf(red: number, green: number, blue: number): number {
  const drop = 8 - BITS;
  return ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop);
}

function toHex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0");
}
