import { expect, test } from "vitest";
import { toSourceFacts } from "../../../electron/engine/metadata/exiftool-facts.ts";

test("a RAW file is described as a JPEG of the same camera is, its lens by the maker's own notes", () => {
  expect(
    toSourceFacts({
      "IFD0:Make": "NIKON CORPORATION",
      "IFD0:Model": "NIKON D750",
      "ExifIFD:DateTimeOriginal": "2023:05:14 12:13:14",
      "ExifIFD:CreateDate": "2023:05:14 12:13:14",
      "ExifIFD:OffsetTimeOriginal": "+02:00",
      "ExifIFD:FNumber": 2.8,
      "ExifIFD:ExposureTime": 0.004,
      "ExifIFD:ISO": 400,
      "ExifIFD:FocalLength": 35,
      "Nikon:ISO": 0,
      "Composite:LensID": "AF-S Nikkor 24-70mm f/2.8G ED",
      "Composite:GPSLatitude": -33.8568,
      "GPS:GPSLatitude": 33.8568,
      "Composite:GPSLongitude": 151.2153,
      "GPS:GPSLongitude": 151.2153,
      "XMP-dc:Subject": ["harbour", 2023],
      "XMP-lr:HierarchicalSubject": "Places|Sydney",
      "XMP-xmp:Rating": 4,
    }),
  ).toEqual({
    originalAt: "2023-05-14T12:13:14+02:00",
    digitizedAt: "2023-05-14T12:13:14",
    camera: "NIKON D750",
    lens: "AF-S Nikkor 24-70mm f/2.8G ED",
    aperture: 2.8,
    exposureSeconds: 0.004,
    iso: 400,
    focalLengthMm: 35,
    latitude: -33.8568,
    longitude: 151.2153,
    rating: 4,
    tags: ["Places/Sydney", "harbour", "2023"],
  });
});

test("a film's clock runs in Greenwich, unless the phone also wrote the time where it was", () => {
  const at = new Date("2023-05-14T10:13:14Z");
  const here = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

  const film = toSourceFacts({ "QuickTime:CreateDate": "2023:05:14 10:13:14" });
  const phone = toSourceFacts({
    "QuickTime:CreateDate": "2023:05:14 10:13:14",
    "Keys:CreationDate": "2023:05:14 12:13:14+02:00",
  });
  const unset = toSourceFacts({ "QuickTime:CreateDate": "0000:00:00 00:00:00" });

  expect([film, phone, unset]).toEqual([
    { digitizedAt: here },
    { digitizedAt: here, originalAt: "2023-05-14T12:13:14+02:00" },
    {},
  ]);
});

test("a lens that could be one of several, or none, is not named", () => {
  expect(
    ["Tamron 18-50mm or Sigma 28mm", "Unknown (255)", "", undefined].map((lens) =>
      toSourceFacts({ "Composite:LensID": lens }),
    ),
  ).toEqual([{}, {}, {}, {}]);
});
