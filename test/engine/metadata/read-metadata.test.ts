import sharp from "sharp";
import { expect, test } from "vitest";
import { readMetadata } from "../../../electron/engine/metadata/read-metadata.ts";
import { keywordPacket, packet } from "./xmp-packet.ts";

async function exifWith(fields: Record<string, string>): Promise<Buffer> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } });
  const bytes = await picture.withExif({ IFD2: fields }).jpeg().toBuffer();
  return (await sharp(bytes).metadata()).exif!;
}

test("what XMP says of the camera, the place and the picture is read", () => {
  const xmp =
    packet(`<rdf:Description rdf:about="" exif:DateTimeOriginal="2023-05-14T12:13:14+02:00"
    tiff:Make="NIKON CORPORATION" tiff:Model="NIKON D750" exif:FNumber="28/10" exif:ExposureTime="1/250"
    exif:FocalLength="35/1" exif:GPSLatitude="38,42.834N" exif:GPSLongitude="9,8,0.24W" exif:GPSAltitude="100/10"
    exif:GPSAltitudeRef="0" xmp:Rating="4">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tagus</rdf:li></rdf:Alt></dc:title>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ferries at noon</rdf:li></rdf:Alt></dc:description>
    <exif:ISOSpeedRatings><rdf:Seq><rdf:li>200</rdf:li></rdf:Seq></exif:ISOSpeedRatings>
  </rdf:Description>`);

  expect(readMetadata({ name: "a.jpg", blocks: { xmp } })).toEqual({
    takenAt: "2023-05-14T12:13:14+02:00",
    takenFrom: "xmp",
    camera: "NIKON D750",
    aperture: 2.8,
    exposureSeconds: 1 / 250,
    iso: 200,
    focalLengthMm: 35,
    latitude: expect.closeTo(38.7139, 4) as number,
    longitude: expect.closeTo(-9.1334, 4) as number,
    altitudeM: 10,
    title: "Tagus",
    caption: "Ferries at noon",
    rating: 4,
  });
});

test("a sidecar goes before EXIF, EXIF before XMP, and all of them before the file's name", async () => {
  const name = "IMG_20200101_000000.jpg";
  const exif = await exifWith({ DateTimeOriginal: "2021:01:01 00:00:00" });
  const dated = (year: number) =>
    packet(`<rdf:Description rdf:about="" photoshop:DateCreated="${year}-01-01T00:00:00"/>`);

  const taken = [
    { name, blocks: { exif, xmp: dated(2022) }, sidecars: [dated(2023)] },
    { name, blocks: { exif, xmp: dated(2022) } },
    { name, blocks: { xmp: dated(2022) } },
    { name, blocks: {} },
    { name: "beach.jpg", blocks: {} },
  ].map((parts) => readMetadata(parts));

  expect(taken).toEqual([
    { takenAt: "2023-01-01T00:00:00", takenFrom: "xmp" },
    { takenAt: "2021-01-01T00:00:00", takenFrom: "exif" },
    { takenAt: "2022-01-01T00:00:00", takenFrom: "xmp" },
    { takenAt: "2020-01-01T00:00:00", takenFrom: "name" },
    {},
  ]);
});

test("a scan was taken when its owner says, not when it was scanned", async () => {
  const exif = await exifWith({ DateTimeDigitized: "2010:02:03 04:05:06" });
  const xmp = packet(`<rdf:Description rdf:about="" photoshop:DateCreated="1955-08-01"/>`);

  expect(readMetadata({ name: "a.jpg", blocks: { exif, xmp } })).toMatchObject({
    takenAt: "1955-08-01",
    takenFrom: "xmp",
  });
  expect(readMetadata({ name: "a.jpg", blocks: { exif } })).toMatchObject({
    takenAt: "2010-02-03T04:05:06",
    takenFrom: "exif",
  });
});

test("keywords are gathered from everywhere, each once, hierarchies in the place of their levels", () => {
  const xmp = packet(`<rdf:Description rdf:about="">
    <dc:subject><rdf:Bag><rdf:li>Lisbon</rdf:li><rdf:li>Places</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject>
    <lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Portugal|Lisbon</rdf:li></rdf:Bag></lr:hierarchicalSubject>
    <digiKam:TagsList><rdf:Seq><rdf:li>Places/Portugal/Lisbon</rdf:li><rdf:li>People/Ana</rdf:li></rdf:Seq></digiKam:TagsList>
  </rdf:Description>`);

  const { tags } = readMetadata({
    name: "a.jpg",
    blocks: { xmp },
    sidecars: [keywordPacket(["Ferry", " blue  boat ", "", "Portugal"])],
  });

  expect(tags).toEqual(["Places/Portugal/Lisbon", "People/Ana", "Ferry", "blue boat"]);
});

test.each([
  ["5", 5],
  ["3.0", 3],
  ["0", 0],
  ["-1", 0],
  ["17", undefined],
  ["many", undefined],
])("a rating of %s in the file is %s", (text, rating) => {
  const xmp = packet(`<rdf:Description rdf:about="" xmp:Rating="${text}"/>`);

  expect(readMetadata({ name: "a.jpg", blocks: { xmp } }).rating).toBe(rating);
});

test("a keyword that a source has as a tag of its own stays beside a path that holds it, in whichever source", () => {
  const xmp = packet(`<rdf:Description rdf:about="">
    <dc:subject><rdf:Bag><rdf:li>Lisbon</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject>
    <lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Lisbon</rdf:li><rdf:li>Lisbon</rdf:li></rdf:Bag></lr:hierarchicalSubject>
  </rdf:Description>`);
  const sidecar = keywordPacket(["Places"]);

  const { tags } = readMetadata({ name: "a.jpg", blocks: { xmp }, sidecars: [sidecar] });

  expect(tags).toEqual(["Places/Lisbon", "Lisbon", "ferry"]);
});
