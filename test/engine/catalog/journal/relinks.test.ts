import { expect, test } from "vitest";
import { addFolder } from "../../../../electron/engine/catalog/folders.ts";
import { listEntries } from "../../../../electron/engine/catalog/journal/journal.ts";
import { recordRelink } from "../../../../electron/engine/catalog/journal/record-relink.ts";
import { undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { getPhoto, insertPhoto, movePhoto } from "../../../../electron/engine/catalog/photos.ts";
import { listTags } from "../../../../electron/engine/tags/list-tags.ts";
import { addTag } from "../../../../electron/engine/tags/photo-tags.ts";
import { openTestCatalog } from "../../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

function openWithPhotos(names: readonly string[]) {
  const { db, folderId } = openTestCatalog("/photos/camera");
  const other = addFolder(db, "/disk/archive").id;
  const ids = names.map((name) =>
    insertPhoto(
      db,
      { folderId, directory: "trip", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${name}` },
    ),
  );
  const relink = (
    index: number,
    to: { folderId?: typeof other; directory?: string; name?: string },
  ) => {
    const before = getPhoto(db, ids[index]!)!;
    movePhoto(db, before.id, { ...before, ...to }, before);
    recordRelink(db, before, getPhoto(db, before.id)!);
  };
  const sentences = () => listEntries(db, { limit: 10 }).map(({ sentence }) => sentence);
  return { db, ids, other, relink, sentences };
}

test("files that went the same way share a sentence, and others have their own", () => {
  const { relink, other, sentences } = openWithPhotos([
    "a.jpg",
    "b.jpg",
    "c.jpg",
    "d.jpg",
    "e.jpg",
  ]);

  relink(0, { folderId: other, directory: "2026" });
  relink(1, { folderId: other, directory: "2026" });
  relink(2, { name: "new.jpg" });
  relink(3, { name: "other.jpg" });
  relink(4, { directory: "", name: "top.jpg" });

  expect(sentences()).toEqual([
    "Recognised e.jpg, now called top.jpg, moved from camera/trip to camera",
    "Recognised 2 photos under new names in camera/trip",
    "Recognised 2 photos that moved from camera/trip to archive/2026",
  ]);
});

test("what the user did in between keeps later files apart from earlier ones", () => {
  const { db, ids, relink, sentences } = openWithPhotos(["a.jpg", "b.jpg"]);

  relink(0, { directory: "new" });
  addTag(db, "work", [ids[0]!], text);
  relink(1, { directory: "new" });

  expect(sentences()).toEqual([
    "Recognised b.jpg, moved from camera/trip to camera/new",
    "Added the tag work to 1 photo",
    "Recognised a.jpg, moved from camera/trip to camera/new",
  ]);
});

test("bare undo leaves relinks alone, and one that is undone leaves the tags with the missing entry", () => {
  const { db, ids, relink } = openWithPhotos(["a.jpg"]);
  addTag(db, "work", ids, text);
  addTag(db, "kept", ids, text);
  relink(0, { name: "b.jpg" });

  const undone = undo(db);
  const reverted = undo(db, listEntries(db, { limit: 1 })[0]!.id);

  expect(undone.sentence).toBe("Added the tag kept to 1 photo");
  expect(reverted.happened).toMatchObject([
    { kind: "missing", id: ids[0], path: "/photos/camera/trip/a.jpg" },
    { kind: "seen", path: "/photos/camera/trip/b.jpg" },
  ]);
  expect(listTags(db, ids[0]).map(({ tag }) => tag)).toEqual(["work"]);
  expect(listTags(db, reverted.happened[1]!.id)).toEqual([]);
});

test("a relink from a folder that was forgotten is not undone", () => {
  const { db, ids, other, relink } = openWithPhotos(["a.jpg"]);
  relink(0, { folderId: other });
  db.run("DELETE FROM folder WHERE path = '/photos/camera'");

  expect(() => undo(db, listEntries(db, { limit: 1 })[0]!.id)).toThrow(
    expect.objectContaining({ code: "undo-impossible" }),
  );
  expect(getPhoto(db, ids[0]!)).toMatchObject({ folderId: other, missingSinceMs: null });
});
