import { expect, test } from "vitest";
import { bandSections } from "../../../../renderer/src/library/photos/band-sections.ts";

test("each band is a section in the order of the list, and what is beyond its end the last", () => {
  const bands = ["same-shot", "related", "related", "related", null, null] as const;

  expect(bandSections(bands)).toEqual([
    { key: "same-shot", start: 0, count: 1, hasHeader: true },
    { key: "related", start: 1, count: 3, hasHeader: true },
    { key: "beyond", start: 4, count: 2, hasHeader: true },
  ]);
});

test("nothing has no sections", () => {
  expect(bandSections([])).toEqual([]);
});
