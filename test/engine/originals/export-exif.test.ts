import exifReader from "exif-reader";
import sharp from "sharp";
import { expect, test } from "vitest";
import { exportExif, type CopiedFacts } from "../../../electron/engine/originals/export-exif.ts";

const facts: CopiedFacts = {
  takenAt: "2023-05-14T18:03:07+02:00",
  camera: "Canon EOS 5D",
  lens: "EF50mm f/1.4",
  aperture: 2.8,
  exposureSeconds: 0.004,
  iso: 400,
  focalLengthMm: 50,
  latitude: -33.856784,
  longitude: 151.215297,
};

async function written(given: CopiedFacts, withoutLocation = false) {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
  const copy = picture.withExif({ ...exportExif(given, { withoutLocation }) }).jpeg();
  const { exif } = await sharp(await copy.toBuffer()).metadata();
  return exifReader(exif!);
}

test("a copy says when, with what and where the photo was taken", async () => {
  const { Image, Photo, GPSInfo } = await written(facts);

  expect(Image?.Model).toBe("Canon EOS 5D");
  expect(Photo).toMatchObject({
    DateTimeOriginal: new Date("2023-05-14T18:03:07Z"),
    OffsetTimeOriginal: "+02:00",
    LensModel: "EF50mm f/1.4",
    FNumber: 2.8,
    ISOSpeedRatings: 400,
    FocalLength: 50,
  });
  expect(Photo?.ExposureTime).toBeCloseTo(0.004, 9);
  expect(GPSInfo).toMatchObject({ GPSLatitudeRef: "S", GPSLongitudeRef: "E" });
  const [degrees = 0, minutes = 0, seconds = 0] = GPSInfo?.GPSLatitude ?? [];
  expect(degrees + minutes / 60 + seconds / 3600).toBeCloseTo(33.856784, 7);
});

test("without its place, a copy has no part about places", async () => {
  const { GPSInfo, Photo } = await written(facts, true);

  expect(GPSInfo).toBeUndefined();
  expect(Photo?.LensModel).toBe("EF50mm f/1.4");
});

test("a photo of which nothing is known says nothing", async () => {
  const nothing = Object.fromEntries(Object.keys(facts).map((name) => [name, null]));

  expect(exportExif(nothing as never, { withoutLocation: false })).toEqual({
    IFD0: {},
    IFD2: {},
    IFD3: {},
  });
});

test("a day without a time is written as its midnight, and long exposures in seconds", async () => {
  const { Photo } = await written({ ...facts, takenAt: "2001-01-02", exposureSeconds: 2.5 });

  expect(Photo?.DateTimeOriginal).toEqual(new Date("2001-01-02T00:00:00Z"));
  expect(Photo?.OffsetTimeOriginal).toBeUndefined();
  expect(Photo?.ExposureTime).toBe(2.5);
});
