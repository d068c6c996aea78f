import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import type { Size } from "../../../electron/engine/imaging/target-size.ts";
import { FIXTURES, hasShared, SHARED } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { corners, fourColours } from "./pictures.ts";

const asIs = (original: Size) => original;
const UPRIGHT = ["red", "green", "blue", "white"];

async function decoded(bytes: Buffer, name = "photo.bin") {
  await using folder = await tempFolder();
  await writeFile(folder.at(name), bytes);
  return await decodePhoto(folder.at(name), asIs);
}

/** What each orientation flag makes of the four colours as they are stored. */
test.each([
  [1, ["red", "green", "blue", "white"]],
  [2, ["green", "red", "white", "blue"]],
  [3, ["white", "blue", "green", "red"]],
  [4, ["blue", "white", "red", "green"]],
  [5, ["red", "blue", "green", "white"]],
  [6, ["blue", "red", "white", "green"]],
  [7, ["white", "green", "blue", "red"]],
  [8, ["green", "white", "red", "blue"]],
])("orientation %i is applied", async (orientation, expected) => {
  const photo = await decoded(
    await fourColours().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
  );

  const [widthPx, heightPx] = orientation > 4 ? [40, 60] : [60, 40];
  expect({
    corners: corners(photo.image),
    widthPx: photo.widthPx,
    heightPx: photo.heightPx,
  }).toEqual({
    corners: expected,
    widthPx,
    heightPx,
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "a region of a picture with orientation %i is cut from the upright picture",
  async (orientation) => {
    await using folder = await tempFolder();
    const bytes = await fourColours().withMetadata({ orientation }).png().toBuffer();
    await writeFile(folder.at("photo"), bytes);
    const quarter = { y: 0, width: 0.5, height: 0.5 };

    const upright = corners((await decodePhoto(folder.at("photo"), asIs)).image);
    const left = await decodePhoto(folder.at("photo"), asIs, { region: { x: 0, ...quarter } });
    const right = await decodePhoto(folder.at("photo"), asIs, { region: { x: 0.5, ...quarter } });

    expect(new Set(corners(left.image))).toEqual(new Set([upright[0]]));
    expect(new Set(corners(right.image))).toEqual(new Set([upright[1]]));
    expect(left.image.widthPx * left.image.heightPx).toBe(30 * 20);
  },
);

test.each([
  ["JPEG", () => fourColours().jpeg({ progressive: true })],
  ["PNG", () => fourColours().png({ palette: true })],
  ["PNG", () => fourColours().toColourspace("rgb16").png()],
  ["WebP", () => fourColours().webp({ lossless: true })],
  ["GIF", () => fourColours().gif()],
  ["TIFF", () => fourColours().tiff({ compression: "lzw" })],
  ["TIFF", () => fourColours().toColourspace("lab").tiff()],
  ["AVIF", () => fourColours().avif({ quality: 90 })],
])("a %s becomes the same sRGB pixels", async (format, encode) => {
  const photo = await decoded(await encode().toBuffer());

  expect({ format: photo.format, corners: corners(photo.image) }).toEqual({
    format,
    corners: UPRIGHT,
  });
});

test("print colours become the screen's", async () => {
  const photo = await decoded(await fourColours().toColourspace("cmyk").jpeg().toBuffer());

  expect(corners(photo.image)).toMatchObject({ 0: "red", 2: "blue", 3: "white", length: 4 });
});

test("grey pixels get three channels, and transparent ones become white", async () => {
  const grey = await decoded(await fourColours().greyscale().png().toBuffer());
  const clear = await decoded(
    await sharp({ create: { width: 8, height: 8, channels: 4, background: "#0000" } })
      .png()
      .toBuffer(),
  );

  expect(grey.image.pixels.length).toBe(60 * 40 * 3);
  expect(corners(clear.image)).toEqual(["white", "white", "white", "white"]);
});

test("a wide colour profile is turned into sRGB", async () => {
  const red = sharp({ create: { width: 8, height: 8, channels: 3, background: "#e00000" } });
  const photo = await decoded(await red.withIccProfile("p3").png().toBuffer());

  const [r, g, b] = photo.image.pixels;
  expect(Math.abs(r! - 0xe0)).toBeLessThan(4);
  expect(Math.max(g!, b!)).toBeLessThan(4);
});

test("of an animation the first picture is taken", async () => {
  const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#f00" } })
    .png()
    .toBuffer();
  const blue = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#00f" } })
    .png()
    .toBuffer();
  const animation = await sharp([red, blue], { join: { animated: true } })
    .gif()
    .toBuffer();

  const photo = await decoded(animation);

  expect({ widthPx: photo.widthPx, heightPx: photo.heightPx }).toEqual({ widthPx: 9, heightPx: 9 });
  expect(corners(photo.image)[0]).toBe("red");
});

test("a JPEG that was cut off is corrupt, however little is missing", async () => {
  const bytes = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));

  for (const share of [0.2, 0.6, 0.95]) {
    await expect(decoded(bytes.subarray(0, bytes.length * share), "bee.jpg")).rejects.toMatchObject(
      {
        code: "image-corrupt",
        message: expect.stringMatching(
          /^Expected a complete JPEG at .*bee\.jpg but got: /,
        ) as string,
      },
    );
  }
});

test("what cannot be decoded is named", async () => {
  await expect(
    decoded(Buffer.from("\xff\x0a and so on", "latin1"), "scan.jxl"),
  ).rejects.toMatchObject({
    code: "format-unsupported",
    message: expect.stringMatching(/scan\.jxl but got a file of the format JPEG XL$/) as string,
  });
  await expect(decoded(Buffer.from("Dear diary"), "note.jpg")).rejects.toMatchObject({
    code: "format-unsupported",
    message: expect.stringMatching(/note\.jpg but got a file of an unknown format$/) as string,
  });
  await expect(decoded(Buffer.alloc(0), "empty.jpg")).rejects.toMatchObject({
    code: "image-corrupt",
  });
});

test("a picture of more pixels than any camera takes is refused before it is decoded", async () => {
  const bytes = await fourColours().png().toBuffer();
  bytes.writeUInt32BE(40_000, 16); // width and height, in the header chunk
  bytes.writeUInt32BE(20_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);

  await expect(decoded(bytes, "bomb.png")).rejects.toMatchObject({ code: "image-too-large" });
});

test("a file that is not there, and a folder, are told from damaged pictures", async () => {
  await using folder = await tempFolder();

  await expect(decodePhoto(folder.at("gone.jpg"), asIs)).rejects.toMatchObject({
    code: "file-missing",
  });
  await expect(decodePhoto(folder.path, asIs)).rejects.toMatchObject({ code: "file-unreadable" });
});

test("decoding gives the asked size and the original's", async () => {
  const file = path.join(FIXTURES, "immich/portrait-orientation-6.jpg");

  const photo = await decodePhoto(file, () => ({ widthPx: 30, heightPx: 40 }));

  const stored = await sharp(file).metadata();
  expect({ ...photo, image: undefined }).toEqual({
    widthPx: stored.height,
    heightPx: stored.width,
    format: "JPEG",
    image: undefined,
  });
  expect(photo.image.pixels.length).toBe(30 * 40 * 3);
});

test.skipIf(!hasShared)("HEIC photos of ../shared are decoded, their colours in sRGB", async () => {
  const small = await decodePhoto(path.join(SHARED, "photos/rclip/bee.heic"), asIs);
  const same = await decodePhoto(path.join(SHARED, "photos/rclip/bee.jpg"), () => small);

  expect(small).toMatchObject({ widthPx: 384, heightPx: 256, format: "HEIC" });
  const differences = small.image.pixels.map((value, i) => Math.abs(value - same.image.pixels[i]!));
  expect(differences.reduce((sum, each) => sum + each, 0) / differences.length).toBeLessThan(8);
});

test.skipIf(!hasShared)("a HEIC of ../shared that was cut off is corrupt", async () => {
  const bytes = await readFile(path.join(SHARED, "photos/rclip/bee.heic"));

  await expect(decoded(bytes.subarray(0, 5000), "bee.heic")).rejects.toMatchObject({
    code: "image-corrupt",
  });
});
