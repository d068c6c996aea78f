import { expect, test } from "vitest";
import { stepAround } from "../../../renderer/src/ui/radio-keys.ts";

test("arrows go on at the other end of a group", () => {
  expect([stepAround(0, 1, 3), stepAround(2, 1, 3), stepAround(0, -1, 3)]).toEqual([1, 0, 2]);
});
