import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { writePreview } from "../../../electron/engine/imaging/preview.ts";
import { indexingSize } from "../../../electron/engine/imaging/target-size.ts";
import { encodeThumbnail, writeThumbnail } from "../../../electron/engine/imaging/thumbnail.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { noise } from "./pictures.ts";

const PHOTO = path.join(FIXTURES, "immich/prairie_falcon.jpg");

test("a thumbnail is a small WebP without metadata, and nothing else is left beside it", async () => {
  await using folder = await tempFolder();
  const { image } = await decodePhoto(PHOTO, (original) => indexingSize(original, 146));

  await writeThumbnail(folder.at("ab", "cd.webp"), image);

  const bytes = await readFile(folder.at("ab", "cd.webp"));
  const { format, width, height, exif, icc } = await sharp(bytes).metadata();
  expect({ format, width, height, exif, icc }).toEqual({
    format: "webp",
    width: 384,
    height: 256,
    exif: undefined,
    icc: undefined,
  });
  expect(bytes.length).toBeLessThanOrEqual(25_000);
  expect(await readdir(folder.at("ab"))).toEqual(["cd.webp"]);
});

test("not even noise makes a thumbnail of more than 25 KB", async () => {
  for (const image of [noise(390, 292), noise(1170, 292)]) {
    expect((await encodeThumbnail(image)).length).toBeLessThanOrEqual(25_000);
  }
});

test("a thumbnail that cannot be written says where", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("file"), "");

  await expect(writeThumbnail(folder.at("file", "a.webp"), noise(8, 8))).rejects.toMatchObject({
    name: "LibraryError",
    message: expect.stringContaining("a.webp") as string,
  });
});

test("a preview is upright, at most 2048 pixels long, and not larger than the photo", async () => {
  await using folder = await tempFolder();
  const wide = folder.at("wide.jpg");
  await sharp({ create: { width: 3000, height: 500, channels: 3, background: "#357" } })
    .withMetadata({ orientation: 6 })
    .toFile(wide);

  await writePreview(wide, folder.at("wide.webp"));
  await writePreview(PHOTO, folder.at("falcon.webp"));

  expect(await sharp(folder.at("wide.webp")).metadata()).toMatchObject({
    width: 341,
    height: 2048,
  });
  expect(await sharp(folder.at("falcon.webp")).metadata()).toMatchObject({
    width: 800,
    height: 533,
  });
});
