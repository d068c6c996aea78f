import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { corners, fourColours } from "./pictures.ts";

const FILE_HEADER = 14;
const INFO_HEADER = 40;

/** A BMP as Windows writes it: a file header, a BITMAPINFOHEADER, rows from the bottom, padded to four bytes. */
async function fourColoursBmp({ topDown = false } = {}): Promise<Buffer> {
  const { data, info } = await fourColours()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rowBytes = Math.ceil((info.width * 3) / 4) * 4;
  const bmp = Buffer.alloc(FILE_HEADER + INFO_HEADER + rowBytes * info.height);
  bmp.write("BM", "latin1");
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(FILE_HEADER + INFO_HEADER, 10);
  bmp.writeUInt32LE(INFO_HEADER, 14);
  bmp.writeInt32LE(info.width, 18);
  bmp.writeInt32LE(topDown ? -info.height : info.height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  for (let y = 0; y < info.height; y++) {
    const row = FILE_HEADER + INFO_HEADER + rowBytes * (topDown ? y : info.height - 1 - y);
    for (let x = 0; x < info.width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        bmp[row + x * 3 + channel] = data[(y * info.width + x) * 3 + 2 - channel]!;
      }
    }
  }
  return bmp;
}

async function decoded(bytes: Buffer) {
  await using folder = await tempFolder();
  await writeFile(folder.at("photo.bmp"), bytes);
  return await decodePhoto(folder.at("photo.bmp"), (original) => original);
}

test.for([{ topDown: false }, { topDown: true }])(
  "a BMP is decoded whichever row comes first, %o",
  async (rows) => {
    const photo = await decoded(await fourColoursBmp(rows));

    expect({ format: photo.format, corners: corners(photo.image) }).toEqual({
      format: "BMP",
      corners: ["red", "green", "blue", "white"],
    });
  },
);

test("a BMP that is cut off is damaged", async () => {
  const whole = await fourColoursBmp();

  await expect(decoded(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    code: "image-corrupt",
  });
  await expect(decoded(whole.subarray(0, 20))).rejects.toMatchObject({ code: "image-corrupt" });
});

test("a header that claims more pixels than memory should hold is refused before any is taken", async () => {
  const bomb = await fourColoursBmp();
  bomb.writeInt32LE(100_000, 18);
  bomb.writeInt32LE(100_000, 22);

  await expect(decoded(bomb)).rejects.toMatchObject({ code: "image-too-large" });
});

test("the BMP of OS/2, which has another header, is unsupported", async () => {
  const old = await fourColoursBmp();
  old.writeUInt32LE(12, 14);

  await expect(decoded(old)).rejects.toMatchObject({ code: "format-unsupported" });
});
