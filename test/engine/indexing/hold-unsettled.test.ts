import { expect, test } from "vitest";
import { holdUnsettled } from "../../../electron/engine/indexing/hold-unsettled.ts";

const nowUs = 10_000_000;
const growing = { name: "a.jpg", sizeBytes: 5, modifiedAtUs: nowUs - 1000, fileKey: "1:1" };

test("a new file that was written to just now is held back", () => {
  expect(holdUnsettled([growing], () => [], nowUs)).toEqual({ files: [], held: true });
});

test("a known file that is being written to stays as it was", () => {
  const known = {
    name: "a.jpg",
    sizeBytes: 3,
    modifiedAtUs: 1,
    fileKey: "1:1",
    missingSinceMs: null,
  };

  expect(holdUnsettled([growing], () => [known], nowUs)).toEqual({ files: [known], held: true });
});

test("a file that has rested is taken as it is", () => {
  const rested = { ...growing, modifiedAtUs: nowUs - 300_000 };

  expect(holdUnsettled([rested], () => [], nowUs)).toEqual({ files: [rested], held: false });
});

test("a time in the future holds nothing back", () => {
  const future = { ...growing, modifiedAtUs: nowUs + 1 };

  expect(holdUnsettled([future], () => [], nowUs)).toEqual({ files: [future], held: false });
});
