import { expect, test } from "vitest";
import {
  findEntry,
  listEntries,
  record,
  recordFinal,
} from "../../../../electron/engine/catalog/journal/journal.ts";
import { addFolder } from "../../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../../electron/engine/catalog/open-catalog.ts";
import { redo, undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { deletePhoto, insertPhoto } from "../../../../electron/engine/catalog/photos.ts";
import {
  judge,
  readVerdicts,
  type JudgedLabel,
} from "../../../../electron/engine/catalog/verdicts.ts";
import { setValues } from "../../../../electron/engine/catalog/set-values.ts";
import { listTags } from "../../../../electron/engine/tags/list-tags.ts";
import { addTag, removeTag } from "../../../../electron/engine/tags/photo-tags.ts";
import { inEnglish } from "../../../../electron/texts/in-english.ts";
import { loadTeller } from "../../../../electron/texts/load-teller.ts";
import { tell } from "../../../../electron/texts/tell.ts";
import { tempFolder } from "../../../support/temp-folder.ts";
import { openTestCatalog } from "../../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };
const cat = { key: "n1", name: "cat", classes: ["n1", "n2"], above: [], below: ["n2"] };
const tabby = { key: "n2", name: "tabby", classes: ["n2"], above: ["n1"], below: [] };

function openWithPhotos(count: number) {
  const { db, folderId } = openTestCatalog();
  const insert = (name: string) =>
    insertPhoto(
      db,
      { folderId, directory: "", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${name}` },
    );
  const ids = Array.from({ length: count }, (_, index) => insert(`${index}.jpg`));
  const tagsOf = () => ids.map((id) => listTags(db, id).map(({ tag }) => tag));
  const sentences = () => listEntries(db, { limit: 100 }).map(({ sentence }) => sentence);
  const judgeAll = (label: JudgedLabel, verdict: "confirmed" | "rejected" | null) =>
    judge(db, ids, { label, verdict, modelKey: "test" });
  const verdicts = () =>
    readVerdicts(db, JSON.stringify(ids))
      .map(({ label, verdict }) => `${label} ${verdict}`)
      .sort();
  return { db, ids, insert, tagsOf, sentences, judgeAll, verdicts };
}

test("each change of the user's data is one entry with a sentence, newest first", () => {
  const { db, ids, judgeAll, sentences } = openWithPhotos(2);

  addTag(db, "Lisbon", ids, text);
  removeTag(db, "lisbon", [ids[0]!], text);
  judgeAll(tabby, "confirmed");
  judgeAll(tabby, null);

  expect(sentences()).toEqual([
    "Forgot what was said of the label tabby on 2 photos",
    "Confirmed the label tabby on 2 photos",
    "Removed the tag Lisbon from 1 photo",
    "Added the tag Lisbon to 2 photos",
  ]);
});

test("what changes nothing is no entry, and only what changed is counted", () => {
  const { db, ids, sentences } = openWithPhotos(3);
  addTag(db, "a", [ids[0]!], text);

  addTag(db, "a", [ids[0]!], text);
  removeTag(db, "a", [ids[1]!], text);
  addTag(db, "a", ids, text);

  expect(sentences()).toEqual(["Added the tag a to 2 photos", "Added the tag a to 1 photo"]);
});

test("undo puts back exactly what an entry changed, and redo does it again", () => {
  const { db, ids, tagsOf } = openWithPhotos(3);
  addTag(db, "a", [ids[0]!], text);
  addTag(db, "a", ids, text);

  const undone = undo(db);
  const afterUndo = tagsOf();
  const redone = redo(db);

  expect(undone).toMatchObject({ sentence: "Added the tag a to 2 photos", changed: ids.slice(1) });
  expect(afterUndo).toEqual([["a"], [], []]);
  expect(redone.entry).toBe(undone.entry);
  expect(tagsOf()).toEqual([["a"], ["a"], ["a"]]);
});

test("undo goes back step by step, and redo forward again, until something new is done", () => {
  const { db, ids, tagsOf } = openWithPhotos(1);
  for (const tag of ["a", "b", "c"]) addTag(db, tag, ids, text);

  const seen = [undo, undo, undo, redo, redo].map((step) => {
    step(db);
    return tagsOf()[0]!.join("");
  });
  addTag(db, "d", ids, text);

  expect(seen).toEqual(["ab", "a", "", "a", "ab"]);
  expect(() => redo(db)).toThrow("There is nothing to redo.");
  undo(db);
  undo(db);
  undo(db);
  expect(() => undo(db)).toThrow("There is nothing to undo.");
});

test("an old entry is undone where later ones did not touch the same data", () => {
  const { db, ids, tagsOf } = openWithPhotos(2);
  addTag(db, "a", [ids[0]!], text);
  addTag(db, "a", [ids[1]!], text);
  addTag(db, "b", ids, text);
  const oldest = listEntries(db, { limit: 10 }).at(-1)!;

  undo(db, oldest.id);

  expect(tagsOf()).toEqual([["b"], ["a", "b"]]);
  expect(listEntries(db, { limit: 10 }).map(({ isUndone }) => isUndone)).toEqual([
    false,
    false,
    true,
  ]);
});

test("an old entry whose data changed later is not undone, and the later one is named", () => {
  const { db, ids, tagsOf } = openWithPhotos(2);
  addTag(db, "a", ids, text);
  removeTag(db, "a", [ids[1]!], text);
  const [later, older] = listEntries(db, { limit: 10 });

  expect(() => undo(db, older!.id)).toThrow(
    expect.objectContaining({
      code: "undo-conflict",
      message: expect.stringContaining(
        `“Removed the tag a from 1 photo” (entry ${later!.id}); undo that one first`,
      ),
    }),
  );
  expect(tagsOf()).toEqual([["a"], []]);

  undo(db, later!.id);
  undo(db, older!.id);
  expect(tagsOf()).toEqual([[], []]);
});

test("an entry is not redone on top of a later change of the same data, nor before an older one", () => {
  const { db, ids } = openWithPhotos(1);
  addTag(db, "a", ids, text);
  removeTag(db, "a", ids, text);
  const [second, first] = listEntries(db, { limit: 10 });
  undo(db);
  undo(db);

  expect(() => redo(db, second!.id)).toThrow(/was undone since.*Added the tag a.*redo that one/s);
  redo(db, first!.id);
  undo(db, first!.id);
  addTag(db, "a", ids, text);
  expect(() => redo(db, first!.id)).toThrow(/was made since/);
});

test("a verdict is undone together with what it took back", () => {
  const { db, judgeAll, verdicts } = openWithPhotos(1);
  judgeAll(tabby, "confirmed");
  judgeAll(cat, "rejected");
  const rejected = verdicts();

  undo(db);

  expect([rejected, verdicts()]).toEqual([["n1 rejected"], ["n2 confirmed"]]);
});

test("what cannot be undone says why", () => {
  const { db } = openWithPhotos(0);
  const finalBecause = tell("final.trashed");
  const entry = recordFinal(db, {
    sentence: tell("done.trashed", { count: 1 }),
    photos: 1,
    finalBecause,
  });

  expect(() => undo(db)).toThrow(
    `“Moved 1 photo to the trash” cannot be undone. ${inEnglish(finalBecause)}`,
  );
  expect(findEntry(db, entry)).toMatchObject({ finalTold: finalBecause });
  expect(() => undo(db, entry + 1)).toThrow("There is no entry 2 in the history.");
  expect(() => redo(db, entry)).toThrow(/is in force/);
});

test("a photo that the catalog no longer has is left out, and its id is never given to another", () => {
  const { db, ids, insert, tagsOf } = openWithPhotos(2);
  addTag(db, "a", ids, text);
  removeTag(db, "a", ids, text);
  deletePhoto(db, ids[1]!);
  const newcomer = insert("new.jpg");

  undo(db);

  expect(newcomer).not.toBe(ids[1]);
  expect(tagsOf()[0]).toEqual(["a"]);
  expect(listTags(db, newcomer)).toEqual([]);
});

test("words find a photo again by a tag whose removal was undone", () => {
  const { db, ids } = openWithPhotos(1);
  addTag(db, "Lisbon", ids, text);
  removeTag(db, "Lisbon", ids, text);

  undo(db);

  expect(db.all("SELECT photo_id FROM stale_text")).toEqual([{ photo_id: ids[0] }]);
});

test("ten thousand photos are tagged by a handful of rows", () => {
  const { db, ids } = openWithPhotos(10_000);

  addTag(db, "work", ids, text);

  const rows = db.all<{ bytes: number }>("SELECT length(photos) AS bytes FROM journal_change");
  expect(rows).toHaveLength(1);
  expect(rows[0]!.bytes).toBeLessThan(60_000);
  expect(undo(db).changed).toHaveLength(10_000);
  expect(listTags(db)).toEqual([]);
});

test("a page of the history begins where the last one ended", () => {
  const { db, ids } = openWithPhotos(1);
  for (const tag of ["a", "b", "c"]) addTag(db, tag, ids, text);

  const [newest] = listEntries(db, { limit: 1 });
  const rest = listEntries(db, { before: newest!.id, limit: 5 });

  expect(rest.map(({ sentence }) => sentence)).toEqual([
    "Added the tag b to 1 photo",
    "Added the tag a to 1 photo",
  ]);
});

test("an entry is told so that every language can say it, with the English sentence beside it", () => {
  const { db, ids, judgeAll } = openWithPhotos(2);
  addTag(db, "Lisbon", ids, text);
  judgeAll(tabby, "rejected");
  setValues(db, ids, { rating: 3, flag: "pick" }, text);

  const entries = listEntries(db, { limit: 10 });

  expect(entries.map(({ told }) => inEnglish(told!))).toEqual(
    entries.map(({ sentence }) => sentence),
  );
  expect(entries.at(-1)).toMatchObject({
    sentence: "Added the tag Lisbon to 2 photos",
    told: { key: "done.tag.added", args: { tag: "Lisbon", count: 2 } },
  });
});

test("the history is searched in English and in the language that is spoken", async () => {
  const { db, ids } = openWithPhotos(1);
  addTag(db, "Lisbon", ids, text);
  setValues(db, ids, { rating: 3 }, text);
  const teller = await loadTeller("es");

  const found = ["AÑADIDA", "added", "estrellas", "nada"].map((words) =>
    listEntries(db, { limit: 10, text: words, teller }).map(({ sentence }) => sentence),
  );

  const [added, rated] = ["Added the tag Lisbon to 1 photo", "Rated 1 photo 3 stars"];
  expect(found).toEqual([[added], [added], [rated], []]);
});

test("an entry that was written before languages is shown and found as it was written", async () => {
  const { db, ids } = openWithPhotos(1);
  addTag(db, "Lisbon", ids, text);
  db.run("UPDATE journal_entry SET told = NULL");

  const found = listEntries(db, { limit: 1, text: "added", teller: await loadTeller("pt") });

  expect(found).toMatchObject([{ sentence: "Added the tag Lisbon to 1 photo", told: null }]);
});

test("a change that fails leaves neither data nor an entry behind, and the next one is recorded", () => {
  const { db, ids, tagsOf, sentences } = openWithPhotos(1);
  const failing = () => {
    db.run("INSERT INTO tag (path, key) VALUES ('a', 'a')");
    throw new Error("no space");
  };

  expect(() =>
    record(db, { touches: [], sentence: () => tell("done.trashed", { count: 1 }) }, failing),
  ).toThrow("no space");
  addTag(db, "b", ids, text);

  expect([tagsOf(), sentences()]).toEqual([[["b"]], ["Added the tag b to 1 photo"]]);
  expect(db.all("SELECT path FROM tag")).toEqual([{ path: "b" }]);
});

test("one change at a time is recorded", () => {
  const { db, ids } = openWithPhotos(1);
  const nested = () => void addTag(db, "a", ids, text);

  expect(() =>
    record(db, { touches: [], sentence: () => tell("done.trashed", { count: 1 }) }, nested),
  ).toThrow(/one change at a time/);
});

test("the history and what can be undone are there after a restart", async () => {
  await using temp = await tempFolder();
  const paths = { ...libraryPaths(temp.path) };
  {
    using db = await openCatalog(paths);
    const folderId = addFolder(db, "/photos").id;
    const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };
    const id = insertPhoto(db, { folderId, directory: "", name: "a.jpg" }, stamp);
    for (const tag of ["a", "b"]) addTag(db, tag, [id], text);
    undo(db);
  }

  using db = await openCatalog(paths);
  undo(db);
  const none = listTags(db);
  redo(db);
  redo(db);

  expect(none).toEqual([]);
  expect(listTags(db).map(({ tag }) => tag)).toEqual(["a", "b"]);
});

test("several changes of the same data are undone and redone step by step", () => {
  const { db, ids, tagsOf, judgeAll } = openWithPhotos(2);
  addTag(db, "Lisbon", ids, text);
  removeTag(db, "Lisbon", [ids[0]!], text);
  addTag(db, "Lisbon", ids, text);
  judgeAll(tabby, "confirmed");
  judgeAll(tabby, "rejected");

  for (let step = 0; step < 5; step += 1) undo(db);
  const before = tagsOf();
  for (let step = 0; step < 5; step += 1) redo(db);

  expect(before).toEqual([[], []]);
  expect(tagsOf()).toEqual([["Lisbon"], ["Lisbon"]]);
  expect(() => redo(db)).toThrow("There is nothing to redo.");
});

test("a redo that is asked for by its number waits where an older change took its place", () => {
  const { db, ids, tagsOf } = openWithPhotos(1);
  addTag(db, "Lisbon", ids, text);
  undo(db);
  addTag(db, "Lisbon", ids, text);
  undo(db);
  redo(db, 1);

  expect(() => redo(db, 3)).toThrow(expect.objectContaining({ code: "undo-conflict" }));
  expect(tagsOf()).toEqual([["Lisbon"]]);
});
