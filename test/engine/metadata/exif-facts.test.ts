import path from "node:path";
import sharp, { type Exif } from "sharp";
import { expect, test } from "vitest";
import { readExifFacts } from "../../../electron/engine/metadata/exif-facts.ts";
import { FIXTURES } from "../../support/fixtures.ts";

async function exifOf(file: string): Promise<Buffer> {
  const { exif } = await sharp(file).metadata();
  if (!exif) throw new Error(`expected EXIF in ${file}`);
  return exif;
}

/** An EXIF block with these fields, as an editor would write it. */
async function blockWith(exif: Exif): Promise<Buffer> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } });
  const bytes = await picture.withExif(exif).jpeg().toBuffer();
  return (await sharp(bytes).metadata()).exif!;
}

test("a camera's photo tells when and how it was taken", async () => {
  expect(readExifFacts(await exifOf(path.join(FIXTURES, "immich/prairie_falcon.jpg")))).toEqual({
    originalAt: "2022-03-31T11:31:56",
    digitizedAt: "2022-03-31T11:31:56",
    camera: "Canon EOS R5",
    aperture: 7.1,
    exposureSeconds: 1 / 4000,
    iso: 1000,
    focalLengthMm: 500,
    orientation: 1,
    caption: expect.stringMatching(/^Adult female prairie falcon flying/) as string,
  });
});

test("the shutter's time and the scanner's are told apart, and the last change is neither", async () => {
  const scanned = await blockWith({ IFD2: { DateTimeDigitized: "2001:02:03 04:05:06" } });
  const changed = await blockWith({ IFD0: { DateTime: "2001:02:03 04:05:06" } });

  expect([readExifFacts(scanned), readExifFacts(changed)]).toEqual([
    { digitizedAt: "2001-02-03T04:05:06", orientation: 1 },
    { orientation: 1 },
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
      readExifFacts(await blockWith({ IFD3 })),
    ),
  );

  expect(places).toEqual([
    {
      latitude: expect.closeTo(-33.8583, 4) as number,
      longitude: expect.closeTo(151.2, 4) as number,
      orientation: 1,
    },
    { orientation: 1 },
    { orientation: 1 },
    { orientation: 1 },
  ]);
});

test("a damaged block has no facts, wherever it is cut or overwritten", async () => {
  const block = await exifOf(path.join(FIXTURES, "immich/prairie_falcon.jpg"));

  for (let length = 0; length < block.length; length += 7) {
    expect(() => readExifFacts(block.subarray(0, length))).not.toThrow();
    const overwritten = Buffer.from(block);
    overwritten.fill(0xff, length, Math.min(block.length, length + 12));
    expect(() => readExifFacts(overwritten)).not.toThrow();
  }
  expect(readExifFacts(Buffer.from("no EXIF at all"))).toEqual({});
});

test("a lens without a name is called by its numbers, and a place has its height", async () => {
  const block = await blockWith({
    IFD0: { ImageDescription: "OLYMPUS DIGITAL CAMERA         " },
    IFD2: { LensSpecification: "24/1 70/1 28/10 28/10", FocalLengthIn35mmFilm: "36" },
    IFD3: {
      GPSLatitudeRef: "N",
      GPSLatitude: "31/1 30/1 0/1",
      GPSLongitudeRef: "W",
      GPSLongitude: "35/1 28/1 0/1",
      GPSAltitude: "430/1",
    },
  });

  expect(readExifFacts(block)).toEqual({
    lens: "24-70mm f/2.8",
    orientation: 1,
    focalLength35Mm: 36,
    latitude: 31.5,
    longitude: expect.closeTo(-35.4667, 4) as number,
    altitudeM: 430,
  });
});
