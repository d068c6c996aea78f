import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { beforeAll, expect, test } from "vitest";
import { compareLooks, isSameLook } from "../../../electron/engine/duplicates/same-look.ts";
import { readPictureLook } from "../../../electron/engine/imaging/picture-look.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** Photos of their own, among them two of the same fruit in the same shop. */
const names = [
  "grocery/Banana_005.jpg",
  "grocery/Banana_018.jpg",
  "immich/prairie_falcon.jpg",
  "rclip/bee.jpg",
];
const looks = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const name of names) looks.set(name, await lookOf(name, (photo) => photo));
});

/** As a thumbnail of the changed photo looks. */
async function lookOf(name: string, change: (photo: Sharp) => Sharp): Promise<Uint8Array> {
  await using temp = await tempFolder();
  const changed = await change(sharp(path.join(FIXTURES, name)).rotate()).toBuffer();
  const thumbnail = temp.at("thumbnail.webp");
  await sharp(changed)
    .resize(256, 256, { fit: "outside", withoutEnlargement: true })
    .webp()
    .toFile(thumbnail);
  const look = await readPictureLook(thumbnail);
  expect(look, name).toHaveLength(80);
  return look!;
}

const copies: Readonly<Record<string, (photo: Sharp) => Sharp>> = {
  "in half the size": (photo) => photo.resize({ width: 320 }).jpeg({ quality: 85 }),
  "compressed hard": (photo) => photo.jpeg({ quality: 40 }),
  "as PNG": (photo) => photo.png(),
  "as a small WebP": (photo) => photo.resize({ width: 400 }).webp({ quality: 70 }),
};

test.each(Object.entries(copies))("a copy %s looks the same", async (_, change) => {
  for (const name of names)
    expect(isSameLook(looks.get(name)!, await lookOf(name, change)), name).toBe(true);
});

const edits: Readonly<Record<string, (photo: Sharp) => Sharp>> = {
  brighter: (photo) => photo.modulate({ brightness: 1.1 }),
  "in black and white": (photo) => photo.greyscale(),
  mirrored: (photo) => photo.flop(),
  cut: (photo) =>
    photo
      .resize(640, 480, { fit: "cover" })
      .extract({ left: 32, top: 24, width: 576, height: 432 }),
};

test.each(Object.entries(edits))(
  "a photo that somebody has made %s is another picture",
  async (_, change) => {
    for (const name of names)
      expect(isSameLook(looks.get(name)!, await lookOf(name, change)), name).toBe(false);
  },
);

test("two photos of the same fruit are nothing like copies", () => {
  const { bits } = compareLooks(looks.get(names[0]!)!, looks.get(names[1]!)!);

  expect(bits).toBeGreaterThan(40);
});

test("a picture of one colour looks like nothing, so that two of them are no copies", async () => {
  await using temp = await tempFolder();
  const file = temp.at("black.webp");
  const black = { width: 200, height: 100, channels: 3, background: "#101010" } as const;
  await sharp({ create: black }).webp().toFile(file);

  expect(await readPictureLook(file)).toBeUndefined();
});
