import { openPixels } from "./sharp.ts";

/** What many cameras give, so that decoding it takes what decoding a photo takes. */
const WIDTH_PX = 3000;
const HEIGHT_PX = 2000;

/** Writes the same 6-megapixel JPEG every time: waves, with a grain that keeps its size that of a photo's. */
export async function writeKnownPicture(to: string): Promise<void> {
  const pixels = new Uint8Array(WIDTH_PX * HEIGHT_PX * 3);
  let grain = 1;
  for (let at = 0; at < pixels.length; at++) {
    const cell = Math.floor(at / 3);
    const wave = Math.sin((cell % WIDTH_PX) / 90) + Math.cos(cell / WIDTH_PX / 70 + (at % 3));
    // The "minimal standard" generator of Park and Miller (1988).
    grain = (grain * 48_271) % 2_147_483_647;
    pixels[at] = 128 + 45 * wave + (grain % 24) - 12;
  }
  const picture = openPixels({ pixels, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, channels: 3 });
  await picture.jpeg({ quality: 88 }).toFile(to);
}
