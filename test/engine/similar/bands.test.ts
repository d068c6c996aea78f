import { expect, test } from "vitest";
import { measureBackground, backgroundAt } from "../../../electron/engine/similar/background.ts";
import { bandLimits, bandOf } from "../../../electron/engine/similar/bands.ts";
import { usualBackground } from "../../../electron/engine/similar/usual-background.ts";

/** Random directions in 12 dimensions, so that any two have little in common. */
function directions(count: number, seed = 1): Float32Array[] {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () =>
    unit(Array.from({ length: 12 }, () => random() - 0.5)),
  );
}

function unit(numbers: readonly number[]): Float32Array {
  return Float32Array.from(numbers, (value) => value / Math.hypot(...numbers));
}

test("likeness falls through the bands in their order", () => {
  const limits = bandLimits(usualBackground, 1, 1000);

  expect(bandOf(1, limits)).toBe("same-shot");
  expect(bandOf(limits.verySimilar, limits)).toBe("very-similar");
  expect(bandOf(limits.related, limits)).toBe("related");
  expect(bandOf(limits.related - 0.001, limits)).toBeNull();
});

test.for([0, 0.25, 0.5, 0.77, 1])("at depth %d every band begins above chance", (depth) => {
  const { sameShot, verySimilar, related } = bandLimits(usualBackground, depth, 1000);
  const { median, q90 } = backgroundAt(usualBackground, depth);

  expect([sameShot, verySimilar, related]).toEqual(
    [sameShot, verySimilar, related].sort((a, b) => b - a),
  );
  expect(related).toBeGreaterThan(q90);
  expect(q90).toBeGreaterThan(median);
});

test("at most one in a hundred random pairs is related, and one in a thousand very similar", async () => {
  const sample = directions(150).map((embedding) => ({ embedding }));
  const strangers = directions(150, 99);

  const limits = bandLimits(await measureBackground(sample), 1, 1000);

  const pairs = sample.flatMap(({ embedding }) =>
    strangers.map((other) => embedding.reduce((sum, value, k) => sum + value * other[k]!, 0)),
  );
  const share = (limit: number) => pairs.filter((value) => value >= limit).length / pairs.length;
  expect(share(limits.related)).toBeLessThan(0.015);
  expect(share(limits.verySimilar)).toBeLessThan(0.003);
});

test("bursts among the library's photos do not move the limits to where bursts begin", async () => {
  const alone = directions(100).map((embedding) => ({ embedding }));
  const burst = directions(8, 5).flatMap((embedding) =>
    Array.from({ length: 10 }, (_, shot) => ({
      embedding: unit([...embedding].map((value, k) => value + (k === shot ? 0.02 : 0))),
    })),
  );

  const { related } = bandLimits(await measureBackground([...alone, ...burst]), 1, 1000);

  // A pair in forty is of one burst: the plain 99th percentile would be above 0.99.
  expect(related).toBeLessThan(0.9);
});

test("in a large library the list ends sooner, so that chance does not fill it", () => {
  const { related, verySimilar } = bandLimits(usualBackground, 1, 20_000);
  const larger = bandLimits(usualBackground, 1, 60_000);
  const largest = bandLimits(usualBackground, 1, 1_000_000);

  expect(related).toBe(bandLimits(usualBackground, 1, 100).related);
  expect(larger.related).toBeGreaterThan(related);
  expect(larger.related).toBeLessThan(verySimilar);
  expect(largest.related).toBeCloseTo(verySimilar, 10);
  expect(largest.verySimilar).toBe(verySimilar);
});

test("what is the same shot elsewhere is so in a library of one burst too", async () => {
  const [first] = directions(1);
  const burst = Array.from({ length: 60 }, (_, shot) => ({
    embedding: unit([...first!].map((value, k) => value + (k === shot % 12 ? 0.01 : 0))),
  }));

  const limits = bandLimits(await measureBackground(burst), 1, 1000);

  expect(limits.related).toBeLessThanOrEqual(limits.sameShot);
  expect(bandOf(0.97, limits)).toBe("same-shot");
});
