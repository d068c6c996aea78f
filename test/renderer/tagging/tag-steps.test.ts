import { expect, test } from "vitest";
import {
  nextStep,
  shareOf,
  type Share,
  type TagMode,
} from "../../../renderer/src/tagging/tag-steps.ts";

const after = { add: "all", remove: "none" } as const;

/** What a tag is after one press, two presses, … until it is as it was. */
function walk(found: Share, mode: TagMode = "add"): string[] {
  const shares: string[] = [];
  let now = found;
  for (;;) {
    const step = nextStep(found, now, mode);
    if (step === "restore") return [...shares, "as it was"];
    now = after[step];
    shares.push(now);
  }
}

test("a tag of some goes to all, to none, and back to those", () => {
  expect(walk("some")).toEqual(["all", "none", "as it was"]);
});

test("a tag of all or none has only the other end", () => {
  expect(walk("none")).toEqual(["all", "as it was"]);
  expect(walk("all")).toEqual(["none", "as it was"]);
});

test("who takes tags away begins with that", () => {
  expect(walk("some", "remove")).toEqual(["none", "as it was"]);
  expect(walk("all", "remove")).toEqual(["none", "as it was"]);
});

test("how many have it is all, some or none of them", () => {
  expect([0, 1, 411, 412].map((count) => shareOf(count, 412))).toEqual([
    "none",
    "some",
    "some",
    "all",
  ]);
  expect([0, 1].map((count) => shareOf(count, 1))).toEqual(["none", "all"]);
});
