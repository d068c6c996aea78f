import { expect, test } from "vitest";
import { ProgressMeter } from "../../../electron/engine/indexing/progress-meter.ts";

test("the photo that was begun last is told while photos wait, and no more when nothing does", () => {
  const meter = new ProgressMeter(() => 0);
  meter.begin("/photos/a.jpg");
  meter.begin("/photos/b.jpg");

  expect(meter.read(2, 0).path).toBe("/photos/b.jpg");
  expect(meter.read(0, 0)).not.toHaveProperty("path");
  meter.reset();
  expect(meter.read(2, 0)).not.toHaveProperty("path");
});
