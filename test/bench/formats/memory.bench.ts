/**
 * @file How much memory each kind of file takes: of a process that only decodes it, and of an engine at work.
 *
 * Bounds: 700 MB for the engine and its photo worker together with baseline JPEGs of up to 50 megapixels; 1.5 GB with
 * whatever must be decoded whole.
 */
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { FIXTURES, hasShared, SHARED } from "../../support/fixtures.ts";
import { spawnEngine } from "../../support/spawned-engine.ts";
import { watchTreeMemory } from "../../support/tree-memory.ts";
import { until } from "../../support/until.ts";

interface Decoded {
  readonly outcome: string;
  readonly tookMs: number;
  readonly startBytes: number;
  readonly peakBytes: number;
}

sharp.cache(false);
const photo = path.join(FIXTURES, "immich/tanners_ridge.jpg");
const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function sized(widthPx: number, heightPx: number): Sharp {
  return sharp(photo).resize(widthPx, heightPx, { fit: "fill", kernel: "nearest" });
}
const mega50 = () => sized(8660, 5773);
const mega200 = () => sized(16_000, 12_500);

const KINDS: Readonly<Record<string, () => Sharp>> = {
  "JPEG 50 MP.jpg": () => mega50().jpeg(),
  "JPEG 200 MP.jpg": () => mega200().jpeg(),
  "JPEG 200 MP, turned.jpg": () => mega200().withMetadata({ orientation: 6 }).jpeg(),
  "JPEG 1 to 20, 180 MP.jpg": () => sized(60_000, 3000).jpeg(),
  "progressive JPEG 50 MP.jpg": () => mega50().jpeg({ progressive: true }),
  "progressive JPEG 200 MP.jpg": () => mega200().jpeg({ progressive: true }),
  "PNG 200 MP.png": () => mega200().png({ compressionLevel: 1 }),
  "PNG 200 MP, 16 bits.png": () => mega200().toColourspace("rgb16").png({ compressionLevel: 1 }),
  "interlaced PNG 200 MP.png": () => mega200().png({ compressionLevel: 1, progressive: true }),
  "TIFF 200 MP, turned.tif": () =>
    mega200().withMetadata({ orientation: 6 }).tiff({ compression: "lzw" }),
  "TIFF 200 MP, tiles.tif": () => mega200().tiff({ compression: "lzw", tile: true }),
  "WebP 50 MP, lossless.webp": () => mega50().webp({ effort: 0, lossless: true }),
  "GIF 50 MP.gif": () => mega50().gif({ effort: 1, dither: 0, colours: 8 }),
  "AVIF 50 MP.avif": () => mega50().avif({ effort: 0 }),
};

function measure(name: string, file: string): void {
  const script = path.join(import.meta.dirname, "decode-process.ts");
  // As the photo worker is started.
  const env = { ...process.env, MALLOC_ARENA_MAX: "2" };
  const answer = execFileSync(process.execPath, [script, file], { env, encoding: "utf8" });
  const { outcome, tookMs, startBytes, peakBytes } = JSON.parse(answer) as Decoded;
  const peak = `${megabytes(peakBytes)} (${megabytes(peakBytes - startBytes)} for the picture)`;
  process.stdout.write(`${name.padEnd(28)} ${peak.padEnd(36)} ${tookMs} ms, ${outcome}\n`);
}

async function measureEngine(what: string, file: string, copies: number): Promise<void> {
  const folder = path.join(scratch, what);
  await mkdir(folder);
  for (let copy = 0; copy < copies; copy++) {
    const to = path.join(folder, `${copy}${path.extname(file)}`);
    await copyFile(file, to);
    // Bytes behind the picture make it another file, and decoders skip them.
    await writeFile(to, `copy ${copy}`, { flag: "a" });
  }
  await using engine = await spawnEngine(path.join(scratch, `library of ${what}`));
  using memory = watchTreeMemory(engine.pid);
  const startMs = performance.now();
  await engine.client.request("folder.add", { path: folder });
  await until(
    what,
    async () => {
      const { counts } = await engine.client.request("library.status", {});
      return counts.indexed + counts.failed === copies;
    },
    600_000,
  );
  const rate = (copies * 1000) / (performance.now() - startMs);
  const { treeBytes = 0, childBytes = 0 } = memory.peak() ?? {};
  process.stdout.write(
    `engine, ${copies} × ${what}: the tree ${megabytes(treeBytes)}, the photo worker ${megabytes(childBytes)}, ${rate.toFixed(1)} photos/s\n`,
  );
}

try {
  for (const [name, make] of Object.entries(KINDS)) {
    const file = path.join(scratch, name);
    await make().toFile(file);
    measure(path.parse(name).name, file);
    if (!name.startsWith("JPEG 50") && !name.startsWith("AVIF")) await rm(file);
  }
  await measureEngine("baseline JPEG of 50 MP", path.join(scratch, "JPEG 50 MP.jpg"), 60);
  await measureEngine("AVIF of 50 MP", path.join(scratch, "AVIF 50 MP.avif"), 4);
  if (hasShared) {
    const heic = path.join(SHARED, "photos/immich/IMG_2682.heic");
    measure("HEIC 12 MP of ../shared", heic);
    await measureEngine("HEIC of 12 MP", heic, 12);
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
