import { expect, test } from "vitest";
import { describeLens } from "../../../electron/engine/metadata/lens.ts";

test.each([
  [[24, 70, 2.8, 2.8], "24-70mm f/2.8"],
  [[18, 250, 3.5, 6.3], "18-250mm f/3.5-6.3"],
  [[50, 50, 1.8, 1.8], "50mm f/1.8"],
  [[4.25, 4.25, Number.NaN, Number.NaN], "4.3mm"],
  [[Number.NaN, Number.NaN, Number.NaN, Number.NaN], undefined],
  [[0, 0, 0, 0], undefined],
  [undefined, undefined],
])("%j is a lens called %s", (specification, name) => {
  expect(describeLens(specification)).toBe(name);
});
