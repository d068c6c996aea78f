import { expect, test } from "vitest";
import { isDate, placeOfDate, readDate } from "../../../renderer/src/dates/date-text.ts";

test.each([
  ["2019", "2019"],
  [" 2019-07 ", "2019-07"],
  ["2019/7", "2019-07"],
  ["7/2019", "2019-07"],
  ["2019.07.14", "2019-07-14"],
  ["2019 7 4", "2019-07-04"],
])("“%s” is read as %s", (text, date) => {
  expect(readDate(text)).toBe(date);
});

test.each(["", "soon", "19", "2019-13", "2019-02-30", "2019-7-4-1", "14.7.2019", "2019 label:cat"])(
  "“%s” is no date",
  (text) => {
    expect(readDate(text)).toBeUndefined();
  },
);

test("a section of months has a date, one of letters has none", () => {
  expect(isDate("2023-05")).toBe(true);
  expect(isDate("M")).toBe(false);
  expect(isDate("")).toBe(false);
});

const days = [
  { key: "2023-05-14", count: 3 },
  { key: "2023-05-01", count: 2 },
  { key: "2019-07-04", count: 5 },
];

test.each([
  ["2024", 0],
  ["2023-05-14", 0],
  ["2023-05-13", 3],
  ["2023-05", 0],
  ["2020", 5],
  ["2019", 5],
  ["1999", 10],
])("with the latest first, %s is at %i", (date, place) => {
  expect(placeOfDate(days, date, false)).toBe(place);
});

test.each([
  ["1999", 0],
  ["2019-07", 0],
  ["2020", 5],
  ["2023-05-14", 7],
  ["2024", 10],
])("with the first first, %s is at %i", (date, place) => {
  expect(placeOfDate(days.toReversed(), date, true)).toBe(place);
});
