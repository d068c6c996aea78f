import { expect, test } from "vitest";
import type { Album } from "../../../electron/contract/album.ts";
import { startSearches } from "../../../renderer/src/search/start-searches.ts";

const albums = [
  { name: "Best", kind: "hand", count: 3, problem: null },
  { name: "Dogs by the sea", kind: "smart", count: 7, problem: null },
  { name: "Broken", kind: "smart", count: null, problem: "No album is called “x”." },
] as Album[];

test("an empty search box offers five recent searches, saved ones and examples", () => {
  const recent = ["one", "two", "three", "four", "five", "six"];

  expect(startSearches(recent, albums).map(({ kind, query }) => [kind, query])).toEqual([
    ["recent", "one"],
    ["recent", "two"],
    ["recent", "three"],
    ["recent", "four"],
    ["recent", "five"],
    ["saved", 'album:"Dogs by the sea"'],
    ["example", "label:dog taken:2023"],
    ["example", "rating:>=4 -tag:work"],
    ["example", "is:untagged"],
  ]);
});

test("the search of a smart album says how many photos it finds", () => {
  expect(startSearches([], albums)[0]).toEqual({
    kind: "saved",
    name: "Dogs by the sea",
    query: 'album:"Dogs by the sea"',
    count: 7,
  });
});
