import { expect, test } from "vitest";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { refreshStaleTexts } from "../../../electron/engine/catalog/photo-text.ts";
import { deleteTag } from "../../../electron/engine/tags/delete-tag.ts";
import { describeTag } from "../../../electron/engine/tags/describe-tag.ts";
import { readTagTree } from "../../../electron/engine/tags/list-tags.ts";
import { removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag, weighRename } from "../../../electron/engine/tags/rename-tag.ts";
import { inEnglish } from "../../../electron/texts/in-english.ts";
import { tell } from "../../../electron/texts/tell.ts";
import { openTagged, TEXT } from "../../support/tagged-catalog.ts";

test("a tag is renamed with everything below it, and one undo brings its name back", () => {
  const all = openTagged(3);
  all.add("Orte", 0);
  all.add("Orte/Lissabon", 1, 2);

  const renamed = renameTag(all.db, "orte", "Places");
  const after = all.tags();
  undo(all.db);
  const undone = all.tags();
  redo(all.db);

  expect(renamed).toMatchObject({
    sentence: tell("done.tag.renamed", { tag: "Orte", to: "Places", count: 3 }),
    photos: 3,
  });
  expect(after).toEqual([["Places"], ["Places/Lissabon"], ["Places/Lissabon"]]);
  expect(undone).toEqual([["Orte"], ["Orte/Lissabon"], ["Orte/Lissabon"]]);
  expect(all.tags()).toEqual(after);
  expect(listEntries(all.db, { limit: 1 })).toMatchObject([{ photos: 3, isUndone: false }]);
});

test("the entry of a rename is as small for many photos as for one", () => {
  const all = openTagged(500);
  all.add("Orte/Lissabon", ...all.ids.keys());

  const { entry } = renameTag(all.db, "Orte", "Places");

  expect(all.db.all("SELECT kind, photos FROM journal_change WHERE entry_id = ?", [entry])).toEqual(
    [{ kind: "tag-place", photos: "[0]" }],
  );
});

test("only the letters' case or the accents may be what is new", () => {
  const all = openTagged(2);
  all.add("lisbon/alfama", 0);
  all.add("istanbul", 1);

  renameTag(all.db, "lisbon", "Lisbon");
  renameTag(all.db, "ISTANBUL", "İstanbul");

  expect(all.tags()).toEqual([["Lisbon/alfama"], ["İstanbul"]]);
  expect(() => renameTag(all.db, "lisbon", "Lisbon")).toThrow(/is called Lisbon already/);
});

test("a tag is moved below another and out again, and the counts follow", () => {
  const all = openTagged(4);
  all.add("Places/Portugal", 0, 1);
  all.add("Portugal trips/Lisbon", 1, 2);
  all.add("Places/Spain", 2);

  renameTag(all.db, "Portugal trips/Lisbon", "Places/Portugal/Lisbon");
  const moved = all.tree();
  renameTag(all.db, "Places/Portugal/Lisbon", "Lisbon");

  expect(moved).toEqual([
    "Places 0/3",
    "Places/Portugal 2/3",
    "Places/Portugal/Lisbon 2/2",
    "Places/Spain 1/1",
  ]);
  expect(all.tree()).toEqual([
    "Lisbon 2/2",
    "Places 0/3",
    "Places/Portugal 2/2",
    "Places/Spain 1/1",
  ]);
});

test("a tag becomes one with a tag that is there, and so does what is below both", () => {
  const all = openTagged(5);
  all.add("Orte", 0);
  all.add("Orte/Lisbon", 1, 2);
  all.add("Orte/Porto", 3);
  all.add("Places", 4);
  all.add("Places/Lisbon", 2);
  const before = all.tags();

  const weighed = weighRename(all.db, "Orte", "Places");
  const merged = renameTag(all.db, "Orte", "places");
  const after = [all.tags(), all.tree()];
  undo(all.db);

  expect(weighed).toEqual({ tags: 2, photos: 4, merges: ["Places", "Places/Lisbon"] });
  expect(inEnglish(merged.sentence)).toBe("Merged the tag Orte into Places (4 photos)");
  expect(after).toEqual([
    [["Places"], ["Places/Lisbon"], ["Places/Lisbon"], ["Places/Porto"], ["Places"]],
    ["Places 2/5", "Places/Lisbon 2/2", "Places/Porto 1/1"],
  ]);
  expect(all.tags()).toEqual(before);
});

test("a level is taken out: what is below a tag becomes one with what the tag is below of", () => {
  const all = openTagged(4);
  all.add("A", 0);
  all.add("A/b", 1);
  all.add("A/b/b", 2);
  all.add("A/b/c", 3);
  const before = all.tags();

  renameTag(all.db, "A/b", "A");
  const after = [all.tags(), all.tree()];
  undo(all.db);

  expect(after).toEqual([
    [["A"], ["A"], ["A/b"], ["A/c"]],
    ["A 2/4", "A/b 1/1", "A/c 1/1"],
  ]);
  expect(all.tags()).toEqual(before);
});

test("a tag is not moved below itself, and a tag that nobody has is not renamed", () => {
  const all = openTagged(1);
  all.add("Places/Portugal", 0);

  expect(() => renameTag(all.db, "Places", "places/Portugal/All")).toThrow(
    expect.objectContaining({ code: "tag-into-itself" }) as Error,
  );
  expect(() => renameTag(all.db, "Orte", "Places")).toThrow(
    expect.objectContaining({ code: "tag-unknown" }) as Error,
  );
  expect(all.tree()).toEqual(["Places 0/1", "Places/Portugal 1/1"]);
});

test("changes of a tag's photos are undone whatever the tag is called by now", () => {
  const all = openTagged(2);
  all.add("Orte/Lisbon", 0);
  all.add("Orte/Lisbon", 1);
  const [second] = listEntries(all.db, { limit: 1 });
  renameTag(all.db, "Orte", "Places");

  undo(all.db, second!.id);

  expect(all.tags()).toEqual([["Places/Lisbon"], []]);
});

test("what was renamed later is in the way of an undo, and is named", () => {
  const all = openTagged(1);
  all.add("a", 0);
  const { entry } = renameTag(all.db, "a", "b");
  renameTag(all.db, "b", "c");

  expect(() => undo(all.db, entry)).toThrow(/“Renamed the tag b to c \(1 photo\)”/);
  expect(all.tags()).toEqual([["c"]]);
});

test("a rename of the level above stays when a rename below it is undone", () => {
  const all = openTagged(1);
  all.add("Orte/Lissabon", 0);
  const { entry } = renameTag(all.db, "Orte/Lissabon", "Orte/Lisbon");
  renameTag(all.db, "Orte", "Places");

  undo(all.db, entry);

  expect(all.tags()).toEqual([["Places/Lissabon"]]);
});

test("a name that was used again meanwhile is in the way only while a photo has it", () => {
  const all = openTagged(2);
  all.add("a", 0);
  const { entry } = renameTag(all.db, "a", "b");
  all.add("A/deep", 1);

  expect(() => undo(all.db, entry)).toThrow(/Another tag is called a now/);
  undo(all.db); // The new A/deep goes,
  undo(all.db); // and the old tag has its name again.
  const undone = all.tags();
  redo(all.db);
  redo(all.db);

  expect(undone).toEqual([["a"], []]);
  expect(all.tags()).toEqual([["b"], ["A/deep"]]);
});

test("a tag whose name another has by now is not given again by an undo", () => {
  const all = openTagged(2);
  all.add("b", 0);
  removeTag(all.db, "b", [all.ids[0]!], TEXT);
  const [removal] = listEntries(all.db, { limit: 1 });
  all.add("a", 1);
  renameTag(all.db, "a", "b");

  expect(() => undo(all.db, removal!.id)).toThrow(/Another tag is called b now/);
  expect(all.tags()).toEqual([[], ["b"]]);
  renameTag(all.db, "b", "c");
  undo(all.db, removal!.id);

  expect(all.tags()).toEqual([["b"], ["c"]]);
});

test("a move that went the other way round since is not redone into a circle", () => {
  const all = openTagged(2);
  all.add("x", 0);
  all.add("y", 1);
  const { entry } = renameTag(all.db, "x", "y/x");
  undo(all.db);
  renameTag(all.db, "y", "x/y");

  expect(() => redo(all.db, entry)).toThrow(/x\/y is inside of x now/);
  expect(all.tags()).toEqual([["x"], ["x/y"]]);
});

test("a deleted tag goes from all photos with everything below it and all that was said of it, and comes back", () => {
  const all = openTagged(3);
  all.add("Places/Lisbon", 0, 1);
  all.add("Work", 1, 2);
  describeTag(all.db, "Places/Lisbon", { synonyms: ["Lisboa"], favourite: 3 });
  const before = [all.tags(), readTagTree(all.db)];

  const deleted = deleteTag(all.db, "places");
  const after = [all.tags(), all.tree()];
  undo(all.db);

  expect(inEnglish(deleted.sentence)).toBe("Deleted the tag Places (2 photos)");
  expect(after).toEqual([[[], ["Work"], ["Work"]], ["Work 2/2"]]);
  expect([all.tags(), readTagTree(all.db)]).toEqual(before);
});

test("what was said of a tag goes along when it becomes one with another", () => {
  const all = openTagged(2);
  all.add("Lissabon", 0);
  all.add("Lisbon", 1);
  describeTag(all.db, "Lissabon", { synonyms: ["Lisboa"], favourite: 3 });
  describeTag(all.db, "Lisbon", { synonyms: ["LX"] });

  renameTag(all.db, "Lissabon", "Lisbon");
  const merged = readTagTree(all.db);
  undo(all.db);

  expect(merged).toEqual([
    { tag: "Lisbon", count: 2, below: 2, synonyms: ["Lisboa", "LX"], key: 3 },
  ]);
  expect(readTagTree(all.db)).toMatchObject([
    { tag: "Lisbon", synonyms: ["LX"], key: null },
    { tag: "Lissabon", synonyms: ["Lisboa"], key: 3 },
  ]);
});

test("words find photos by the new name of their tag, and no longer by the old one", () => {
  const all = openTagged(2);
  all.add("Orte/Alfama", 0, 1);
  const found = (word: string) => {
    while (refreshStaleTexts(all.db, { ...TEXT, limit: 100 }) > 0);
    return all.db.all("SELECT rowid FROM photo_text WHERE photo_text MATCH ?", [word]).length;
  };

  const before = [found("orte"), found("places")];
  renameTag(all.db, "Orte", "Places");
  const after = [found("orte"), found("places")];
  undo(all.db);

  expect([before, after, [found("orte"), found("places")]]).toEqual([
    [2, 0],
    [0, 2],
    [2, 0],
  ]);
});
