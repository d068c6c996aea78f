import { describe, expect, test } from "vitest";
import { Distance } from "../../../electron/contract/similar.ts";
import {
  evaluateSet,
  type EvaluationOptions,
  type LabelledVectors,
} from "../../../electron/engine/evaluation/evaluate-set.ts";

const PLAIN: EvaluationOptions = { depth: 1, distance: "cosine", signedSqrt: false };

/** A file whose embedding points to an angle of the unit circle. */
function at(degrees: number, label: string): LabelledVectors {
  const angle = (degrees * Math.PI) / 180;
  return { label, vectors: { embedding: Float32Array.of(Math.cos(angle), Math.sin(angle)) } };
}

/** Seeded, so that every run sees the same. */
function randomNumbers(seed = 1): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test("a set of five files, by hand", async () => {
  // Nearest first from 0°: 10° a, 25° b, 44° a, 90° c. From 10°: 0° a, 25° b, 44° a, 90° c.
  // From 44°: 25° b, 10° a, 0° a, 90° c.
  const files = [at(0, "a"), at(10, "a"), at(25, "b"), at(44, "a"), at(90, "c")];

  const measures = await evaluateSet(files, PLAIN);

  const [first, last] = [(1 + 2 / 3) / 2, (1 / 2 + 2 / 3) / 2];
  const curve = (2 * 1 + 2 / 3) / 3;
  expect(measures).toEqual({
    queries: 3,
    leftOut: 2,
    labels: 3,
    meanAveragePrecision: expect.closeTo((2 * first + last) / 3, 12),
    precisionAt: [{ k: 1, precision: expect.closeTo(2 / 3, 12) }],
    curve: Array.from({ length: 11 }, (_, tenth) => ({
      recall: tenth / 10,
      precision: expect.closeTo(tenth <= 5 ? curve : 2 / 3, 12),
    })),
  });
});

test("the order of the list changes nothing", async () => {
  const random = randomNumbers();
  const files = Array.from({ length: 40 }, (_, index) => at(random() * 90, `${index % 5}`));

  const forwards = await evaluateSet(files, PLAIN);
  const backwards = await evaluateSet(files.toReversed(), PLAIN);

  expect(backwards.meanAveragePrecision).toBeCloseTo(forwards.meanAveragePrecision, 12);
});

test("labels that say nothing of the vectors are found by chance alone", async () => {
  const random = randomNumbers();
  const files = Array.from({ length: 400 }, (_, index) => at(random() * 360, `${index % 2}`));

  const { meanAveragePrecision, precisionAt } = await evaluateSet(files, PLAIN);

  expect(meanAveragePrecision).toBeGreaterThan(0.45);
  expect(meanAveragePrecision).toBeLessThan(0.55);
  expect(precisionAt.map(({ k }) => k)).toEqual([1, 5, 10, 20, 50, 100]);
});

test("a set in which no label is there twice has no queries", async () => {
  expect(await evaluateSet([at(0, "a"), at(1, "b")], PLAIN)).toMatchObject({
    queries: 0,
    leftOut: 2,
    meanAveragePrecision: 0,
  });
});

describe.each(Distance.options)("%s", (distance) => {
  test.each([false, true])(
    "agrees with a plain sort (signed square root: %s)",
    async (signedSqrt) => {
      const random = randomNumbers(7);
      const files = Array.from({ length: 90 }, (_, index) => ({
        label: `${index % 4}`,
        vectors: { embedding: Float32Array.from({ length: 7 }, () => random() - 0.5) },
      }));

      const { meanAveragePrecision } = await evaluateSet(files, { depth: 1, distance, signedSqrt });

      expect(meanAveragePrecision).toBeCloseTo(
        plainly(files, { depth: 1, distance, signedSqrt }),
        9,
      );
    },
  );
});

describe("depth", () => {
  /** The embedding knows the label, the stages know the other one. */
  function twoFaced(label: string, look: string, shift: number): LabelledVectors {
    const towards = (name: string) =>
      name === "x" ? Float32Array.of(1, shift) : Float32Array.of(shift, 1);
    return {
      label,
      vectors: { embedding: towards(label), stage2: towards(look), stage3: towards(look) },
    };
  }
  const files = [
    twoFaced("x", "x", 0.01),
    twoFaced("x", "y", 0.02),
    twoFaced("y", "x", 0.03),
    twoFaced("y", "y", 0.04),
  ];
  const precisionAt1 = async (depth: number) =>
    (await evaluateSet(files, { ...PLAIN, depth })).precisionAt[0]!.precision;

  test("1 goes by what the embedding says", async () => {
    expect(await precisionAt1(1)).toBe(1);
    expect(await precisionAt1(0.9)).toBe(1);
  });

  test("0 goes by what the stages say", async () => {
    expect(await precisionAt1(0)).toBe(0);
    expect(await precisionAt1(0.1)).toBe(0);
  });

  test("of a model without stages changes nothing", async () => {
    const flat = files.map(({ label, vectors }) => ({
      label,
      vectors: { embedding: vectors.embedding! },
    }));

    expect(await evaluateSet(flat, { ...PLAIN, depth: 0 })).toEqual(await evaluateSet(flat, PLAIN));
  });
});

test("other work goes on in between", async () => {
  const random = randomNumbers();
  const files = Array.from({ length: 2000 }, (_, index) => ({
    label: `${index % 30}`,
    vectors: { embedding: Float32Array.from({ length: 64 }, random) },
  }));
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);

  await evaluateSet(files, PLAIN);
  isOver = true;

  expect(turns).toBeGreaterThan(1);
});

/** The same in the plainest way: every pair in a matrix, every row sorted. */
function plainly(
  files: readonly LabelledVectors[],
  { distance, signedSqrt }: EvaluationOptions,
): number {
  const rows = files.map(({ vectors }) =>
    [...vectors.embedding!].map((x) => (signedSqrt ? Math.sign(x) * Math.sqrt(Math.abs(x)) : x)),
  );
  const between: Record<Distance, (a: number[], b: number[]) => number> = {
    cosine: (a, b) => -product(a, b) / Math.sqrt(product(a, a) * product(b, b)),
    euclidean: (a, b) => Math.hypot(...a.map((x, k) => x - b[k]!)),
    manhattan: (a, b) => a.reduce((sum, x, k) => sum + Math.abs(x - b[k]!), 0),
    chebyshev: (a, b) => Math.max(...a.map((x, k) => Math.abs(x - b[k]!))),
  };
  const averages = files.map((query, from) => {
    const relevant = files
      .map((file, to) => ({ isIt: file.label === query.label, to }))
      .filter(({ to }) => to !== from)
      .sort(
        (a, b) =>
          between[distance](rows[from]!, rows[a.to]!) - between[distance](rows[from]!, rows[b.to]!),
      )
      .flatMap(({ isIt }, place) => (isIt ? [place + 1] : []));
    return relevant.reduce((sum, rank, k) => sum + (k + 1) / rank, 0) / relevant.length;
  });
  return averages.reduce((sum, value) => sum + value, 0) / averages.length;
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, k) => sum + x * b[k]!, 0);
}
