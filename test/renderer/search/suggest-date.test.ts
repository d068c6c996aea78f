import { expect, test } from "vitest";
import { suggestDate } from "../../../renderer/src/search/suggest-date.ts";

test.each([
  ["may 2023", "May 2023", "2023-05", ""],
  ["beach sept 2021", "September 2021", "2021-09", "beach "],
  ["beach 2021", "2021", "2021", "beach "],
  ["2023", "2023", "2023", ""],
  ["ma 2023", "2023", "2023", "ma "],
])("%j is completed to the date %s", (text, name, value, before) => {
  expect(suggestDate(text)).toEqual({
    name,
    term: { isNegated: false, field: "taken", value },
    before,
  });
});

test.each(["", "may", "IMG_2023", "0042", "taken:2023", "20233", "2023 "])(
  "%j ends in no date",
  (text) => {
    expect(suggestDate(text)).toBeUndefined();
  },
);
