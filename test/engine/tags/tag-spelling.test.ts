import { expect, test } from "vitest";
import { toTags } from "../../../electron/engine/metadata/keywords.ts";
import { importTags } from "../../../electron/engine/tags/import-tags.ts";
import { listTags } from "../../../electron/engine/tags/list-tags.ts";
import { openTagged } from "../../support/tagged-catalog.ts";

test.for([
  ["İstanbul", "I\u0307stanbul", "i\u0307stanbul"],
  ["Straße", "STRAẞE", "straße"],
  ["Café", "CAFE\u0301", "cafe\u0301"],
  ["Ångström", "A\u030Angstro\u0308m", "\u212Bngström"],
  ["Places/Lisbon", "places / LISBON", "Places/  lisbon "],
  ["ΟΔΟΣ/Αθήνα", "οδος/ΑΘΉΝΑ", "Οδος/αθη\u0301να"],
])("%s is one tag, however it is typed", ([first, second, third]) => {
  const all = openTagged(3);

  all.add(first!, 0);
  all.add(second!, 1);
  all.add(third!, 2);

  expect(listTags(all.db)).toEqual([{ tag: first, count: 3, below: 3 }]);
});

test("letters that only look alike are different tags", () => {
  const all = openTagged(1);

  for (const tag of ["Strasse", "Straße", "istanbul", "ıstanbul", "İstanbul"]) all.add(tag, 0);

  expect(all.tree()).toHaveLength(5);
});

test("a level keeps the spelling of its first use in all tags below it", () => {
  const all = openTagged(2);

  all.add("Places/Lisbon", 0);
  all.add("PLACES/Porto", 1);

  expect(all.tree()).toEqual(["Places 0/2", "Places/Lisbon 1/1", "Places/Porto 1/1"]);
});

test("a tag that nobody has any more is spelled anew, with what was below it", () => {
  const all = openTagged(1);
  importTags(all.db, all.ids[0]!, ["places/lisbon"]);
  importTags(all.db, all.ids[0]!, []);

  all.add("Places", 0);
  all.add("Places/Lisbon", 0);

  expect(all.tags()).toEqual([["Places", "Places/Lisbon"]]);
});

test("a slash inside a keyword of a file begins a level, and a bar does not", () => {
  const all = openTagged(1);
  const tags = toTags({
    keywords: ["AC/DC", "black|white", " / ", "a//b"],
    paths: [["Bands", "AC/DC live"]],
  })!;

  importTags(all.db, all.ids[0]!, tags);
  importTags(all.db, all.ids[0]!, tags);

  expect(all.tags()).toEqual([["a/b", "AC/DC", "Bands/AC/DC live", "black|white"]]);
  expect(all.tree()).toContain("Bands/AC 0/1");
});
