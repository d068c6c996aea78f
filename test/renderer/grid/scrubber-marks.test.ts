import { expect, test } from "vitest";
import { scrubberMarks } from "../../../renderer/src/grid/layout/scrubber-marks.ts";

test("each year has one label where it begins", () => {
  const sections = [
    { key: "2024-03", topPx: 0 },
    { key: "2024-01", topPx: 2_000 },
    { key: "2023-12", topPx: 5_000 },
  ];

  expect(scrubberMarks(sections, 10_000, 1_000).years).toEqual([
    { year: "2024", yPx: 0 },
    { year: "2023", yPx: 500 },
  ]);
});

test("labels that would touch are left out, and the first one wins", () => {
  const sections = Array.from({ length: 50 }, (_, at) => ({
    key: `${2024 - at}-01`,
    topPx: at * 100,
  }));
  const { years } = scrubberMarks(sections, 5_000, 500);

  expect(years[0]?.year).toBe("2024");
  for (let at = 1; at < years.length; at++)
    expect(years[at]!.yPx - years[at - 1]!.yPx).toBeGreaterThanOrEqual(18);
});

test("months between the labels are dots", () => {
  const sections = Array.from({ length: 12 }, (_, at) => ({
    key: `2024-${12 - at}`,
    topPx: at * 1_000,
  }));

  expect(scrubberMarks(sections, 12_000, 600).dots).toHaveLength(11);
});

test("photos without a date have no year", () => {
  expect(scrubberMarks([{ key: "", topPx: 0 }], 1_000, 500)).toEqual({ years: [], dots: [0] });
});
