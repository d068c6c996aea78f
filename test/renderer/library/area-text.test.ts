import { expect, test } from "vitest";
import { parseQuery } from "../../../electron/engine/search/parse-query.ts";
import { areaName, areaValue, queryWithin } from "../../../renderer/src/library/area-text.ts";

const lisbon = { west: -9.1334567, south: 38.7139123, east: -9.1334567, north: 38.7139123 };

test("an area is written so that what lies on its edge is inside, and read by the engine", () => {
  expect(areaValue(lisbon)).toBe("38.71391,-9.13346..38.71392,-9.13345");
  expect(parseQuery(`place:${areaValue(lisbon)}`)).toMatchObject({ kind: "place" });
  const world = { west: -180, south: -90, east: 180, north: 90 };
  expect(areaValue(world)).toBe("-90,-180..90,180");
  const small = { west: 1e-7, south: -1e-7, east: 2e-7, north: 1e-7 };
  expect(parseQuery(`place:${areaValue(small)}`)).toMatchObject({ kind: "place" });
});

test("a search within an area keeps its other terms, and has one area", () => {
  const area = areaValue(lisbon);
  expect(queryWithin("", lisbon)).toBe(`place:${area}`);
  expect(queryWithin("tag:sea place:1,2..3,4 beach", lisbon)).toBe(`tag:sea beach place:${area}`);
  expect(queryWithin("label:cat OR label:dog", lisbon)).toBe(
    `(label:cat OR label:dog) place:${area}`,
  );
  expect(queryWithin('tag:"here OR there"', lisbon)).toBe(`tag:"here OR there" place:${area}`);
});

test("an area is named by its middle, also across the antimeridian", () => {
  expect(areaName("38.6,-9.3..38.8,-9.0")).toBe("38.7, −9.2");
  expect(areaName("-20,170..-10,-150")).toBe("-15, −170".replace("-", "−"));
  expect(areaName("Lisbon")).toBeUndefined();
});
