import sharp from "sharp";
import { expect, test } from "vitest";
import { turns } from "../../../electron/contract/value-names.ts";
import { regionInFile } from "../../../electron/engine/similar/region-in-file.ts";

/** 4 × 8 unlike pixels. */
const stored = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 8));
const SIZE = { width: 4, height: 8 };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function cut(turn: number, { x, y, width, height }: Box): Promise<number[]> {
  const raw = { raw: { ...SIZE, channels: 1 } } as const;
  const whole = await sharp(stored, raw).rotate(turn).raw().toBuffer({ resolveWithObject: true });
  const { width: across, height: down } = whole.info;
  const part = {
    left: Math.round(x * across),
    top: Math.round(y * down),
    width: Math.round(width * across),
    height: Math.round(height * down),
  };
  const seen = sharp(whole.data, { raw: whole.info }).extract(part).greyscale().raw();
  return [...(await seen.toBuffer())].sort((a, b) => a - b);
}

test("a part of a photo that is shown turned is the same part of its file", async () => {
  const part = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };

  for (const turn of turns) {
    expect(await cut(0, regionInFile(part, turn)), `turned by ${turn}`).toEqual(
      await cut(turn, part),
    );
  }
});

test("a part at the edge stays inside of the picture", () => {
  const { x, y, width, height } = regionInFile({ x: 0.7, y: 0, width: 0.3, height: 1 }, 90);

  expect([x, y, width, height]).toEqual([0, expect.closeTo(0), 1, 0.3]);
  expect(y).toBeGreaterThanOrEqual(0);
});
