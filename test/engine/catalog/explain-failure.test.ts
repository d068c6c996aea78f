import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import type { ErrorCode } from "../../../electron/contract/errors.ts";
import { explainFailure } from "../../../electron/engine/catalog/explain-failure.ts";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { endExiftool } from "../../../electron/engine/metadata/exiftool.ts";
import { readRawPreview } from "../../../electron/engine/imaging/raw/raw-preview.ts";
import { loadTeller } from "../../../electron/texts/load-teller.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** What a real decoder's complaint about these bytes is told as. */
async function whyNot(bytes: Buffer, name: string) {
  await using folder = await tempFolder();
  const file = folder.at(name);
  await writeFile(file, bytes);
  const error: unknown = await decodePhoto(file, (size) => size).catch((cause: unknown) => cause);
  return explained(error, file);
}

function explained(error: unknown, file: string) {
  const { code, message } = error as { code: ErrorCode; message: string };
  return explainFailure({ path: file, code, message }).why;
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
  const read = (file: string) => decodePhoto(file, (size) => size).catch((cause: unknown) => cause);

  expect(explained(await read(folder.at("gone.jpg")), folder.at("gone.jpg"))?.sentence).toBe(
    `There is no file at ${folder.at("gone.jpg")}.`,
  );
  expect(explained(await read(folder.path), folder.path)?.sentence).toBe(
    "The disk could not hand it out (EISDIR).",
  );
  expect(
    explainFailure({
      path: "/a.jpg",
      code: "file-unreadable",
      message: "Expected a readable file at /a.jpg but the system said EACCES",
    }).why?.sentence,
  ).toBe("Its permissions do not let your account read it (EACCES).");
});

test("a RAW file without a preview says what is missing", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("photo.dng"), await small().tiff({ compression: "lzw" }).toBuffer());

  const error: unknown = await readRawPreview(folder.at("photo.dng")).catch(
    (cause: unknown) => cause,
  );

  expect(explained(error, folder.at("photo.dng"))?.sentence).toMatch(
    /^The RAW file holds no JPEG of the camera’s|^Perl, which exiftool runs on/,
  );
});

test("sizes and limits stay what the log says, whatever the path says", () => {
  const { why } = explainFailure({
    path: "/but got: x/a.jpg",
    code: "image-too-large",
    message:
      "Expected a JPEG that can be decoded with 1200 MB of memory at /but got: x/a.jpg but got 40000 × 20000 pixels, which take 2400 MB",
  });

  expect(why?.sentence).toBe(
    "It has 40000 × 20000 pixels, which take 2400 MB of memory to decode; the limit is 1200 MB.",
  );
});

test("a failure that its code says all of has no more words, and keeps the log's", () => {
  const failure = { path: "/a.jpg", code: "unexpected" as const, message: "something" };

  expect(explainFailure(failure)).toEqual(failure);
});
