/**
 * @file The kinds of pictures that people's folders hold beside plain ones.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decodePhoto, type DecodeOptions } from "../../../electron/engine/imaging/decode.ts";
import type { DecodedPhoto } from "../../../electron/engine/imaging/decoded-image.ts";
import { indexingSize, type Size } from "../../../electron/engine/imaging/target-size.ts";
import { FIXTURES, hasShared, SHARED } from "../../support/fixtures.ts";
import { ADOBE_RGB, makeIccProfile } from "../../support/icc-profile.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { corners, fourColours } from "./pictures.ts";

const asIs = (original: Size) => original;
const UPRIGHT = ["red", "green", "blue", "white"];

async function decoded(bytes: Buffer, options: DecodeOptions = {}) {
  await using folder = await tempFolder();
  await writeFile(folder.at("photo.bin"), bytes);
  return await decodePhoto(folder.at("photo.bin"), asIs, options);
}

function plain(background: string) {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } });
}

/** A segment of a JPEG: marker, length, content. */
function segment(marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, Buffer.from(content, "latin1")]);
}

function insertAfterStart(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** A chunk of a PNG: length, type, content, checksum. */
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

test("Adobe RGB becomes sRGB", async () => {
  const profile = makeIccProfile(ADOBE_RGB);
  const stored = await plain("#808080").jpeg({ quality: 100 }).toBuffer();
  const icc = "ICC_PROFILE\0\x01\x01"; // part 1 of 1
  const tagged = (jpeg: Buffer) =>
    insertAfterStart(jpeg, segment(0xe2, icc + profile.toString("latin1")));
  const muted = await plain("rgb(150, 120, 90)")
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
    .toBuffer();

  const grey = await decoded(tagged(stored));
  const brown = await decoded(tagged(muted));
  const untagged = await decoded(muted);

  // Grey stays grey; what Adobe RGB calls a muted brown is a stronger one in sRGB.
  expect(Math.abs(grey.image.pixels[0]! - grey.image.pixels[1]!)).toBeLessThanOrEqual(2);
  expect(Math.abs(grey.image.pixels[0]! - 0x80)).toBeLessThanOrEqual(3);
  expect(brown.image.pixels[0]! - untagged.image.pixels[0]!).toBeGreaterThan(5);
  expect(Math.abs(brown.image.pixels[1]! - untagged.image.pixels[1]!)).toBeLessThanOrEqual(4);
});

test("half-transparent pixels lie on white, with sixteen bits too", async () => {
  const create = {
    width: 8,
    height: 8,
    channels: 4 as const,
    background: { r: 0, g: 0, b: 0, alpha: 0.5 },
  };
  const eight = await decoded(await sharp({ create }).png().toBuffer());
  const sixteen = await decoded(await sharp({ create }).toColourspace("rgb16").png().toBuffer());

  for (const { image } of [eight, sixteen]) {
    expect(Math.abs(image.pixels[0]! - 127)).toBeLessThanOrEqual(2);
  }
});

test.each([
  ["with sixteen bits", () => fourColours().toColourspace("rgb16").tiff()],
  ["with print colours", () => fourColours().toColourspace("cmyk").tiff()],
  ["in tiles", () => fourColours().tiff({ tile: true, compression: "deflate" })],
  ["compressed as JPEG", () => fourColours().tiff({ compression: "jpeg", quality: 95 })],
])("a TIFF %s is decoded", async (_how, encode) => {
  const photo = await decoded(await encode().toBuffer());

  const found = corners(photo.image);
  expect([found[0], found[2], found[3]]).toEqual(["red", "blue", "white"]);
});

test("of a TIFF with several pages the first is taken", async () => {
  const pages = await Promise.all(["#f00", "#00f"].map((colour) => plain(colour).png().toBuffer()));
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  expect((await sharp(tiff).metadata()).pages).toBe(2);

  const photo = await decoded(tiff);

  expect([photo.heightPx, ...corners(photo.image)]).toEqual([40, "red", "red", "red", "red"]);
});

test("of an animated WebP and an animated PNG the first picture is taken", async () => {
  const frames = await Promise.all(
    ["#f00", "#00f"].map((colour) => plain(colour).png().toBuffer()),
  );
  const webp = await sharp(frames, { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer();
  const [red] = frames;
  const headerEnd = 33;
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(2); // frames
  const png = Buffer.concat([
    red!.subarray(0, headerEnd),
    chunk("acTL", animation),
    red!.subarray(headerEnd),
  ]);

  expect(corners((await decoded(webp)).image)[0]).toBe("red");
  expect(corners((await decoded(png)).image)[0]).toBe("red");
});

test("of a file with several JPEGs the first is taken: MPO, and a gain map for bright screens", async () => {
  const base = await fourColours().jpeg({ quality: 95 }).toBuffer();
  const other = await plain("#000").jpeg().toBuffer();
  const gainMap =
    "http://ns.adobe.com/xap/1.0/\0" +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"/>' +
    "</rdf:RDF></x:xmpmeta>";
  const mpo = Buffer.concat([insertAfterStart(base, segment(0xe2, "MPF\0II\x2a\0")), other]);
  const ultraHdr = Buffer.concat([insertAfterStart(base, segment(0xe1, gainMap)), other]);

  for (const bytes of [mpo, ultraHdr]) {
    expect(corners((await decoded(bytes)).image)).toEqual(UPRIGHT);
  }
});

test("a panorama of 1:20 keeps a short side that a model can look at", async () => {
  const jpeg = await plain("#f00").resize(20_000, 1000, { fit: "fill" }).jpeg().toBuffer();
  await using folder = await tempFolder();
  await writeFile(folder.at("panorama.jpg"), jpeg);

  const { image } = await decodePhoto(folder.at("panorama.jpg"), (size) => indexingSize(size, 256));

  expect([image.widthPx, image.heightPx]).toEqual([8192, 410]);
});

test("a turn that an AVIF says twice, to every reader and in EXIF, is made once", async () => {
  const avif = await fourColours()
    .withMetadata({ orientation: 6 })
    .avif({ quality: 95 })
    .toBuffer();

  const photo = await decoded(avif);

  expect([photo.widthPx, photo.heightPx, ...corners(photo.image)]).toEqual([
    40,
    60,
    ...["blue", "red", "white", "green"],
  ]);
});

// See [Note: Half a picture].
test("of a JPEG that was cut off, what there is can be had by whoever asks for it", async () => {
  const bytes = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  const whole = await decoded(bytes);

  const half = await decoded(bytes.subarray(0, bytes.length * 0.6), { isPartEnough: true });

  const sameRows = whole.heightPx / 4;
  const end = sameRows * whole.widthPx * 3;
  expect([half.widthPx, half.heightPx]).toEqual([whole.widthPx, whole.heightPx]);
  expect(
    Buffer.compare(half.image.pixels.subarray(0, end), whole.image.pixels.subarray(0, end)),
  ).toBe(0);
  await expect(decoded(bytes.subarray(0, 100), { isPartEnough: true })).rejects.toMatchObject({
    code: "image-corrupt",
  });
});

test("a picture that its decoder would hold whole, and that is too large for that, is refused before", async () => {
  const png = await plain("#f00").ensureAlpha().toColourspace("rgb16").png().toBuffer();
  png.writeUInt32BE(20_000, 16); // width and height, in the header chunk
  png.writeUInt32BE(14_000, 20);
  const rows = Buffer.from(png);
  png[28] = 1; // interlaced
  for (const bytes of [png, rows]) bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);

  await using folder = await tempFolder();
  await writeFile(folder.at("whole.png"), png);
  await writeFile(folder.at("rows.png"), rows);
  const reduced = (name: string) => decodePhoto(folder.at(name), (size) => indexingSize(size, 256));

  await expect(reduced("whole.png")).rejects.toMatchObject({
    code: "image-too-large",
    message: expect.stringMatching(
      /^Expected a PNG that can be decoded with 950 MB of memory at .* but got 20000 × 14000 pixels, which take 2240 MB$/,
    ) as string,
  });
  // Row by row, the same picture made smaller would fit, so that it is only cut off; at its full size it would not.
  await expect(reduced("rows.png")).rejects.toMatchObject({ code: "image-corrupt" });
  await expect(decoded(rows)).rejects.toMatchObject({ code: "image-too-large" });
});

test.skipIf(!hasShared)(
  "pictures of ../shared that are stored turned or mirrored are upright",
  async () => {
    const at = (name: string) => path.join(SHARED, "photos/avif", name);
    const small = () => ({ widthPx: 72, heightPx: 102 });
    const upright = await decodePhoto(at("kimono.avif"), small);

    for (const name of ["kimono.rotate90.avif", "kimono.mirror-horizontal.avif"]) {
      expect(meanDifference(await decodePhoto(at(name), small), upright)).toBeLessThan(4);
    }
  },
);

test.skipIf(!hasShared)("a phone's HEIC of ../shared is decoded at its full size", async () => {
  const photo = await decodePhoto(path.join(SHARED, "photos/immich/IMG_2682.heic"), (size) =>
    indexingSize(size, 256),
  );

  expect(photo).toMatchObject({ widthPx: 4032, heightPx: 3024, format: "HEIC" });
});

test.skipIf(!hasShared)(
  "a camera's gain-map JPEG of ../shared is shown as its base image",
  async () => {
    const at = (extension: string) =>
      path.join(SHARED, `photos/libavif/seine_sdr_gainmap_srgb.${extension}`);
    const small = () => ({ widthPx: 100, heightPx: 75 });

    const jpeg = await decodePhoto(at("jpg"), small);
    const avif = await decodePhoto(at("avif"), small);

    expect([jpeg.widthPx, jpeg.heightPx]).toEqual([400, 300]);
    expect(meanDifference(jpeg, avif)).toBeLessThan(3);
  },
);

test.skipIf(!hasShared)(
  "HEIC files of ../shared are decoded one at a time, and those that wait say so",
  async () => {
    const file = path.join(SHARED, "photos/rclip/bee.heic");
    const log: string[] = [];
    const decode = async (name: string) => {
      const turn = {
        waits: () => void log.push(`${name} waits`),
        begins: () => void log.push(`${name} begins`),
      };
      await decodePhoto(file, asIs, { turn });
      log.push(`${name} is done`);
    };

    await Promise.all(["a", "b"].map(decode));

    // Either may be the first to have its header read.
    const [waiting, first] = log[0] === "a waits" ? ["a", "b"] : ["b", "a"];
    expect(log).toHaveLength(4);
    expect(log[0]).toBe(`${waiting} waits`);
    expect(log.at(-1)).toBe(`${waiting} is done`);
    expect(log).toContain(`${first} is done`);
  },
);

function meanDifference(one: DecodedPhoto, other: DecodedPhoto): number {
  const { pixels } = one.image;
  const sum = pixels.reduce((so, value, i) => so + Math.abs(value - other.image.pixels[i]!), 0);
  return sum / pixels.length;
}
