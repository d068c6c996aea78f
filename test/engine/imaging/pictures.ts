import sharp, { type Sharp } from "sharp";
import type { DecodedImage } from "../../../electron/engine/imaging/decoded-image.ts";

/** 60 × 40: red, green on top; blue, white below. Which corner is where tells every orientation apart. */
export function fourColours(): Sharp {
  const tile = (colour: string) => ({
    create: { width: 30, height: 20, channels: 3 as const, background: colour },
  });
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#fff" } }).composite([
    { input: tile("#f00"), left: 0, top: 0 },
    { input: tile("#0f0"), left: 30, top: 0 },
    { input: tile("#00f"), left: 0, top: 20 },
  ]);
}

const NAMES: Readonly<Record<string, string>> = {
  "100": "red",
  "010": "green",
  "001": "blue",
  "111": "white",
  "000": "black",
};

/** The colour in the middle of each quarter: top left, top right, bottom left, bottom right. */
export function corners({ pixels, widthPx, heightPx }: DecodedImage): string[] {
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const at = 3 * (Math.floor(y * heightPx) * widthPx + Math.floor(x * widthPx));
      const key = [...pixels.subarray(at, at + 3)].map((value) => (value > 127 ? 1 : 0)).join("");
      return NAMES[key] ?? key;
    }),
  );
}

/** Pixels that no encoder can make small. */
export function noise(widthPx: number, heightPx: number): DecodedImage {
  let state = 1;
  const pixels = Uint8Array.from({ length: widthPx * heightPx * 3 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return { pixels, widthPx, heightPx };
}
