import { expect, test } from "vitest";
import type { IndexChoice } from "../../../electron/engine/vectors/index-choice.ts";
import {
  DEFAULT_POLICY as policy,
  isFastEnough,
  isOutdated,
  reaches,
} from "../../../electron/engine/vectors/index-policy.ts";

const choice: IndexChoice = {
  kind: "ivf-rq",
  setting: { nprobes: 5, refineFactor: 3 },
  recallAt10: 1,
  recallAt100: 0.998,
  p50Ms: 6,
  flatP50Ms: 100,
  buildMs: 1500,
  rows: 100_000,
  measuredAt: "2026-11-20T12:00:00.000Z",
};

test("a small table is never measured", () => {
  expect(isOutdated(undefined, { rows: 4999, parts: 0 }, policy)).toBe(false);
  expect(isOutdated(undefined, { rows: 5000, parts: 0 }, policy)).toBe(true);
});

test("what was measured holds until the table is half as large again, or that much smaller", () => {
  const outdated = [66_000, 67_000, 100_000, 149_999, 150_000].map((rows) =>
    isOutdated(choice, { rows, parts: 1 }, policy),
  );

  expect(outdated).toEqual([true, false, false, false, true]);
});

test("an index that is in many parts is built again", () => {
  expect(isOutdated(choice, { rows: 110_000, parts: 12 }, policy)).toBe(false);
  expect(isOutdated(choice, { rows: 110_000, parts: 13 }, policy)).toBe(true);
});

test("an index is fast enough within the budget, or in a tenth of the time of comparing every row", () => {
  expect(isFastEnough(8, 20, policy)).toBe(true);
  expect(isFastEnough(9, 20, policy)).toBe(false);
  expect(isFastEnough(70, 741, policy)).toBe(true);
});

test("an index must surely find enough of the ten nearest and of the hundred", () => {
  const recall = (surely: number) => ({ mean: 1, surely });

  expect(reaches({ p50Ms: 1, at10: recall(1), at100: recall(0.991) }, policy)).toBe(true);
  expect(reaches({ p50Ms: 1, at10: recall(1), at100: recall(0.98) }, policy)).toBe(false);
  expect(reaches({ p50Ms: 1, at10: recall(0.98), at100: recall(1) }, policy)).toBe(false);
});
