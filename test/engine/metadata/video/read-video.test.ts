import { appendFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { endExiftool, whyNoExiftool } from "../../../../electron/engine/metadata/exiftool.ts";
import {
  readRecordedAt,
  readVideo,
} from "../../../../electron/engine/metadata/video/read-video.ts";
import { FIXTURES } from "../../../support/fixtures.ts";
import { box, writeMp4, type Mp4Options } from "../../../support/mp4-writer.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

const noExiftool = await whyNoExiftool();
afterAll(endExiftool);

test.for<[string, Mp4Options]>([
  ["in front", {}],
  ["behind the pictures", { isHeaderLast: true }],
  ["with 64-bit times", { isLong: true }],
])("the header of an MP4 is found %s", async ([, options]) => {
  await using folder = await tempFolder();
  const file = folder.at("a.mp4");
  const createdAt = new Date("2023-05-14T16:03:07Z");
  const said = { durationSeconds: 12.5, widthPx: 1920, heightPx: 1080 };
  await writeFile(file, writeMp4({ ...said, createdAt, ...options }));

  expect(await readVideo(file)).toEqual({ ...said, format: "MP4 video" });
  // The file says when and not where: it is told as the clocks of this machine would.
  expect(new Date((await readRecordedAt(file))!)).toEqual(createdAt);
});

test("a film of a phone that was held upright is upright", async () => {
  await using folder = await tempFolder();
  const file = folder.at("a.mov");
  await writeFile(file, writeMp4({ brand: "qt  ", widthPx: 1920, heightPx: 1080, isTurned: true }));

  expect(await readVideo(file)).toEqual({
    widthPx: 1080,
    heightPx: 1920,
    format: "QuickTime video",
  });
});

test("a film without a clock says no time", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("a.mp4"), writeMp4());

  expect(await readRecordedAt(folder.at("a.mp4"))).toBeUndefined();
});

test("a film that was cut off, or is none, says what there is of it", async () => {
  await using folder = await tempFolder();
  const whole = writeMp4({ durationSeconds: 3, isHeaderLast: true });
  const facts = async (name: string, bytes: Buffer) => {
    await writeFile(folder.at(name), bytes);
    return readVideo(folder.at(name));
  };

  expect(await facts("cut.mp4", whole.subarray(0, 500))).toEqual({ format: "MP4 video" });
  expect(await facts("inside.mp4", whole.subarray(0, -150))).toEqual({ format: "MP4 video" });
  expect(await facts("empty.mp4", Buffer.alloc(0))).toEqual({ format: "Video" });
  expect(await facts("text.mp4", Buffer.from("not a film at all"))).toEqual({ format: "Video" });
});

test("a film made to be slow ends, and sizes that are none are left", async () => {
  await using folder = await tempFolder();
  const file = folder.at("a.mp4");
  const empty = box("free", Buffer.alloc(0));
  await writeFile(file, Buffer.concat([writeMp4().subarray(0, 16), ...Array(50_000).fill(empty)]));
  await appendFile(file, writeMp4({ durationSeconds: 3 }));

  expect(await readVideo(file)).toEqual({ format: "MP4 video" });

  const endless = box("moov", Buffer.alloc(0));
  endless.writeUInt32BE(3, 0);
  await writeFile(file, Buffer.concat([writeMp4().subarray(0, 16), endless]));
  expect(await readVideo(file)).toEqual({ format: "MP4 video" });
  await truncate(file, 9);
  expect(await readVideo(file)).toEqual({ format: "MP4 video" });
});

test.skipIf(noExiftool !== undefined)(
  "a WebM of a browser is told by its content [needs exiftool]",
  async () => {
    const facts = await readVideo(path.join(FIXTURES, "../videos/clip.webm"));

    expect(facts).toMatchObject({ format: "WebM video", widthPx: 160, heightPx: 120 });
  },
);

test("a file that is not there is said to be", async () => {
  await using folder = await tempFolder();

  await expect(readVideo(folder.at("gone.mp4"))).rejects.toThrow("ENOENT");
});
