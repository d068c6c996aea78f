import { expect, test } from "vitest";
import { findEntry } from "../../../electron/engine/catalog/journal/journal.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { refreshText } from "../../../electron/engine/catalog/photo-text.ts";
import { listTags } from "../../../electron/engine/tags/list-tags.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { toTagPath } from "../../../electron/engine/tags/tag-name.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

function openWithPhotos(count: number) {
  const { db, folderId } = openTestCatalog();
  const ids = Array.from({ length: count }, (_, index) =>
    insertPhoto(
      db,
      { folderId, directory: "", name: `${index}.jpg` },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${index}` },
    ),
  );
  return { db, ids };
}

test("a tag keeps its first spelling, whatever case it is typed in later", () => {
  const { db, ids } = openWithPhotos(2);

  addTag(db, "Lisbon", [ids[0]!], text);
  addTag(db, "LISBON", [ids[1]!], text);

  expect(listTags(db)).toEqual([{ tag: "Lisbon", count: 2, below: 2 }]);
});

test("adding says which photos did not have the tag yet", () => {
  const { db, ids } = openWithPhotos(3);
  addTag(db, "work", [ids[1]!], text);

  expect(addTag(db, "work", ids, text).changed).toEqual([ids[0], ids[2]]);
  expect(listTags(db, ids[1]).map(({ tag }) => tag)).toEqual(["work"]);
});

test("a tag that is given in parts is one entry, which one undo takes back from all", () => {
  const { db, ids } = openWithPhotos(3);
  const { entry } = addTag(db, "Lisbon", [ids[0]!], text);

  const next = addTag(db, "Lisbon", [ids[0]!, ids[1]!, ids[2]!], { ...text, entry });
  const told = findEntry(db, entry!);
  undo(db);

  expect(next).toEqual({ entry, changed: [ids[1], ids[2]] });
  expect(told).toMatchObject({ sentence: "Added the tag Lisbon to 3 photos", photos: 3 });
  expect(listTags(db)).toEqual([]);
});

test("a part goes on with no other edit, and with none that was undone meanwhile", () => {
  const { db, ids } = openWithPhotos(2);
  const { entry } = addTag(db, "Lisbon", [ids[0]!], text);
  const goOn = (act: typeof addTag, tag: string, id: number | undefined) => () =>
    act(db, tag, [ids[1]!], { ...text, entry: id });

  expect(goOn(addTag, "Porto", entry)).toThrow("but got “Added the tag Lisbon to 1 photo”");
  expect(goOn(removeTag, "Lisbon", entry)).toThrow("expected entry");
  expect(goOn(addTag, "Lisbon", 99)).toThrow("but got none");
  undo(db);
  expect(goOn(addTag, "Lisbon", entry)).toThrow("was undone meanwhile");
  expect(listTags(db)).toEqual([]);
});

test("a tag that no photo has any more is forgotten", () => {
  const { db, ids } = openWithPhotos(2);
  addTag(db, "work", ids, text);

  expect(removeTag(db, "Work", ids, text).changed).toEqual(ids);
  expect(listTags(db)).toEqual([]);
  expect(removeTag(db, "work", ids, text)).toEqual({ entry: undefined, changed: [] });
});

test("words find a photo by its tags as soon as it is tagged, and no longer once it is not", () => {
  const { db, ids } = openWithPhotos(1);
  refreshText(db, ids[0]!, text);
  const matches = () =>
    db.all("SELECT rowid FROM photo_text WHERE photo_text MATCH 'tags:lisbon'").length;

  const before = matches();
  addTag(db, "Places/Lisbon", ids, text);
  const tagged = matches();
  removeTag(db, "Places/Lisbon", ids, text);

  expect([before, tagged, matches()]).toEqual([0, 1, 0]);
});

test("an unknown photo is not tagged", () => {
  const { db } = openWithPhotos(0);

  expect(addTag(db, "work", [99 as never], text).changed).toEqual([]);
});

test.for([
  ["  New   York ", "New York"],
  ["Places / Portugal/ Lisbon", "Places/Portugal/Lisbon"],
  ["e\u0301te\u0301", "été"],
])("the tag %o is kept as %o", ([typed, kept]) => {
  expect(toTagPath(typed!)).toBe(kept);
});

test.for(["", "  ", "/", "a//b", "a/", "a\nb"])("%o is no tag", (typed) => {
  expect(() => toTagPath(typed)).toThrow(/^A tag needs a name/);
});
