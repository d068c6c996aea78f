/**
 * @file RAW files that the project makes itself (DNG); no file of a real camera could be seen here.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { decodePhoto } from "../../../../electron/engine/imaging/decode.ts";
import { findPreviews } from "../../../../electron/engine/imaging/raw/raw-preview.ts";
import { writePreview } from "../../../../electron/engine/imaging/preview.ts";
import type { Size } from "../../../../electron/engine/imaging/target-size.ts";
import { endExiftool } from "../../../../electron/engine/metadata/exiftool.ts";
import { FIXTURES } from "../../../support/fixtures.ts";
import { hasExiftool } from "../../../support/has-exiftool.ts";
import { makeRawPhoto, type RawPhotoOptions } from "../../../support/raw-photo.ts";
import { tempFolder } from "../../../support/temp-folder.ts";
import { corners, fourColours } from "../pictures.ts";

const asIs = (original: Size) => original;
const preview = await fourColours().jpeg({ quality: 95 }).toBuffer();
const withExiftool = test.skipIf(!hasExiftool);

afterAll(() => endExiftool());

async function decoded(options: RawPhotoOptions, name = "DSC_0001.dng") {
  await using folder = await tempFolder();
  await writeFile(folder.at(name), makeRawPhoto(options));
  return await decodePhoto(folder.at(name), asIs);
}

withExiftool.for([
  [1, ["red", "green", "blue", "white"]],
  [2, ["green", "red", "white", "blue"]],
  [3, ["white", "blue", "green", "red"]],
  [4, ["blue", "white", "red", "green"]],
  [5, ["red", "blue", "green", "white"]],
  [6, ["blue", "red", "white", "green"]],
  [7, ["white", "green", "blue", "red"]],
  [8, ["green", "white", "red", "blue"]],
] as const)(
  "with exiftool, the preview in a RAW file is turned as the RAW file says, %o",
  async ([orientation, expected]) => {
    // What the preview says of itself does not count.
    const turned = await sharp(preview).withMetadata({ orientation: 3 }).toBuffer();
    const photo = await decoded({ preview: turned, orientation });

    const [widthPx, heightPx] = orientation > 4 ? [160, 240] : [240, 160];
    expect({ ...photo, image: corners(photo.image) }).toEqual({
      image: expected,
      widthPx,
      heightPx,
      format: "DNG",
    });
  },
);

withExiftool(
  "with exiftool, a RAW file is known by its content, whatever it is called",
  async () => {
    expect(await decoded({ preview }, "renamed.tif")).toMatchObject({ format: "DNG" });
  },
);

withExiftool("with exiftool, the viewer's preview of a RAW file is that of its JPEG", async () => {
  await using folder = await tempFolder();
  const large = await readFile(path.join(FIXTURES, "immich/prairie_falcon.jpg"));
  await writeFile(folder.at("a.dng"), makeRawPhoto({ preview: large, orientation: 8 }));

  await writePreview(folder.at("a.dng"), folder.at("a.webp"));

  expect(await sharp(folder.at("a.webp")).metadata()).toMatchObject({ width: 533, height: 800 });
});

withExiftool("with exiftool, a RAW file without a JPEG inside says so", async () => {
  await expect(decoded({})).rejects.toMatchObject({
    code: "format-unsupported",
    message: expect.stringMatching(/a JPEG preview inside at .*DSC_0001\.dng/) as string,
  });
});

withExiftool("with exiftool, a RAW file whose preview is cut off is corrupt", async () => {
  await expect(
    decoded({ preview: preview.subarray(0, preview.length - 200) }),
  ).rejects.toMatchObject({ code: "image-corrupt" });
});

test("the largest preview comes first, and what is too large or no preview does not come", () => {
  const binary = (bytes: number) => `(Binary data ${bytes} bytes, use -b option to extract)`;

  expect(
    findPreviews({
      "IFD1:ThumbnailImage": binary(9000),
      "SubIFD:JpgFromRaw": binary(4_000_000),
      "Composite:PreviewImage": binary(200_000_000),
      "File:FileType": "NEF",
    }).map(({ tag }) => tag),
  ).toEqual(["SubIFD:JpgFromRaw", "IFD1:ThumbnailImage"]);
});
