import { describe, expect, test } from "vitest";
import {
  likeness,
  likenessToExamples,
  sharesAt,
  type Chance,
} from "../../../electron/engine/similar/likeness.ts";
import type { VectorColumn } from "../../../electron/engine/vectors/vector-column.ts";

const ALL: readonly VectorColumn[] = ["embedding", "stage2", "stage3"];
const chance: Chance = { embedding: 0.4, stage2: 0.9, stage3: 0.7 };

/** A unit vector at an angle: the cosine of two is that of the angle between them. */
function at(degrees: number): Float32Array {
  const radians = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(radians), Math.sin(radians));
}

test("depth 1 is the embedding alone, depth 0 the two stages alone", () => {
  expect(sharesAt(1, chance, ALL)).toEqual([{ column: "embedding", share: 1 }]);
  expect(sharesAt(0, chance, ALL).map(({ column }) => column)).toEqual(["stage2", "stage3"]);
});

test("shares sum to 1, and a column in which any two photos are alike counts for more", () => {
  const shares = sharesAt(0.5, chance, ALL);

  const [embedding, stage2, stage3] = shares.map(({ share }) => share);
  expect(embedding! + stage2! + stage3!).toBeCloseTo(1, 10);
  // 0.5 / 0.6, 0.25 / 0.1 and 0.25 / 0.3.
  expect(stage2! / stage3!).toBeCloseTo(3, 10);
  expect(stage2! / embedding!).toBeCloseTo(3, 10);
});

test("a model without stages goes by its embedding at every depth", () => {
  for (const depth of [0, 0.5, 1])
    expect(sharesAt(depth, chance, ["embedding"])).toEqual([{ column: "embedding", share: 1 }]);
});

test("the same picture has likeness 1 at every depth", () => {
  const photo = { embedding: at(10), stage2: at(20), stage3: at(30) };

  for (const depth of [0, 0.3, 0.5, 1])
    expect(likeness(photo, photo, sharesAt(depth, chance, ALL))).toBeCloseTo(1, 6);
});

const only = { shares: sharesAt(1, chance, ["embedding"]), chance };

test("several examples count by their weights", () => {
  const examples = [
    { vectors: { embedding: at(0) }, weight: 3 },
    { vectors: { embedding: at(60) }, weight: 1 },
  ];

  // (3 · cos 0 + 1 · cos 60) / 4
  expect(likenessToExamples(examples, only)({ embedding: at(0) })).toBeCloseTo(0.875, 6);
});

describe("a negative example", () => {
  const degrees = (size: number): number => (size * Math.PI) / 180;
  const examples = [
    { vectors: { embedding: at(0) }, weight: 1 },
    { vectors: { embedding: at(40) }, weight: -1 },
  ];
  const to = (size: number, of = examples): number =>
    likenessToExamples(of, only)({ embedding: at(size) });

  test("makes a copy of it no more alike than chance", () => {
    expect(to(40)).toBeCloseTo(chance.embedding, 6);
  });

  test("takes nothing from what is no more like it than the positive one is", () => {
    expect(to(0)).toBeCloseTo(1, 6);
    expect(to(-30)).toBeCloseTo(Math.cos(degrees(30)), 6);
  });

  test("takes from what is nearer to it than to the positive one, also where they are far from both", () => {
    expect(to(60)).toBeLessThan(Math.cos(degrees(60)));
  });

  test("takes the more the nearer a photo is to it, and by its weight", () => {
    const half = examples.map(({ vectors, weight }) => ({
      vectors,
      weight: weight < 0 ? -0.5 : weight,
    }));

    expect(to(20)).toBeLessThan(Math.cos(degrees(20)));
    expect(to(30)).toBeLessThan(to(20));
    expect(to(40, half)).toBeCloseTo((Math.cos(degrees(40)) + chance.embedding) / 2, 6);
  });

  test("that is a copy of the positive one takes nothing from others that are near", () => {
    const copies = [examples[0]!, { vectors: { embedding: at(0) }, weight: -1 }];

    expect(to(20, copies)).toBeCloseTo(Math.cos(degrees(20)), 6);
  });
});
