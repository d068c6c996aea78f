import { expect, test } from "vitest";
import { readTileMarks, tileMarksAfter } from "../../../renderer/src/library/tile-marks.ts";

test("tiles show marks, then names, too, then nothing, and marks again", () => {
  const first = tileMarksAfter("marks");
  const second = tileMarksAfter(first);

  expect([first, second, tileMarksAfter(second)]).toEqual(["names", "none", "marks"]);
});

test("what was stored by another version is the usual", () => {
  expect(["names", "sparkles", undefined].map(readTileMarks)).toEqual(["names", "marks", "marks"]);
});
