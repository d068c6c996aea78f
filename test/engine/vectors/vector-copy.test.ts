import { expect, test } from "vitest";
import { cosineDistance } from "../../../electron/engine/vectors/neighbour.ts";
import { copyBytes, VectorCopy } from "../../../electron/engine/vectors/vector-copy.ts";
import { clusteredRows, exactNearest, fingerprint, names, seeded } from "./clustered-rows.ts";

/** More than are compared at once. */
const MANY = 9000;

function copyOf(rows: readonly { fingerprint: string; embedding: Float32Array }[]): VectorCopy {
  const copy = new VectorCopy(rows[0]!.embedding.length);
  for (const row of rows) copy.add(row.fingerprint, row.embedding);
  return copy;
}

test.each([3, 16, 20, 128])(
  "the nearest of vectors of %i numbers are those of an exact comparison, at its distances",
  (dimension) => {
    const rows = clusteredRows(MANY, dimension);
    const copy = copyOf(rows);

    for (const { embedding } of rows.filter((_, index) => index % 1800 === 7)) {
      const found = copy.nearest(embedding, { limit: 50 });
      const expected = exactNearest(rows, embedding, { limit: 50 });
      const exact = new Map(rows.map((row) => [row.fingerprint, row.embedding]));
      found.forEach(({ fingerprint: name, distance }, index) => {
        expect(Math.abs(distance - cosineDistance(embedding, exact.get(name)!))).toBeLessThan(5e-5);
        expect(Math.abs(distance - expected[index]!.distance)).toBeLessThan(5e-5);
      });
      expect(found[0]!.distance).toBeLessThan(1e-6);
      expect(new Set(names(found)).size).toBe(50);
    }
  },
);

test("lengths do not count, and the opposite is 2 away", () => {
  const copy = copyOf([
    { fingerprint: fingerprint(1), embedding: Float32Array.of(0, 0.001) },
    { fingerprint: fingerprint(2), embedding: Float32Array.of(-3000, 0) },
    { fingerprint: fingerprint(3), embedding: Float32Array.of(7, 0) },
  ]);

  const found = copy.nearest(Float32Array.of(0.5, 0), { limit: 9 });

  expect(names(found)).toEqual([3, 1, 2].map(fingerprint));
  [0, 1, 2].forEach((distance, index) => expect(found[index]!.distance).toBeCloseTo(distance, 6));
});

test("what has no direction is as far from everything as chance", () => {
  const zero = { fingerprint: fingerprint(1), embedding: new Float32Array(2) };
  const copy = copyOf([zero, { fingerprint: fingerprint(2), embedding: Float32Array.of(1, 0) }]);

  const distances = copy.nearest(new Float32Array(2), { limit: 5 }).map(({ distance }) => distance);

  expect(distances).toEqual([1, 1]);
  expect(copy.nearest(Float32Array.of(1, 0), { limit: 5 })[1]).toEqual({
    fingerprint: fingerprint(1),
    distance: 1,
  });
});

const rows = clusteredRows(MANY, 32);
const query = rows[11]!.embedding;

test.each([1, 10, 1000, MANY, MANY + 1])("of %i that are asked for none is lost", (limit) => {
  const found = copyOf(rows).nearest(query, { limit });

  expect(found).toHaveLength(Math.min(limit, MANY));
  const distances = found.map(({ distance }) => distance);
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
});

test("beyond the reach nothing is answered, within it everything is", () => {
  const expected = rows.filter(({ embedding }) => cosineDistance(query, embedding) <= 0.2);

  const found = copyOf(rows).nearest(query, { limit: MANY, reach: 0.2 });

  expect(expected.length).toBeGreaterThan(20);
  expect(names(found).sort()).toEqual(names(expected).sort());
});

test.each([1, 40, 8000])("of %i that may be answered the nearest are", (count) => {
  const random = seeded(5);
  const passing = rows
    .map((row) => ({ row, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ row }) => row);

  const within = [...names(passing), fingerprint(MANY + 5)];
  const found = copyOf(rows).nearest(query, { limit: 20, within });

  const expected = exactNearest(passing, query, { limit: 20 });
  expect(found).toHaveLength(Math.min(20, count));
  found.forEach(({ distance }, index) =>
    expect(Math.abs(distance - expected[index]!.distance)).toBeLessThan(5e-5),
  );
});

test("what is added again replaces what was there, and what was removed is not found", () => {
  const copy = copyOf(rows);

  copy.remove(rows[11]!.fingerprint);
  copy.remove(fingerprint(MANY + 5));
  copy.add(rows[12]!.fingerprint, query);

  const found = copy.nearest(query, { limit: MANY });
  expect(found[0]!.fingerprint).toBe(rows[12]!.fingerprint);
  expect(found[0]!.distance).toBeLessThan(1e-6);
  expect(found).toHaveLength(MANY - 1);
  expect(names(found)).not.toContain(rows[11]!.fingerprint);
  copy.add(rows[11]!.fingerprint, rows[11]!.embedding);
  expect(copy.nearest(query, { limit: MANY })).toHaveLength(MANY);
});

test("a vector that is read back has length 1 and the direction that was added", () => {
  const copy = copyOf(rows);
  copy.add(fingerprint(MANY), new Float32Array(32));

  const read = copy.vectorOf(rows[11]!.fingerprint)!;

  expect(Math.hypot(...read)).toBeCloseTo(1, 6);
  expect(cosineDistance(read, query)).toBeLessThan(1e-7);
  expect(copy.nearest(read, { limit: 1 })[0]!.distance).toBeLessThan(1e-6);
  expect(copy.vectorOf(fingerprint(MANY))).toEqual(new Float32Array(32));
  expect(copy.vectorOf(fingerprint(MANY + 1))).toBeUndefined();
  copy.remove(rows[11]!.fingerprint);
  expect(copy.vectorOf(rows[11]!.fingerprint)).toBeUndefined();
});

test("a copy takes two bytes for each number", () => {
  expect(copyBytes(100_000, 384)).toBe(76_800_000);
  expect(copyBytes(1, 20)).toBe(64);
});
