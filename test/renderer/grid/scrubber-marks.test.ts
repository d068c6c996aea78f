import { expect, test } from "vitest";
import { scrubberMarks } from "../../../renderer/src/grid/layout/scrubber-marks.ts";

test("sections in a row with the same label have it once, where the first one begins", () => {
  const sections = [
    { label: "2024", topPx: 0 },
    { label: "2024", topPx: 2_000 },
    { label: "2023", topPx: 5_000 },
  ];

  expect(scrubberMarks(sections, { contentPx: 10_000, trackPx: 1_000, remPx: 16 }).labels).toEqual([
    { label: "2024", yPx: 0 },
    { label: "2023", yPx: 500 },
  ]);
});

test.each([16, 32])(
  "labels of text of %i px that would touch are left out, and the first one wins",
  (remPx) => {
    const sections = Array.from({ length: 50 }, (_, at) => ({
      label: String(2024 - at),
      topPx: at * 100,
    }));
    const { labels } = scrubberMarks(sections, { contentPx: 5_000, trackPx: 500, remPx });

    expect(labels[0]?.label).toBe("2024");
    for (let at = 1; at < labels.length; at++)
      expect(labels[at]!.yPx - labels[at - 1]!.yPx).toBeGreaterThanOrEqual(1.125 * remPx);
  },
);

test("sections between the labels are dots", () => {
  const sections = Array.from({ length: 12 }, (_, at) => ({ label: "2024", topPx: at * 1_000 }));

  expect(scrubberMarks(sections, { contentPx: 12_000, trackPx: 600, remPx: 16 }).dots).toHaveLength(
    11,
  );
});

test("a section without a label is a dot", () => {
  const sections = [{ label: undefined, topPx: 0 }];

  expect(scrubberMarks(sections, { contentPx: 1_000, trackPx: 500, remPx: 16 })).toEqual({
    labels: [],
    dots: [0],
  });
});
