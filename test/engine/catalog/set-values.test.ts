import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { ValueChange } from "../../../electron/contract/values.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { writeFileFacts } from "../../../electron/engine/catalog/photo-facts.ts";
import { refreshStaleTexts, refreshText } from "../../../electron/engine/catalog/photo-text.ts";
import { readEntered, readFromFile } from "../../../electron/engine/catalog/photo-values.ts";
import { hasUserData, insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { setValues } from "../../../electron/engine/catalog/set-values.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

function openWithPhotos(count: number): { db: Database; ids: PhotoId[] } {
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

function held(db: Database): unknown[] {
  return db.all("SELECT rating, flag, colour_label AS colourLabel FROM photo ORDER BY id");
}

function sentences(db: Database): string[] {
  return listEntries(db, { limit: 99 })
    .map(({ sentence }) => sentence)
    .reverse();
}

test("stars, a flag and a colour are one entry, which says what was done and is undone and redone as one", () => {
  const { db, ids } = openWithPhotos(2);
  const before = held(db);

  const set = setValues(db, ids, { rating: 4, flag: "pick", colourLabel: "red" }, text);
  const after = held(db);
  undo(db);
  const undone = held(db);
  redo(db);

  const given = { rating: 4, flag: "pick", colourLabel: "red" };
  expect(set).toEqual({ entry: expect.any(Number), changed: ids });
  expect(after).toEqual([given, given]);
  expect(undone).toEqual(before);
  expect(held(db)).toEqual(after);
  expect(sentences(db)).toEqual(["Changed rating, flag and colour of 2 photos"]);
});

test("the same values for more photos can go on with their entry", () => {
  const { db, ids } = openWithPhotos(3);
  const { entry } = setValues(db, [ids[0]!], { rating: 3 }, text);

  const next = setValues(db, ids, { rating: 3 }, { ...text, entry });
  const other = () => setValues(db, ids, { rating: 4 }, { ...text, entry });

  expect(next).toEqual({ entry, changed: ids.slice(1) });
  expect(sentences(db)).toHaveLength(1);
  expect(other).toThrow("to be the same edit of other photos");
  undo(db);
  expect(held(db)).toEqual(ids.map(() => ({ rating: 0, flag: null, colourLabel: null })));
});

test("what the user gives goes before what the file says; none says that there is none, and null gives the word back to the file", () => {
  const { db, ids } = openWithPhotos(1);
  const [id] = ids as [PhotoId];
  const said = {
    rating: 2,
    flag: "reject",
    colourLabel: "blue",
    title: "Boat",
    caption: "Tejo",
  } as const;
  writeFileFacts(db, id, { facts: said, version: 1 });

  const ofFile = held(db);
  setValues(
    db,
    ids,
    { rating: 0, flag: "none", colourLabel: "none", title: "", caption: "" },
    text,
  );
  const none = [held(db), readEntered(db, id)];
  writeFileFacts(db, id, { facts: { ...said, rating: 5 }, version: 1 });
  const stillNone = held(db);
  const back = { rating: null, flag: null, colourLabel: null, title: null, caption: null };
  setValues(db, ids, back, text);

  expect(ofFile).toEqual([{ rating: 2, flag: "reject", colourLabel: "blue" }]);
  expect(none).toEqual([
    [{ rating: 0, flag: null, colourLabel: null }],
    { rating: 0, flag: "none", colourLabel: "none", title: "", caption: "" },
  ]);
  expect(stillNone).toEqual([{ rating: 0, flag: null, colourLabel: null }]);
  expect(held(db)).toEqual([{ rating: 5, flag: "reject", colourLabel: "blue" }]);
  expect([readEntered(db, id), readFromFile(db, id)]).toEqual([back, { ...said, rating: 5 }]);
  expect(hasUserData(db, id)).toBe(false);
});

test("what a photo has already is no change, and nothing changed is no entry", () => {
  const { db, ids } = openWithPhotos(3);
  setValues(db, [ids[0]!], { rating: 3 }, text);

  const others = setValues(db, ids, { rating: 3 }, text);
  const nothing = setValues(db, ids, { rating: 3 }, text);

  expect(others.changed).toEqual([ids[1], ids[2]]);
  expect(nothing).toEqual({ entry: undefined, changed: [] });
});

test("an undo of stars leaves a flag that was given later", () => {
  const { db, ids } = openWithPhotos(1);
  const { entry } = setValues(db, ids, { rating: 3 }, text);
  setValues(db, ids, { flag: "pick" }, text);

  undo(db, entry);

  expect(held(db)).toEqual([{ rating: 0, flag: "pick", colourLabel: null }]);
});

test("words find a photo by its title and caption as soon as they are entered, and no longer once that is undone", () => {
  const { db, ids } = openWithPhotos(1);
  refreshText(db, ids[0]!, text);
  const found = (word: string) =>
    db.all("SELECT rowid FROM photo_text WHERE photo_text MATCH ?", [word]).length;

  setValues(db, ids, { title: "Ferry to Cacilhas", caption: "At\r\nnoon " }, text);
  const entered = [found("cacilhas"), found("noon")];
  undo(db);
  refreshStaleTexts(db, { ...text, limit: 9 });

  expect(entered).toEqual([1, 1]);
  expect([found("cacilhas"), found("noon")]).toEqual([0, 0]);
});

test("texts are kept composed, without space around them, a caption with its lines", () => {
  const { db, ids } = openWithPhotos(1);

  setValues(db, ids, { title: "  e\u0301te\u0301 ", caption: " one\r\ntwo\rthree\t4 " }, text);

  expect(readEntered(db, ids[0]!)).toMatchObject({ title: "été", caption: "one\ntwo\nthree\t4" });
});

test.for<ValueChange>([
  { title: "two\nlines" },
  { title: "a\0b" },
  { caption: "bell\u0007" },
  { caption: "half a pair \ud83d" },
])("%o is refused, and nothing is changed", (change) => {
  const { db, ids } = openWithPhotos(1);

  expect(() => setValues(db, ids, { rating: 5, ...change }, text)).toThrow(
    /expected a (title|caption) without control characters but got "/,
  );
  expect(held(db)).toEqual([{ rating: 0, flag: null, colourLabel: null }]);
});

test("a change of nothing is refused", () => {
  const { db, ids } = openWithPhotos(1);

  expect(() => setValues(db, ids, {}, text)).toThrow(/expected one of rating, flag, .* to change/);
});

test("a photo that is not in the library is given nothing", () => {
  const { db } = openWithPhotos(0);

  expect(setValues(db, [99 as PhotoId], { rating: 5, title: "x" }, text).changed).toEqual([]);
});

test.for<[ValueChange, string]>([
  [{ rating: 4 }, "Rated 1 photo 4 stars"],
  [{ rating: 1 }, "Rated 1 photo 1 star"],
  [{ flag: "pick" }, "Picked 1 photo"],
  [{ flag: "reject" }, "Rejected 1 photo"],
  [{ flag: "none" }, "Took the flag from 1 photo"],
  [{ colourLabel: "green" }, "Gave 1 photo the colour green"],
  [{ colourLabel: "none" }, "Took the colour from 1 photo"],
  [{ rating: 0 }, "Took the stars from 1 photo"],
  [{ title: "Boat" }, "Replaced the title of 1 photo"],
  [{ caption: "" }, "Removed the caption of 1 photo"],
  [{ title: "A", caption: "B" }, "Changed title and caption of 1 photo"],
])("the history says of %o: %s", ([change, sentence]) => {
  const { db, ids } = openWithPhotos(1);

  setValues(db, ids, change, text);

  expect(sentences(db)).toEqual([sentence]);
});

test("the history says that a value was taken back", () => {
  const { db, ids } = openWithPhotos(1);
  setValues(db, ids, { colourLabel: "red" }, text);

  setValues(db, ids, { colourLabel: null }, text);

  expect(sentences(db)).toEqual(["Gave 1 photo the colour red", "Took back the colour of 1 photo"]);
});
