import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import {
  fromWireError,
  toWireError,
  WireError,
  type LibraryError,
} from "../../../electron/contract/errors.ts";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { toFileError } from "../../../electron/engine/imaging/file-errors.ts";
import { endExiftool } from "../../../electron/engine/metadata/exiftool.ts";
import { readRawPreview } from "../../../electron/engine/imaging/raw/raw-preview.ts";
import { inEnglish } from "../../../electron/texts/in-english.ts";
import { loadTeller } from "../../../electron/texts/load-teller.ts";
import { tell } from "../../../electron/texts/tell.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** What a real decoder's complaint about these bytes is told as. */
async function whyNot(bytes: Buffer, name: string) {
  await using folder = await tempFolder();
  const file = folder.at(name);
  await writeFile(file, bytes);
  return await whyRejected(decode(file));
}

function decode(file: string) {
  return decodePhoto(file, (size) => size);
}

async function whyRejected(work: Promise<unknown>) {
  const error: unknown = await work.catch((cause: unknown) => cause);
  const { why } = error as LibraryError;
  return why && { told: why, sentence: inEnglish(why) };
}

afterAll(endExiftool);

const bee = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
const small = () => sharp(bee).resize(160);

test.each([
  ["JPEG", "jpg", bee],
  ["PNG", "png", await small().png().toBuffer()],
  ["GIF", "gif", await small().gif().toBuffer()],
  ["AVIF", "avif", await small().avif({ effort: 0 }).toBuffer()],
])("a %s that was cut off is told as one, in every language", async (format, extension, bytes) => {
  const why = await whyNot(bytes.subarray(0, bytes.length / 2), `photo.${extension}`);

  expect(why?.sentence).toMatch(
    new RegExp(`^The ${format} ends before its picture does \\(.+\\)\\.$`),
  );
  expect((await loadTeller("es")).say(why!.told)).toMatch(/termina antes que su imagen/);
  expect((await loadTeller("pt")).say(why!.told)).toMatch(/termina antes da imagem/);
});

test("a decoder that says nothing is not quoted", async () => {
  const bytes = await small().png({ progressive: true }).toBuffer();

  expect((await whyNot(bytes.subarray(0, bytes.length / 2), "photo.png"))?.sentence).toBe(
    "The PNG is damaged; its decoder says no more.",
  );
});

test("what is no picture, is empty, or is a picture of another kind, is told apart", async () => {
  const told = await Promise.all([
    whyNot(Buffer.from("Dear diary"), "note.jpg"),
    whyNot(Buffer.alloc(0), "empty.jpg"),
    whyNot(Buffer.from("\xff\x0a and so on", "latin1"), "scan.jxl"),
  ]);

  expect(told.map((why) => why?.sentence)).toEqual([
    "What is in it is no picture of a known format.",
    "The file is empty.",
    "It is a file of the format JPEG XL, which is not opened here.",
  ]);
});

test("a file that is not there is named, and so is what the system says of one that cannot be read", async () => {
  await using folder = await tempFolder();

  expect((await whyRejected(decode(folder.at("gone.jpg"))))?.sentence).toBe(
    `There is no file at ${folder.at("gone.jpg")}.`,
  );
  expect((await whyRejected(decode(folder.path)))?.sentence).toBe(
    "The disk could not hand it out (EISDIR).",
  );
  const notPermitted = Object.assign(new Error("no"), { code: "EACCES" });
  expect(inEnglish(toFileError("/a.jpg", notPermitted).why!)).toBe(
    "Its permissions do not let your account read it (EACCES).",
  );
});

test("a RAW file without a preview says what is missing", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("photo.dng"), await small().tiff({ compression: "lzw" }).toBuffer());

  const why = await whyRejected(readRawPreview(folder.at("photo.dng")));

  expect(why?.sentence).toMatch(
    /^The RAW file holds no JPEG of the camera’s|^Perl, which exiftool runs on/,
  );
});

test("a picture that takes too much memory is told with its size and the limit", async () => {
  const header = Buffer.alloc(64);
  header.write("BM");
  header.writeInt32LE(40_000, 18);
  header.writeInt32LE(-30_000, 22);

  expect((await whyNot(header, "huge.bmp"))?.sentence).toMatch(
    /^It has 40000 × 30000 pixels, which take \d+ MB of memory to decode; the limit is \d+ MB\.$/,
  );
});

test("a BMP that claims no size is told with what it claims", async () => {
  const header = Buffer.alloc(64);
  header.write("BM");

  expect((await whyNot(header, "nothing.bmp"))?.sentence).toBe(
    "The BMP claims a size of 0 × 0 pixels.",
  );
});

test("why a file could not be read crosses to another process, beside what the code says", () => {
  const error = toFileError("/a.jpg", Object.assign(new Error("no"), { code: "ENOENT" }));

  const arrived = fromWireError(WireError.parse(JSON.parse(JSON.stringify(toWireError(error)))));

  expect(arrived.told).toBeUndefined();
  expect(arrived.why).toEqual(tell("reading.gone", { path: "/a.jpg" }));
});
