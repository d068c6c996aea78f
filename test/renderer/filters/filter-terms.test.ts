import { expect, test } from "vitest";
import {
  boundsOf,
  boundTerms,
  filterOf,
  ratingValue,
  starsOf,
  toTerm,
  valueOf,
  type FilterTerm,
} from "../../../renderer/src/filters/filter-terms.ts";

function term(text: string): FilterTerm {
  const [, minus, field, value] = /^(-?)([a-z]+):(.*)$/.exec(text)!;
  return { isNegated: minus === "-", field: field!, value: value! };
}

test.each([
  ["rating:>=3", "rating"],
  ["is:picked", "flag"],
  ["flag:none", "flag"],
  ["is:video", "kind"],
  ["is:untagged", "untagged"],
  ["has:gps", "gps"],
  ["f:<=2.8", "aperture"],
  ["aperture:2.8", "aperture"],
  ["size:>=12mp", "size"],
  ["label:dog", undefined],
  ["is:review", undefined],
  ["-rating:1", undefined],
  ["tag:missing", undefined],
] as const)("%s is the state of the filter %s", (text, filter) => {
  expect(filterOf(term(text))).toBe(filter);
});

test("a filter is read in the words that it writes, whatever was typed", () => {
  const terms = ["is:Rejected", "colour:RED", "camera:Canon EOS R5"].map(term);

  expect(valueOf(terms, "flag")).toBe("reject");
  expect(valueOf(terms, "colour")).toBe("red");
  expect(valueOf(terms, "camera")).toBe("Canon EOS R5");
  expect(valueOf(terms, "rating")).toBeUndefined();
});

test("every filter reads back what it writes", () => {
  for (const filter of ["gps", "untagged", "failed", "missing"] as const)
    expect(filterOf(toTerm(filter)), filter).toBe(filter);
  for (const [filter, value] of [
    ["rating", ">=3"],
    ["flag", "pick"],
    ["kind", "video"],
    ["orientation", "square"],
    ["lens", "50mm"],
    ["taken", "2023"],
  ] as const) {
    expect(filterOf(toTerm(filter, value)), filter).toBe(filter);
    expect(valueOf([toTerm(filter, value)], filter)).toBe(value);
  }
});

test("a camera is asked for by its whole name, and told without the sign for that", () => {
  expect(toTerm("camera", "EOS R").value).toBe("=EOS R");
  expect(valueOf([toTerm("camera", "EOS R")], "camera")).toBe("EOS R");
});

test("a rating lights the stars that it finds", () => {
  expect(starsOf(">=3")).toEqual([3, 4, 5]);
  expect(starsOf("<2")).toEqual([0, 1]);
  expect(starsOf("=4")).toEqual([4]);
  expect(starsOf("0")).toEqual([0]);
  expect(starsOf("many")).toEqual([]);
  expect([0, 3, 5].map(ratingValue)).toEqual(["0", ">=3", "5"]);
});

test("numbers have two ends, of which each may be open", () => {
  expect(boundsOf(["iso:>=800", "iso:<=3200"].map(term), "iso")).toEqual({
    least: "800",
    most: "3200",
  });
  expect(boundsOf([term("f:f/2.8")], "aperture")).toEqual({ least: "2.8", most: "2.8" });
  expect(boundsOf([term("size:>=12mp")], "size")).toEqual({ least: "12" });
  expect(boundsOf([term("-iso:>=800")], "iso")).toEqual({});
});

test("bounds become the terms that they were read from", () => {
  const written = (...bounds: Parameters<typeof boundTerms>) =>
    boundTerms(...bounds).map(({ field, value }) => `${field}:${value}`);

  expect(written("size", { least: "12" })).toEqual(["size:>=12mp"]);
  expect(written("iso", { least: "800", most: "3200" })).toEqual(["iso:>=800", "iso:<=3200"]);
  expect(written("aperture", { least: "2.8", most: "2.8" })).toEqual(["aperture:2.8"]);
  expect(written("aperture", {})).toEqual([]);
});
