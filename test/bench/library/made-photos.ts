/**
 * @file Photos for the benchmarks of this folder, made once and kept in the system's temporary folder: distinct bytes, by
 * a comment or by their pixels.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { FIXTURES } from "../../support/fixtures.ts";
import { withComment } from "../../support/unique-jpeg.ts";

const PER_DIRECTORY = 500;

/** Where everything lies that is worth keeping between two runs; delete it to begin anew. */
export const BENCH_FOLDER = path.join(tmpdir(), "semblance-bench");

/** JPEGs of 4000 × 3000 px, about 3 MB: crops of the fixtures, enlarged, with noise of their own. */
export async function makeLarge(count: number): Promise<string> {
  const folder = path.join(BENCH_FOLDER, `large-${count}`);
  await mkdir(folder, { recursive: true });
  const sources = await fixtureJpegs();
  for (let at = 0; at < count; at++) {
    const file = path.join(folder, `IMG_${at}.jpg`);
    if (!existsSync(file)) await makeOne(sources[at % sources.length]!, { at, file });
  }
  return folder;
}

async function makeOne(source: string, { at, file }: { at: number; file: string }): Promise<void> {
  const { width, height } = await sharp(source).metadata();
  const share = 0.5 + ((at * 37) % 50) / 100;
  const crop = { width: Math.floor(width * share), height: Math.floor(height * share) };
  const left = Math.floor(((width - crop.width) * ((at * 13) % 10)) / 10);
  const top = Math.floor(((height - crop.height) * ((at * 7) % 10)) / 10);
  const noise = await sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: "black",
      noise: { type: "gaussian", mean: 128, sigma: 12 + (at % 8) },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const draft = `${file}.part`;
  await sharp(source)
    .extract({ ...crop, left, top })
    .resize(4000, 3000, { fit: "fill" })
    .composite([{ input: noise, tile: true, blend: "soft-light" }])
    .jpeg({ quality: 88 })
    .toFile(draft);
  await rename(draft, file);
}

/** JPEGs of 640 px, about 30 KB, 500 to a directory; the same pictures again and again, each with other bytes. */
export async function makeSmall(count: number): Promise<string> {
  const folder = path.join(BENCH_FOLDER, `small-${count}`);
  const sources = await fixtureJpegs();
  const jpegs = await Promise.all(
    sources.map((source) =>
      sharp(source).resize(640, 640, { fit: "inside" }).jpeg({ quality: 75 }).toBuffer(),
    ),
  );
  for (let at = 0; at < count; at++) {
    const directory = path.join(folder, String(Math.floor(at / PER_DIRECTORY)));
    if (at % PER_DIRECTORY === 0) await mkdir(directory, { recursive: true });
    const file = path.join(directory, `IMG_${at}.jpg`);
    if (!existsSync(file)) await writeFile(file, withComment(jpegs[at % jpegs.length]!, `${at}`));
  }
  return folder;
}

async function fixtureJpegs(): Promise<string[]> {
  const names = await readdir(FIXTURES, { recursive: true });
  return names
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => path.join(FIXTURES, name));
}
