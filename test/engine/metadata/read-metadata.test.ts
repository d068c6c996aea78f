import path from "node:path";
import sharp, { type Exif } from "sharp";
import { expect, test } from "vitest";
import { readMetadata } from "../../../electron/engine/metadata/read-metadata.ts";
import { FIXTURES, hasShared, SHARED } from "../../support/fixtures.ts";

async function exifOf(file: string): Promise<Buffer | undefined> {
  return (await sharp(file).metadata()).exif;
}

/** An EXIF block with these fields, as an editor would write it. */
async function blockWith(exif: Exif): Promise<Buffer> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } });
  const bytes = await picture.withExif(exif).jpeg().toBuffer();
  return (await sharp(bytes).metadata()).exif!;
}

test("a camera's photo tells when and how it was taken", async () => {
  expect(readMetadata(await exifOf(path.join(FIXTURES, "immich/prairie_falcon.jpg")))).toEqual({
    takenAt: "2022-03-31T11:31:56",
    camera: "Canon EOS R5",
    aperture: 7.1,
    exposureSeconds: 1 / 4000,
    iso: 1000,
    focalLengthMm: 500,
  });
});

test("without the shutter's time the scanner's counts, and the last change never does", async () => {
  const scanned = await blockWith({ IFD2: { DateTimeDigitized: "2001:02:03 04:05:06" } });
  const changed = await blockWith({ IFD0: { DateTime: "2001:02:03 04:05:06" } });

  expect([readMetadata(scanned).takenAt, readMetadata(changed).takenAt]).toEqual([
    "2001-02-03T04:05:06",
    undefined,
  ]);
});

test("a place needs both of its halves, and 0, 0 is a receiver without a fix", async () => {
  const south = {
    GPSLatitudeRef: "S",
    GPSLatitude: "33/1 51/1 30/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "151/1 12/1 0/1",
  };
  const half = { GPSLatitudeRef: "N", GPSLatitude: "33/1 51/1 30/1" };
  const nowhere = {
    GPSLatitudeRef: "N",
    GPSLatitude: "0/1 0/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "0/1 0/1 0/1",
  };
  const undividable = { ...south, GPSLatitude: "33/0 51/0 30/0" };

  const places = await Promise.all(
    [south, half, nowhere, undividable].map(async (IFD3) =>
      readMetadata(await blockWith({ IFD3 })),
    ),
  );

  expect(places).toEqual([
    {
      latitude: expect.closeTo(-33.8583, 4) as number,
      longitude: expect.closeTo(151.2, 4) as number,
    },
    {},
    {},
    {},
  ]);
});

test("a damaged block has no facts, wherever it is cut or overwritten", async () => {
  const block = (await exifOf(path.join(FIXTURES, "immich/prairie_falcon.jpg")))!;

  for (let length = 0; length < block.length; length += 7) {
    expect(() => readMetadata(block.subarray(0, length))).not.toThrow();
    const overwritten = Buffer.from(block);
    overwritten.fill(0xff, length, Math.min(block.length, length + 12));
    expect(() => readMetadata(overwritten)).not.toThrow();
  }
  expect(readMetadata(Buffer.from("no EXIF at all"))).toEqual({});
  expect(readMetadata(undefined)).toEqual({});
});

test.skipIf(!hasShared)(
  "dates, cameras and places of ../shared's photos are those that exiftool reads",
  async () => {
    const facts = async (name: string) =>
      readMetadata(await exifOf(path.join(SHARED, "photos", name)));

    expect(await facts("exif-samples/DSCN0010.jpg")).toMatchObject({
      takenAt: "2008-10-22T16:28:39",
      camera: "NIKON COOLPIX P6000",
      latitude: expect.closeTo(43.467448, 5) as number,
      longitude: expect.closeTo(11.885127, 5) as number,
    });
    expect((await facts("camera/Nikon E885.jpg")).takenAt).toBeUndefined();
  },
);
