import { expect, test } from "vitest";
import {
  isExactly,
  nearBars,
  takenValue,
  timelineBars,
  toMonths,
  touches,
} from "../../../renderer/src/filters/timeline.ts";

const few = [
  { month: "2022-11", count: 3 },
  { month: "2023-02", count: 5 },
];
const many = [{ month: "1998-07", count: 1 }, ...few];

test("months without photos lie between those with some", () => {
  expect(timelineBars(few)).toEqual([
    { key: "2022-11", count: 3 },
    { key: "2022-12", count: 0 },
    { key: "2023-01", count: 0 },
    { key: "2023-02", count: 5 },
  ]);
  expect(timelineBars([])).toEqual([]);
});

test("many months are drawn as years, and their photos are all there", () => {
  const bars = timelineBars(many);

  expect(bars.map(({ key }) => key)).toEqual(
    Array.from({ length: 26 }, (_, at) => String(1998 + at)),
  );
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(9);
});

test("a range of few years is shown by its months as well", () => {
  expect(nearBars(many, { from: "2023-02", until: "2023-05" })).toHaveLength(12);
  expect(nearBars(many, { from: "2022-11", until: "2023-02" })).toHaveLength(24);
  expect(nearBars(many, { from: "2010-01", until: "2023-02" })).toEqual([]);
  expect(nearBars(many, { until: "2023-02" })).toEqual([]);
});

test("what the search says is read in months", () => {
  expect(toMonths("2023")).toEqual({ from: "2023-01", until: "2023-12" });
  expect(toMonths("2023-05-14")).toEqual({ from: "2023-05", until: "2023-05" });
  expect(toMonths("2022..2023-05")).toEqual({ from: "2022-01", until: "2023-05" });
  expect(toMonths("2023-05..")).toEqual({ from: "2023-05", until: undefined });
  expect(toMonths("..2023")).toEqual({ from: undefined, until: "2023-12" });
  expect(toMonths("..")).toBeUndefined();
  expect(toMonths("summer")).toBeUndefined();
});

test("what is chosen is written as short as the language allows", () => {
  expect(takenValue("2023", "2023")).toBe("2023");
  expect(takenValue("2023-01", "2023-12")).toBe("2023");
  expect(takenValue("2021", "2023")).toBe("2021..2023");
  expect(takenValue("2023-05", "2023-05")).toBe("2023-05");
  expect(takenValue("2021-03", "2023-05")).toBe("2021-03..2023-05");
});

test("a bar belongs to a range when they share a month", () => {
  const spring = { from: "2023-03", until: "2023-05" };

  expect(["2022", "2023", "2023-02", "2023-03"].map((key) => touches(key, spring))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(touches("1900", { until: "2023-05" })).toBe(true);
  expect(isExactly(spring, "2023-03", "2023-05")).toBe(true);
  expect(isExactly(spring, "2023", "2023")).toBe(false);
});
