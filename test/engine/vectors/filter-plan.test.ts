import { expect, test } from "vitest";
import { planAgain, planFilter } from "../../../electron/engine/vectors/filter-plan.ts";

const indexed = { rows: 100_000, wanted: 300, dimension: 384, isIndexed: true };
const scanned = { rows: 10_000, wanted: 100, dimension: 384, isIndexed: false };

test("a few that pass are all compared", () => {
  expect(planFilter({ ...indexed, passing: 1000 }).kind).toBe("fetch");
  expect(planFilter({ ...scanned, passing: 10 }).kind).toBe("fetch");
});

test("with an index, less than a tenth of the library is compared as long as that is quick, because it is exact", () => {
  expect(planFilter({ ...indexed, passing: 5000 }).kind).toBe("fetch");
});

test("where many pass, more neighbours than wanted are asked for, in proportion", () => {
  expect(planFilter({ ...indexed, passing: 10_000 })).toEqual({ kind: "sift", depth: 4500 });
  expect(planFilter({ ...indexed, passing: 50_000 })).toEqual({ kind: "sift", depth: 900 });
  expect(planFilter({ ...scanned, passing: 5000 })).toEqual({ kind: "sift", depth: 300 });
});

test("never more neighbours are asked for than there are rows", () => {
  expect(planFilter({ ...scanned, wanted: 9000, passing: 9000 })).toEqual({
    kind: "sift",
    depth: 10_000,
  });
});

test("where too few passed, more are asked for, by as much as is missing", () => {
  const question = { ...indexed, passing: 50_000 };

  expect(planAgain(question, { depth: 900, found: 299 })).toEqual({ kind: "sift", depth: 1800 });
  expect(planAgain(question, { depth: 900, found: 100 })).toEqual({ kind: "sift", depth: 4050 });
  expect(planAgain(question, { depth: 900, found: 0 })).toEqual({
    kind: "sift",
    depth: 100_000,
  });
});

test("where asking for more would take longer than comparing all that pass, these are compared", () => {
  expect(planAgain({ ...indexed, passing: 2000 }, { depth: 20_000, found: 0 }).kind).toBe("fetch");
});
