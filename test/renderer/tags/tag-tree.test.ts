import { expect, test } from "vitest";
import type { TagBranch } from "../../../electron/contract/tag.ts";
import { tagChoices } from "../../../renderer/src/tags/tag-choices.ts";
import { describeWeight } from "../../../renderer/src/tags/describe-weight.ts";
import {
  inside,
  isWithin,
  lastLevel,
  movedId,
  parentOf,
  tagId,
  toForest,
} from "../../../renderer/src/tags/tag-forest.ts";
import { tagRows, type TagRow } from "../../../renderer/src/tags/tag-rows.ts";
import { followTag } from "../../../renderer/src/tags/tag-trail.ts";
import { rowByName, treeStep } from "../../../renderer/src/tags/tree-keys.ts";

function tagged(tag: string, what: Partial<TagBranch> = {}): TagBranch {
  return { tag, count: 1, below: 1, synonyms: [], key: null, ...what };
}

const tree = [
  tagged("People"),
  tagged("People/Ada"),
  tagged("Places"),
  tagged("Places/Portugal"),
  tagged("Places/Portugal/Lisbon", { synonyms: ["Lisboa"] }),
  tagged("Places/Portugal/Porto"),
  tagged("Places/Spain"),
  tagged("Year 10"),
  tagged("Year 9"),
  tagged("Ärger"),
];
const forest = toForest(tree);

function rows(open: readonly string[], filter = ""): TagRow[] {
  return tagRows(forest, { open: new Set(open), filter });
}

/** One line for each row: its level as dots, its name, and whether it is open. */
function drawn(open: readonly string[], filter = ""): readonly string[] {
  return rows(open, filter).map(
    ({ branch, level, isOpen }) => `${".".repeat(level)}${branch.name}${isOpen ? " v" : ""}`,
  );
}

test("only what is open shows what is below it, by name as people sort", () => {
  expect(drawn([])).toEqual([".Ärger", ".People", ".Places", ".Year 9", ".Year 10"]);
  expect(drawn(["places", "places/portugal"])).toEqual([
    ".Ärger",
    ".People",
    ".Places v",
    "..Portugal v",
    "...Lisbon",
    "...Porto",
    "..Spain",
    ".Year 9",
    ".Year 10",
  ]);
});

test("each row knows its place among those beside it", () => {
  const portugal = rows(["places"]).find(({ branch }) => branch.name === "Portugal")!;

  expect(portugal).toMatchObject({ level: 2, place: 1, siblings: 2, isOpen: false });
});

test("tags come in any order and in any spelling of their levels", () => {
  const { byId, roots } = toForest([tagged("a/b/c"), tagged("A"), tagged("a/B")]);

  expect(roots.map(({ name }) => name)).toEqual(["A"]);
  expect(byId.get("a/b/c")?.parent?.parent?.id).toBe("a");
});

test("a filter shows what it finds and what that is inside of", () => {
  expect(drawn([], "por")).toEqual([".Places v", "..Portugal v", "...Porto"]);
  expect(drawn([], "SPAIN")).toEqual([".Places v", "..Spain"]);
  expect(drawn([], "lisboa")).toEqual([".Places v", "..Portugal v", "...Lisbon"]);
  expect(drawn([], "places/p")).toEqual([".Places v", "..Portugal v", "...Lisbon", "...Porto"]);
  expect(drawn([], "nothing of this")).toEqual([]);
});

test("what a filter found can be opened with everything in it", () => {
  expect(drawn([], "places")).toEqual([".Places"]);
  expect(drawn(["places"], "places")).toEqual([".Places v", "..Portugal", "..Spain"]);
});

test("what the filter holds open cannot be closed", () => {
  const at = rows(["places"], "spain");

  expect(at[0]!.canClose).toBe(false);
  expect(treeStep("ArrowLeft", at, 1)).toEqual({ kind: "go", at: 0 });
});

test("→ opens, then goes in; ← closes, then goes out", () => {
  const closed = rows([]);
  expect(treeStep("ArrowRight", closed, 2)).toEqual({ kind: "open", ids: ["places"] });
  expect(treeStep("ArrowLeft", closed, 2)).toBeUndefined();
  expect(treeStep("ArrowRight", closed, 0)).toBeUndefined();

  const opened = rows(["places"]);
  expect(treeStep("ArrowRight", opened, 2)).toEqual({ kind: "go", at: 3 });
  expect(treeStep("ArrowLeft", opened, 2)).toEqual({ kind: "close", ids: ["places"] });
  expect(treeStep("ArrowLeft", opened, 4)).toEqual({ kind: "go", at: 2 });
});

test("↑ ↓ Home End stay inside of the tree, and * opens everything beside", () => {
  const all = rows([]);

  expect(treeStep("ArrowUp", all, 0)).toEqual({ kind: "go", at: 0 });
  expect(treeStep("ArrowDown", all, 4)).toEqual({ kind: "go", at: 4 });
  expect(treeStep("Home", all, 3)).toEqual({ kind: "go", at: 0 });
  expect(treeStep("End", all, 3)).toEqual({ kind: "go", at: 4 });
  expect(treeStep("*", all, 0)).toEqual({ kind: "open", ids: ["people", "places"] });
  expect(treeStep("F5", all, 0)).toBeUndefined();
  expect(treeStep("ArrowDown", [], 0)).toBeUndefined();
});

test("letters go to the next row that begins with them, and one letter again goes on", () => {
  const all = rows([]);

  expect(rowByName("y", all, 0)).toBe(3);
  expect(rowByName("yy", all, 3)).toBe(4);
  expect(rowByName("year 1", all, 3)).toBe(4);
  expect(rowByName("pl", all, 1)).toBe(2);
  expect(rowByName("x", all, 0)).toBeUndefined();
});

test("levels of a path", () => {
  expect(lastLevel("Places/Portugal")).toBe("Portugal");
  expect(parentOf("Places/Portugal/Lisbon")).toBe("Places/Portugal");
  expect(parentOf("Places")).toBe("");
  expect(inside("", "Lisbon")).toBe("Lisbon");
  expect(inside("Places", "Lisbon")).toBe("Places/Lisbon");
  expect(tagId("Cafe\u0301")).toBe(tagId("CAFÉ"));
});

test("a tag is within itself and what it is below of, but not in what only begins alike", () => {
  expect(isWithin("Places/Portugal", "places")).toBe(true);
  expect(isWithin("Places", "places")).toBe(true);
  expect(isWithin("Places 2", "places")).toBe(false);
});

test("a renamed tag is followed with what is below it, also when that is taken back", () => {
  const before = toForest([tagged("Places"), tagged("Places/Spain")]);
  const after = toForest([tagged("Countries"), tagged("Countries/Spain")]);
  const trail = [["Places", "Countries"]] as const;

  expect(movedId("places/spain", "Places", "Countries")).toBe("countries/spain");
  expect(followTag("places/spain", trail, before)).toBe("places/spain");
  expect(followTag("places/spain", trail, after)).toBe("countries/spain");
  expect(followTag("countries/spain", trail, before)).toBe("places/spain");
  expect(followTag("gone", trail, after)).toBe("gone");
});

test("choices begin with tags that are called so, then those that are meant, then the rest", () => {
  const nodes = [
    tagged("Sport", { below: 9 }),
    tagged("Places/Porto", { below: 3 }),
    tagged("Portraits", { below: 5 }),
    tagged("Lisbon", { synonyms: ["Port town"] }),
    tagged("Other"),
  ];
  const choose = (text: string): string[] =>
    tagChoices(nodes, { text, isOffered: ({ tag }) => tag !== "Portraits" }).map(({ tag }) => tag);

  expect(choose("port")).toEqual(["Places/Porto", "Lisbon", "Sport"]);
  expect(choose("")).toEqual(["Sport", "Places/Porto", "Lisbon", "Other"]);
});

test("twenty thousand tags are a tree, and only what is open costs rows", () => {
  const many = Array.from({ length: 20_000 }, (_, at) =>
    at < 200 ? tagged(`Root ${at}`) : tagged(`Root ${at % 200}/Tag ${at}`),
  );
  const large = toForest(many);

  expect(large.byId.size).toBe(20_000);
  expect(tagRows(large, { open: new Set(["root 7"]), filter: "" })).toHaveLength(200 + 99);
  expect(tagRows(large, { open: new Set(), filter: "tag 19999" })).toHaveLength(2);
});

test("what a change would do is said before", () => {
  expect(describeWeight({ tags: 12, photos: 412, merges: [] }, "Lisboa")).toBe(
    "Takes 12 tags below it along. 412 photos.",
  );
  expect(describeWeight({ tags: 0, photos: 1, merges: ["Lisboa"] }, "Lisboa")).toBe(
    "Lisboa is there already, so both become one. 1 photo.",
  );
  expect(describeWeight({ tags: 1, photos: 4_213, merges: [] }, null)).toBe(
    "1 tag below it goes, too. 4,213 photos lose it.",
  );
});
