import { writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readPngExif } from "../../../electron/engine/imaging/png-exif.ts";
import { readBlocks } from "../../../electron/engine/imaging/read-blocks.ts";
import { readExifFacts } from "../../../electron/engine/metadata/exif-facts.ts";
import { readXmpFacts } from "../../../electron/engine/metadata/xmp-facts.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { keywordPacket } from "../metadata/xmp-packet.ts";

const TAKEN = { IFD2: { DateTimeOriginal: "2023:05:14 12:13:14" } };

function picture() {
  return sharp({ create: { width: 16, height: 8, channels: 3, background: "#258" } });
}

/** The EXIF block as a TIFF, which is how a PNG has it. */
async function exifBlock(): Promise<Buffer> {
  const { exif } = await sharp(await picture().withExif(TAKEN).jpeg().toBuffer()).metadata();
  return exif!.subarray("Exif\0\0".length);
}

/** Puts a chunk before the last one, IEND, which is twelve bytes long. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, -12), length, body, checksum, png.subarray(-12)]);
}

test.each(["jpeg", "webp", "avif", "png", "tiff"] as const)(
  "EXIF and keywords are found in a %s",
  async (format) => {
    await using temp = await tempFolder();
    const file = temp.at(`picture.${format}`);
    const xmp = keywordPacket(["ferry"]).toString();
    const bytes = await picture().withExif(TAKEN).withXmp(xmp).toFormat(format).toBuffer();
    await writeFile(file, format === "png" ? withChunk(bytes, "eXIf", await exifBlock()) : bytes);

    const blocks = await readBlocks(file);

    expect(readXmpFacts(blocks.xmp!)).toEqual({ tags: ["ferry"] });
    // sharp writes no EXIF into a TIFF; that one is read as a whole is what counts here.
    if (format === "tiff") expect(blocks.exif?.subarray(0, 2).toString()).toMatch(/II|MM/);
    else expect(readExifFacts(blocks.exif!)).toMatchObject({ originalAt: "2023-05-14T12:13:14" });
  },
);

test("a PNG without EXIF has none, and one that is cut off anywhere has what is left", async () => {
  await using temp = await tempFolder();
  const file = temp.at("picture.png");
  const plain = await picture().png().toBuffer();
  const png = withChunk(plain, "eXIf", await exifBlock());

  await writeFile(file, plain);
  expect(await readPngExif(file)).toBeUndefined();
  for (let length = 0; length < png.length; length += 5) {
    await writeFile(file, png.subarray(0, length));
    const exif = await readPngExif(file);
    if (exif) expect(() => readExifFacts(exif)).not.toThrow();
  }
});
