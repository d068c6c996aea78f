import { expect, test } from "vitest";
import { recentQuery } from "../../../renderer/src/library/query-text.ts";

test("recently added is the last 30 days, also across the end of a year", () => {
  expect(recentQuery(new Date(2026, 10, 21))).toBe("added:2026-10-23..");
  expect(recentQuery(new Date(2027, 0, 5, 23, 59))).toBe("added:2026-12-07..");
});
