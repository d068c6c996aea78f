import { expect, test } from "vitest";
import { optionAfter } from "../../../renderer/src/ui/roving-keys.ts";

test("arrows walk to the ends and stay there, Home and End go to them", () => {
  expect(optionAfter("ArrowRight", 1, 3)).toBe(2);
  expect(optionAfter("ArrowDown", 2, 3)).toBe(2);
  expect(optionAfter("ArrowLeft", 0, 3)).toBe(0);
  expect(optionAfter("Home", 2, 3)).toBe(0);
  expect(optionAfter("End", 0, 3)).toBe(2);
  expect(optionAfter("a", 0, 3)).toBeUndefined();
});
