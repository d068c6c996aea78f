import { expect, test } from "vitest";
import type { TagBranch, TagSuggestion } from "../../../electron/contract/tag.ts";
import { tagId } from "../../../renderer/src/library/tag-path.ts";
import {
  tagSections,
  type BoxContents,
  type BoxTag,
} from "../../../renderer/src/tagging/tag-sections.ts";

function branch(tag: string, key: number | null = null): TagBranch {
  return { tag, count: 40, below: 50, synonyms: [], key };
}

function byId<T extends { readonly tag: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [tagId(one.tag), one]));
}

function suggested(...tags: readonly string[]): TagSuggestion[] {
  return tags.map((tag) => ({ tag, count: 7, matched: "name", isRecent: true }));
}

const places: readonly BoxTag[] = [
  { tag: "Places/Portugal/Lisbon", found: 211, count: 211 },
  { tag: "Trip", found: 412, count: 412 },
];
const contents: BoxContents = {
  mode: "add",
  text: "",
  total: 412,
  tags: byId(places),
  suggested: suggested("Trip", "Porto"),
  known: byId([branch("to print", 3), branch("best", 1), branch("Trip", 2), branch("Porto")]),
};

/** The sections as text: `on: Trip all, …`. */
function inWords(change: Partial<BoxContents> = {}): string[] {
  return tagSections({ ...contents, ...change }).map(
    ({ kind, rows }) =>
      `${kind}: ${rows.map(({ tag, share }) => [tag, share].filter(Boolean).join(" ")).join(", ")}`,
  );
}

test("what the photos have, then favourites by their keys, then recent tags; no tag twice", () => {
  expect(inWords()).toEqual([
    "on: Trip all, Places/Portugal/Lisbon some",
    "favourites: best none, to print none",
    "recent: Porto none",
  ]);
});

test("a row says where its tag is, how many have it here and everywhere, and its key", () => {
  const [on] = tagSections(contents);

  expect(on!.rows).toEqual([
    {
      id: "trip",
      tag: "Trip",
      name: "Trip",
      place: "",
      share: "all",
      count: 412,
      everywhere: 40,
      key: 2,
      isNew: false,
    },
    {
      id: "places/portugal/lisbon",
      tag: "Places/Portugal/Lisbon",
      name: "Lisbon",
      place: "Places / Portugal",
      share: "some",
      count: 211,
      everywhere: undefined,
      key: null,
      isNew: false,
    },
  ]);
});

test("nothing moves while tags are given and taken; what is new comes first", () => {
  const changed = byId<BoxTag>([
    { tag: "Places/Portugal/Lisbon", found: 211, count: 412 },
    { tag: "Trip", found: 412, count: 0 },
    { tag: "Zoo", found: 0, count: 412 },
  ]);

  expect(inWords({ tags: changed })[0]).toBe("on: Zoo all, Trip none, Places/Portugal/Lisbon all");
});

test("until the photos were counted, nothing is said of them", () => {
  expect(inWords({ tags: undefined })).toEqual([
    "favourites: best, Trip, to print",
    "recent: Porto",
  ]);
});

test("typed letters list what the engine found, and offer to make what is not there", () => {
  expect(inWords({ text: "por", suggested: suggested("Porto") })).toEqual([
    "matches: Porto none",
    "new: por",
  ]);
  expect(inWords({ text: " PORTO ", suggested: suggested("Porto") })).toEqual([
    "matches: Porto none",
  ]);
  expect(inWords({ text: "Places /  New   York", suggested: [] })).toEqual([
    "new: Places/New York",
  ]);
});

test("a name with an empty level is nothing to make", () => {
  expect(inWords({ text: "Places/", suggested: [] })).toEqual([]);
});

test("what is to be taken away is what the photos have, and typing narrows it", () => {
  expect(inWords({ mode: "remove" })).toEqual(["on: Trip all, Places/Portugal/Lisbon some"]);
  expect(inWords({ mode: "remove", text: "lis" })).toEqual(["on: Places/Portugal/Lisbon some"]);
  expect(inWords({ mode: "remove", text: "x" })).toEqual([]);
});
