import { expect, test } from "vitest";
import { activeAfter } from "../../../renderer/src/ui/listbox-keys.ts";

test("arrows walk through the rows and back into the field", () => {
  expect(activeAfter("ArrowDown", -1, 3)).toBe(0);
  expect(activeAfter("ArrowDown", 2, 3)).toBe(-1);
  expect(activeAfter("ArrowUp", -1, 3)).toBe(2);
  expect(activeAfter("ArrowUp", 0, 3)).toBe(-1);
});

test("other keys, and an empty list, are the field's", () => {
  expect(activeAfter("Enter", 0, 3)).toBeUndefined();
  expect(activeAfter("ArrowDown", -1, 0)).toBeUndefined();
});
