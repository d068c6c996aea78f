import { expect, test } from "vitest";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { refreshStaleTexts } from "../../../electron/engine/catalog/photo-text.ts";
import { describeTag } from "../../../electron/engine/tags/describe-tag.ts";
import { readTagTree } from "../../../electron/engine/tags/list-tags.ts";
import { removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";
import { suggestTags } from "../../../electron/engine/tags/suggest-tags.ts";
import { openTagged, TEXT, type TaggedCatalog } from "../../support/tagged-catalog.ts";

function described({ db }: TaggedCatalog): string[] {
  return readTagTree(db).map(
    ({ tag, synonyms, key }) => `${tag}: ${synonyms.join(", ")}${key === null ? "" : ` (${key})`}`,
  );
}

test("what is said of a tag is an entry of the history", () => {
  const all = openTagged(1);
  all.add("Lisbon", 0);

  describeTag(all.db, "lisbon", { synonyms: ["Lisboa", "LISBOA", "Lissabon", "lisbon"] });
  describeTag(all.db, "Lisboa", { favourite: 2 });
  const both = described(all);
  undo(all.db);
  const one = described(all);
  redo(all.db);
  describeTag(all.db, "Lisbon", { favourite: null });

  expect([both, one, described(all)]).toEqual([
    ["Lisbon: LISBOA, Lissabon (2)"],
    ["Lisbon: LISBOA, Lissabon"],
    ["Lisbon: LISBOA, Lissabon"],
  ]);
  expect(listEntries(all.db, { limit: 9 }).map(({ sentence }) => sentence)).toEqual([
    "Took the key from the tag Lisbon",
    "Put the tag Lisbon on key 2",
    "Changed the synonyms of the tag Lisbon",
    "Added the tag Lisbon to 1 photo",
  ]);
});

test("what says nothing new is no entry", () => {
  const all = openTagged(1);
  all.add("Lisbon", 0);
  describeTag(all.db, "Lisbon", { synonyms: ["Lisboa"], favourite: 1 });

  expect(describeTag(all.db, "Lisbon", { synonyms: ["Lisboa"], favourite: 1 }).entry).toBe(
    undefined,
  );
});

test("a key is taken from the tag that has it, and undo gives it back", () => {
  const all = openTagged(2);
  all.add("a", 0);
  all.add("b", 1);
  describeTag(all.db, "a", { favourite: 5 });

  describeTag(all.db, "b", { favourite: 5 });
  const after = described(all);
  undo(all.db);

  expect([after, described(all)]).toEqual([
    ["a: ", "b:  (5)"],
    ["a:  (5)", "b: "],
  ]);
});

test("a synonym belongs to one tag, and no tag of the library has its name", () => {
  const all = openTagged(2);
  all.add("Lisbon", 0);
  all.add("Porto", 1);
  describeTag(all.db, "Lisbon", { synonyms: ["Lisboa"] });

  expect(() => describeTag(all.db, "Porto", { synonyms: ["lisboa"] })).toThrow(
    "lisboa is a synonym of the tag Lisbon already.",
  );
  expect(() => describeTag(all.db, "Lisbon", { synonyms: ["porto"] })).toThrow(
    "There is a tag Porto already. Merge it into Lisbon instead.",
  );
  expect(() => describeTag(all.db, "Madrid", { favourite: 1 })).toThrow(
    expect.objectContaining({ code: "tag-unknown" }) as Error,
  );
  expect(described(all)).toEqual(["Lisbon: Lisboa", "Porto: "]);
});

test("a synonym that another tag got since is not taken from it by an undo", () => {
  const all = openTagged(2);
  all.add("Lisbon", 0);
  all.add("Porto", 1);
  describeTag(all.db, "Lisbon", { synonyms: ["LX"] });
  const removal = describeTag(all.db, "Lisbon", { synonyms: [] });
  describeTag(all.db, "Porto", { synonyms: ["LX"] });

  expect(() => undo(all.db, removal.entry)).toThrow(/LX is a synonym of the tag/);
  expect(described(all)).toEqual(["Lisbon: ", "Porto: LX"]);
});

test("who gives or takes a synonym gives or takes the tag", () => {
  const all = openTagged(2);
  all.add("Places/Lisbon", 0);
  describeTag(all.db, "Places/Lisbon", { synonyms: ["Lisboa"] });

  all.add("LISBOA", 1);
  const given = all.tags();
  removeTag(all.db, "lisboa", [all.ids[0]!], TEXT);

  expect([given, all.tags()]).toEqual([
    [["Places/Lisbon"], ["Places/Lisbon"]],
    [[], ["Places/Lisbon"]],
  ]);
});

test("a tag may take its own synonym as its name, which is none any more", () => {
  const all = openTagged(1);
  all.add("Lissabon", 0);
  describeTag(all.db, "Lissabon", { synonyms: ["Lisbon", "LX"] });

  renameTag(all.db, "Lissabon", "Lisbon");
  const renamed = described(all);
  undo(all.db);

  expect([renamed, described(all)]).toEqual([["Lisbon: LX"], ["Lissabon: Lisbon, LX"]]);
});

test("bare words find photos by the synonyms of their tags and of those above", () => {
  const all = openTagged(2);
  all.add("Places/Lisbon", 0);
  describeTag(all.db, "Places", { synonyms: ["Orte"] });
  const found = (word: string) => {
    while (refreshStaleTexts(all.db, { ...TEXT, limit: 100 }) > 0);
    return all.db.all("SELECT rowid FROM photo_text WHERE photo_text MATCH ?", [word]).length;
  };

  const with_ = found("orte");
  describeTag(all.db, "Places", { synonyms: [] });

  expect([with_, found("orte")]).toEqual([1, 0]);
});

test("typing finds tags by any level and by synonyms, those given last first, then those of most photos", () => {
  const all = openTagged(4);
  all.db.run("UPDATE tag SET used_at_ms = NULL");
  all.add("Places/Porto", 0);
  all.add("Portraits", 0, 1, 2);
  all.add("Work/Ports", 0, 1);
  all.add("Sea", 3);
  describeTag(all.db, "Sea", { synonyms: ["Port view"] });
  all.db.run("UPDATE tag SET used_at_ms = NULL");
  all.db.run("UPDATE tag SET used_at_ms = 1000 WHERE path = 'Places/Porto'");
  const typed = (text: string, ...photos: number[]) =>
    suggestTags(all.db, { text, photos: photos.map((at) => all.ids[at]!), limit: 10 });

  expect(typed("PORT")).toEqual([
    { tag: "Places/Porto", count: 1, matched: "name", isRecent: true },
    { tag: "Portraits", count: 3, matched: "name", isRecent: false },
    { tag: "Work/Ports", count: 2, matched: "name", isRecent: false },
    { tag: "Sea", count: 1, matched: "synonym", isRecent: false },
  ]);
  expect(typed("")).toEqual([{ tag: "Places/Porto", count: 1, matched: "name", isRecent: true }]);
  expect(typed("places/po").map(({ tag }) => tag)).toEqual(["Places/Porto"]);
  expect(typed("ort")).toEqual([]);
  expect(typed("port", 0, 1).map(({ tag }) => tag)).toEqual(["Places/Porto", "Sea"]);
});
