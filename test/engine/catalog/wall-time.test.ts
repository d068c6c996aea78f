import { expect, test } from "vitest";
import { takenAtWallMs } from "../../../electron/engine/catalog/wall-time.ts";

test("a capture time sorts by the clock on the wall, whatever its offset", () => {
  const wall = Date.UTC(2023, 4, 14, 18, 3, 7);

  expect(takenAtWallMs("2023-05-14T18:03:07")).toBe(wall);
  expect(takenAtWallMs("2023-05-14T18:03:07+02:00")).toBe(wall);
  expect(takenAtWallMs("2023-05-14T18:03:07-11:30")).toBe(wall);
});
