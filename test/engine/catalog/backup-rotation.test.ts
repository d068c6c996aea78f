import { expect, test } from "vitest";
import { chooseKept } from "../../../electron/engine/catalog/backup-rotation.ts";

const DAY = 24 * 60 * 60 * 1000;

test("of a backup every day for two months, seven days and four weeks stay", () => {
  const days = Array.from({ length: 60 }, (_, day) => day * DAY);

  const kept = chooseKept(days).map((time) => time / DAY);

  // Weeks begin where 1970 did, so that of the last four the newest days are 59, 55, 48 and 41.
  expect(kept).toEqual([59, 58, 57, 56, 55, 54, 53, 48, 41]);
});

test("days without a backup do not count: what there is stays", () => {
  const rare = [0, 40, 80, 120, 160].map((day) => day * DAY);

  expect(chooseKept(rare)).toEqual([160, 120, 80, 40, 0].map((day) => day * DAY));
});

test("the three newest stay whatever their dates", () => {
  const [noon, later] = [100.5 * DAY, 100.5 * DAY + 1000];

  expect(chooseKept([noon, noon + 1, noon + 2, noon + 3, later])).toEqual([
    later,
    noon + 3,
    noon + 2,
  ]);
});
