import { writeFile, readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { hashPixels } from "../../../electron/engine/imaging/pixel-hash.ts";
import { indexingSize } from "../../../electron/engine/imaging/target-size.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { rewriteMetadata } from "../../support/rewrite-metadata.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function hashFile(file: string): Promise<string> {
  const { image } = await decodePhoto(file, (original) => indexingSize(original, 256));
  return hashPixels(image);
}

test.for([
  "immich/prairie_falcon.jpg",
  "immich/portrait-orientation-6.jpg",
  "grocery/Banana_005.jpg",
])("%s has the same pixels whatever its metadata say, the orientation included", async (name) => {
  await using temp = await tempFolder();
  const original = await readFile(path.join(FIXTURES, name));
  const hashes = new Set<string>();

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const file = temp.at(`${orientation}.jpg`);
    await writeFile(file, rewriteMetadata(original, { orientation }));
    hashes.add(await hashFile(file));
  }

  expect(hashes.size).toBe(1);
});

test("a photo of twelve megapixels, made smaller while it is decoded, has the same however it is turned", async () => {
  await using temp = await tempFolder();
  const large = await sharp(path.join(FIXTURES, "immich/prairie_falcon.jpg"))
    .resize(4032, 3024, { fit: "fill" })
    .jpeg()
    .toBuffer();
  await writeFile(temp.at("upright.jpg"), large);
  await writeFile(temp.at("turned.jpg"), rewriteMetadata(large, { orientation: 6 }));

  expect(await hashFile(temp.at("turned.jpg"))).toBe(await hashFile(temp.at("upright.jpg")));
});

test("other pixels have another", async () => {
  await using temp = await tempFolder();
  const original = path.join(FIXTURES, "rclip/bee.jpg");
  await sharp(original).jpeg({ quality: 90 }).toFile(temp.at("saved again.jpg"));
  await sharp(original)
    .extract({ left: 0, top: 0, width: 300, height: 200 })
    .toFile(temp.at("cut.jpg"));

  const hashes = [original, temp.at("saved again.jpg"), temp.at("cut.jpg")].map(hashFile);

  expect(new Set(await Promise.all(hashes)).size).toBe(3);
});

test("of a picture with equal quarters every orientation has the same, and another arrangement has not", () => {
  const one = [9, 9, 9];
  const none = [0, 0, 0];
  const of = (...rows: number[][]) =>
    hashPixels({ pixels: Uint8Array.from(rows.flat()), widthPx: 2, heightPx: rows.length / 2 });

  expect(of(one, none, none, one)).toBe(of(none, one, one, none));
  expect(of(one, one, none, none)).toBe(of(none, one, none, one));
  expect(of(one, one, none, none)).not.toBe(of(one, none, none, one));
});
