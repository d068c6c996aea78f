import { expect, test } from "vitest";
import { groupCommand } from "../../../renderer/src/duplicates/group-keys.ts";

function pressed(key: string): string | undefined {
  return groupCommand({
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  });
}

test("a photo of a group is opened, compared and marked by the keys of the grid, and the space bar ticks its box", () => {
  expect(["Enter", "e", "c", "n", "s", "t", "p", "Delete"].map(pressed)).toEqual([
    "open",
    "open",
    "compare",
    "survey",
    "find-similar",
    "add-tag",
    "mark.pick",
    "trash",
  ]);
  expect([" ", "a", "ArrowDown", "+", "w"].map(pressed)).toEqual(Array(5).fill(undefined));
});
