import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { moveBefore, type AlbumStep } from "../../../renderer/src/library/move-before.ts";

const ids = (...numbers: number[]) => numbers as PhotoId[];

test.each<[AlbumStep, PhotoId[], number | null]>([
  ["start", ids(3), 1],
  ["earlier", ids(3), 2],
  ["earlier", ids(1), 1],
  ["earlier", ids(4, 3), 2],
  ["later", ids(3), 5],
  ["later", ids(4), null],
  ["later", ids(5), null],
  ["end", ids(1), null],
])("one step to the %s puts %j before %j", (step, moving, before) => {
  expect(moveBefore(ids(1, 2, 3, 4, 5), moving, step)).toBe(before);
});
