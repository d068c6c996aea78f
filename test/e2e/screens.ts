/**
 * @file Screenshots of the main views, compared by look with those in `screens/`. SEMBLANCE_KEEP_SCREENS=1 keeps what is seen as the
 * new ones; each run leaves its own, and all on one sheet, in `dist/screens`.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { settled } from "./settled.ts";

const KEPT = join(import.meta.dirname, "screens");
const SEEN = join(import.meta.dirname, "../../dist/screens");
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

/** Both are compared at a quarter of their size, so that how a letter's edge is drawn says nothing. */
const SCALE = 4;
/** Of 255, in any channel. */
const SEEN_DIFFERENCE = 32;
/** Another font of the system is less; a panel, or photos in another place, are more. */
const MOST_SHARE = 0.04;
const MOST_BYTES = 150_000;

/** What is not as it was: sizes at which too much of the picture is another, each with that share. */
export async function compareScreens(page: Page, view: string): Promise<readonly string[]> {
  await mkdir(SEEN, { recursive: true });
  const found: string[] = [];
  const before = page.viewportSize()!;
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await drawn(page);
    const name = `${view}-${size.width}.webp`;
    const seen = await sharp(await page.screenshot())
      .webp({ quality: 60, effort: 4 })
      .toBuffer();
    await writeFile(join(SEEN, name), seen);
    if (process.env.SEMBLANCE_KEEP_SCREENS === "1") await writeFile(join(KEPT, name), seen);
    if (seen.length > MOST_BYTES) found.push(`${name} has ${seen.length} bytes`);
    const share = await differingShare(seen, await readFile(join(KEPT, name)));
    if (share > MOST_SHARE) found.push(`${name}: ${(share * 100).toFixed(1)} % differ`);
  }
  await page.setViewportSize(before);
  return found;
}

/** All that were seen, four in a row. */
export async function writeContactSheet(): Promise<void> {
  const names = (await readdir(SEEN)).filter((name) => /-\d+\.webp$/.test(name)).sort();
  const [width, height, gap] = [720, 450, 12];
  const tiles = names.map(async (name, at) => ({
    input: await sharp(join(SEEN, name)).resize(width, height, { fit: "contain" }).toBuffer(),
    left: gap + (at % 4) * (width + gap),
    top: gap + Math.floor(at / 4) * (height + gap),
  }));
  const rows = Math.max(1, Math.ceil(names.length / 4));
  const sheet = { width: gap + 4 * (width + gap), height: gap + rows * (height + gap) };
  await sharp({ create: { ...sheet, channels: 3, background: "#808080" } })
    .composite(await Promise.all(tiles))
    .webp({ quality: 80 })
    .toFile(join(SEEN, "contact-sheet.webp"));
}

/** Until every picture in the window is drawn and nothing moves. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll("[role='gridcell'], [data-tile]")];
    return tiles
      .filter((tile) => tile.checkVisibility() && isSeen(tile))
      .every((tile) => (tile.querySelector("img")?.naturalWidth ?? 0) > 0);

    function isSeen(tile: Element): boolean {
      const { top, bottom } = tile.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }
  });
  await settled(page);
}

/** Of all pixels; 1 for pictures of two sizes. */
async function differingShare(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
  if (one.length !== other.length) return 1;
  let differing = 0;
  for (let at = 0; at < one.length; at += 3) {
    const isOther = [0, 1, 2].some((channel) => {
      const difference = Math.abs(one[at + channel]! - other[at + channel]!);
      return difference > SEEN_DIFFERENCE;
    });
    differing += Number(isOther);
  }
  return differing / (one.length / 3);
}

async function pixelsOf(picture: Buffer): Promise<Buffer> {
  const { width } = await sharp(picture).metadata();
  return sharp(picture)
    .resize(Math.round(width / SCALE))
    .removeAlpha()
    .raw()
    .toBuffer();
}
