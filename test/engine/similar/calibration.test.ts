import { expect, test } from "vitest";
import { Calibration } from "../../../electron/engine/similar/calibration.ts";
import { usualBackground } from "../../../electron/engine/similar/usual-background.ts";
import type { VectorSource } from "../../../electron/engine/similar/vector-source.ts";

/** A table of directions in a plane; counts how often it is sampled. */
class PlaneTable implements VectorSource {
  size: number;
  samples = 0;

  constructor(size: number) {
    this.size = size;
  }

  count(): Promise<number> {
    return Promise.resolve(this.size);
  }

  sample(count: number) {
    this.samples++;
    const rows = Array.from({ length: Math.min(count, this.size) }, (_, at) => ({
      fingerprint: `${at}`,
      embedding: Float32Array.of(Math.cos(at), Math.sin(at)),
    }));
    return Promise.resolve(rows);
  }

  nearest(): Promise<never[]> {
    return Promise.resolve([]);
  }

  rows(): Promise<Map<string, never>> {
    return Promise.resolve(new Map<string, never>());
  }
}

function store() {
  const kept = { text: undefined as string | undefined };
  return { kept, read: () => kept.text, write: (text: string) => void (kept.text = text) };
}

test("a tiny library has the usual background, and nothing is written down", async () => {
  const { kept, ...rest } = store();

  expect(await new Calibration(rest).backgroundOf("model", new PlaneTable(49), 49)).toBe(
    usualBackground,
  );
  expect(kept.text).toBeUndefined();
});

test("a library's own background is measured once, and again when it has doubled", async () => {
  const kept = store();
  const vectors = new PlaneTable(100);
  const calibration = new Calibration(kept);

  const first = await calibration.backgroundOf("model", vectors, vectors.size);
  vectors.size = 200;
  await calibration.backgroundOf("model", vectors, vectors.size);
  expect(vectors.samples).toBe(1);
  vectors.size = 201;
  await calibration.backgroundOf("model", vectors, vectors.size);

  expect(vectors.samples).toBe(2);
  expect(first.chance.embedding).toBeCloseTo(0, 1);
});

test("it is remembered between runs, for the model that it is of", async () => {
  const kept = store();
  const vectors = new PlaneTable(100);
  const first = await new Calibration(kept).backgroundOf("model", vectors, vectors.size);

  const again = await new Calibration(kept).backgroundOf("model", vectors, vectors.size);
  await new Calibration(kept).backgroundOf("another model", vectors, vectors.size);

  expect(again).toEqual(first);
  expect(vectors.samples).toBe(2);
});

test("what is remembered and cannot be read is measured again", async () => {
  const kept = store();
  kept.kept.text = "not JSON";
  const vectors = new PlaneTable(100);

  await new Calibration(kept).backgroundOf("model", vectors, vectors.size);

  expect(vectors.samples).toBe(1);
});
