import sharp from "sharp";
import { expect, test } from "vitest";
import { drawRecallPrecision } from "../../electron/cli/recall-precision-svg.ts";

const curve = Array.from({ length: 11 }, (_, tenth) => ({
  recall: tenth / 10,
  precision: 1 - tenth / 10,
}));

test("the curve goes from the top of the precision axis to the end of the recall axis", () => {
  const svg = drawRecallPrecision({ title: "Curve", lines: [], curve });

  const axis = /class="axis" d="M(\d+) (\d+)V(\d+)H(\d+)"/.exec(svg)!.slice(1);
  const [left, top, bottom, right] = axis;
  const points = /class="line" points="([^"]*)"/.exec(svg)![1]!.split(" ");
  expect(points).toHaveLength(11);
  expect([points[0], points.at(-1)]).toEqual([`${left},${top}`, `${right},${bottom}`]);
});

test("the axes are named, and have their numbers", () => {
  const svg = drawRecallPrecision({ title: "Curve", lines: ["first", "second"], curve });

  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
  expect(texts.slice(0, 3)).toEqual(["Curve", "first", "second"]);
  expect(texts.slice(-2)).toEqual(["Recall", "Interpolated precision"]);
  for (const number of ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    expect(texts.filter((text) => text === number)).toHaveLength(2);
});

test("people who do not see it are told every point", () => {
  const svg = drawRecallPrecision({ title: "Curve", lines: [], curve });

  expect(svg).toMatch(
    /<desc>recall 0\.0: precision 1\.000; .*recall 1\.0: precision 0\.000<\/desc>/,
  );
});

test("it has colours for light and for dark", () => {
  const svg = drawRecallPrecision({ title: "Curve", lines: [], curve });

  const [light, dark] = svg.split("@media (prefers-color-scheme: dark)");
  for (const part of ["text", "title", "paper", "grid", "axis", "line", "point"])
    for (const half of [light, dark])
      expect(half).toMatch(new RegExp(`\\b${part} \\{[^}]*#[0-9a-f]{6}`));
});

test("names with signs that XML uses, and very long ones, make a file that programs open", async () => {
  const svg = drawRecallPrecision({
    title: "<cats> & \u0007dogs",
    lines: [`${"&".repeat(200)}.tsv`],
    curve,
  });

  expect(svg).toContain("&lt;cats&gt; &amp;  dogs");
  expect(svg.match(/&amp;/g)!.length).toBeLessThan(100);
  const { width, height } = await sharp(Buffer.from(svg)).metadata();
  expect([width, height]).toEqual([640, 540]);
});
