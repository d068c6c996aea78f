import { expect, test } from "vitest";
import type { MarkStates } from "../../../electron/contract/values.ts";
import {
  commonMark,
  markShare,
  marksOf,
  withMark,
} from "../../../renderer/src/library/mark-states.ts";

const states: MarkStates = {
  total: 40,
  rating: [{ value: 4, count: 40 }],
  flag: [
    { value: "pick", count: 12 },
    { value: "none", count: 28 },
  ],
  colourLabel: [{ value: "none", count: 40 }],
};

test("what all of several photos have is common to them, and of what some have it is said how many", () => {
  expect(commonMark(states, "rating")).toBe(4);
  expect(commonMark(states, "flag")).toBeUndefined();
  expect(markShare(states, "rating", 4)).toEqual({ isAll: true, text: "40 of 40" });
  expect(markShare(states, "flag", "pick")).toEqual({ isAll: false, text: "12 of 40" });
  expect(markShare(states, "flag", "reject")).toBeUndefined();
});

test("one photo has all that it has", () => {
  expect(marksOf({ rating: 0, flag: null, colourLabel: "red" })).toEqual({
    total: 1,
    rating: [{ value: 0, count: 1 }],
    flag: [{ value: "none", count: 1 }],
    colourLabel: [{ value: "red", count: 1 }],
  });
});

test("what all of them are given is at once what all of them have", () => {
  const given = withMark(states, { flag: "reject" });

  expect(commonMark(given, "flag")).toBe("reject");
  expect(commonMark(given, "rating")).toBe(4);
  expect(withMark(states, { flag: null })).toEqual(states);
});
