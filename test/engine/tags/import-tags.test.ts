import { expect, test } from "vitest";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { hasUserData, insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { importTags } from "../../../electron/engine/tags/import-tags.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

function openWithPhoto() {
  const { db, folderId } = openTestCatalog();
  const id = insertPhoto(
    db,
    { folderId, directory: "", name: "a.jpg" },
    { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" },
  );
  return {
    db,
    id,
    import: (...tags: string[]) => importTags(db, id, tags),
    add: (tag: string) => addTag(db, tag, [id], text),
    remove: (tag: string) => removeTag(db, tag, [id], text),
    /** Tags with where they come from. */
    tags: () =>
      Object.fromEntries(
        db
          .all<{ path: string; origin: string }>(
            "SELECT path, origin FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? ORDER BY key",
            [id],
          )
          .map(({ path, origin }) => [path, origin]),
      ),
  };
}

test("the tags of a file come and go with it", () => {
  const photo = openWithPhoto();

  photo.import("Lisbon", "Places/Portugal");
  const first = photo.tags();
  photo.import("Places/Portugal", "ferry");

  expect(first).toEqual({ Lisbon: "file", "Places/Portugal": "file" });
  expect(photo.tags()).toEqual({ ferry: "file", "Places/Portugal": "file" });
});

test("what the user entered is never taken away by an import, be it entered before or after it", () => {
  const photo = openWithPhoto();
  photo.add("boat");
  photo.import("Boat", "Lisbon");
  photo.add("lisbon");

  const both = photo.tags();
  photo.import();

  expect(both).toEqual({ boat: "user", Lisbon: "user" });
  expect(photo.tags()).toEqual({ boat: "user", Lisbon: "user" });
});

test("an imported tag that the user removed does not come back, whatever the file says later", () => {
  const photo = openWithPhoto();
  photo.import("Lisbon", "ferry");
  photo.remove("lisbon");

  photo.import("Lisbon", "ferry");
  const again = photo.tags();
  photo.import("ferry");
  photo.import("Lisbon", "ferry");

  expect(again).toEqual({ ferry: "file" });
  expect(photo.tags()).toEqual({ ferry: "file" });
});

test("taking back the removal of an imported tag, or that it became the user's, leaves it imported", () => {
  const photo = openWithPhoto();
  photo.import("Lisbon");

  photo.remove("Lisbon");
  undo(photo.db);
  const restored = photo.tags();
  photo.add("Lisbon");
  undo(photo.db);
  const yielded = photo.tags();
  photo.import();

  expect([restored, yielded, photo.tags()]).toEqual([{ Lisbon: "file" }, { Lisbon: "file" }, {}]);
});

test("imported tags are nothing that the user entered", () => {
  const photo = openWithPhoto();

  photo.import("Lisbon");
  const imported = hasUserData(photo.db, photo.id);
  photo.add("Lisbon");

  expect([imported, hasUserData(photo.db, photo.id)]).toEqual([false, true]);
});

test("a photo that does not exist any more takes no tags with it", () => {
  const { db, id, ...photo } = openWithPhoto();
  photo.import("Lisbon");

  db.run("DELETE FROM photo WHERE id = ?", [id]);

  expect(db.all("SELECT * FROM imported_tag")).toEqual([]);
});
