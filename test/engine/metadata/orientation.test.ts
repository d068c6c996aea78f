import sharp from "sharp";
import { expect, test } from "vitest";
import { turns } from "../../../electron/contract/value-names.ts";
import {
  toOrientation,
  turnBetween,
  turnedOrientation,
} from "../../../electron/engine/metadata/orientation.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

/** What is shown of six unlike pixels that are stored with an orientation, and turned after that. */
async function shown(orientation: number, turn = 0): Promise<string> {
  const pixels = Buffer.from([10, 50, 90, 130, 170, 210]);
  const png = await sharp(pixels, { raw: { width: 3, height: 2, channels: 1 } })
    .withMetadata({ orientation })
    .png()
    .toBuffer();
  const upright = await sharp(png).autoOrient().png().toBuffer();
  const { data, info } = await sharp(upright)
    .rotate(turn)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `${info.width}: ${[...data].join(" ")}`;
}

test("a turn and an orientation come to the orientation that shows the same picture, for all eight and every turn", async () => {
  for (const own of ALL) {
    for (const turn of turns) {
      const wanted = turnedOrientation(own, turn);
      expect(await shown(wanted), `${own} turned by ${turn}`).toBe(await shown(own, turn));
      expect(turnBetween(own, wanted)).toBe(turn);
    }
  }
});

test("no turn makes a mirrored picture of one that is not", () => {
  const pairs = [1, 3, 6, 8].flatMap((plain) =>
    [2, 4, 5, 7].flatMap((mirrored) => [
      turnBetween(plain, mirrored),
      turnBetween(mirrored, plain),
    ]),
  );

  expect(new Set(pairs)).toEqual(new Set([undefined]));
});

test("anything but 1 to 8 says nothing", () => {
  expect(["6", " 8 ", 3].map(toOrientation)).toEqual([6, 8, 3]);
  expect(["0", "9", "", "1.5", "left", 0, 9, 1.5, null, undefined].map(toOrientation)).toEqual(
    Array.from({ length: 10 }, () => undefined),
  );
});
