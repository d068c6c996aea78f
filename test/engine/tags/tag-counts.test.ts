import { expect, test } from "vitest";
import { countOnce } from "../../../electron/engine/catalog/count-once.ts";
import { countTags } from "../../../electron/engine/catalog/count-tags.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder, removeFolder } from "../../../electron/engine/catalog/folders.ts";
import { joinPhotos } from "../../../electron/engine/catalog/join-photos.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { deletePhoto } from "../../../electron/engine/catalog/photos.ts";
import { buildTagTree } from "../../../electron/engine/catalog/tag-tree.ts";
import { deleteTag } from "../../../electron/engine/tags/delete-tag.ts";
import { importTags } from "../../../electron/engine/tags/import-tags.ts";
import { countStates, listTags, readTagTree } from "../../../electron/engine/tags/list-tags.ts";
import { removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import { seeded } from "../../faults/damage.ts";
import { openTagged, TEXT } from "../../support/tagged-catalog.ts";

test("a photo counts once for a tag, however many below it it has", () => {
  const all = openTagged(3);
  all.add("Places/Portugal/Lisbon", 0, 1);
  all.add("Places/Portugal", 0);
  all.add("Places/Spain", 0, 2);
  all.add("Places old", 2);

  expect(all.tree()).toEqual([
    "Places 0/3",
    "Places/Portugal 1/2",
    "Places/Portugal/Lisbon 2/2",
    "Places/Spain 2/2",
    "Places old 1/1",
  ]);
  expect(listTags(all.db, all.ids[0])).toEqual([
    { tag: "Places/Portugal", count: 1, below: 2 },
    { tag: "Places/Portugal/Lisbon", count: 2, below: 2 },
    { tag: "Places/Spain", count: 2, below: 2 },
  ]);
  expect(listTags(all.db).map(({ tag }) => tag)).toEqual([
    "Places old",
    "Places/Portugal",
    "Places/Portugal/Lisbon",
    "Places/Spain",
  ]);
});

test("missing photos and those of removed folders do not count until they are back", () => {
  const all = openTagged(2);
  all.add("Lisbon", 0, 1);
  const [folder] = all.db.all<{ id: number; path: string }>("SELECT id, path FROM folder");

  all.db.run("UPDATE photo SET missing_since_ms = 1 WHERE id = ?", [all.ids[0]!]);
  const oneMissing = all.tree();
  removeFolder(all.db, folder!.id as never);
  const removed = all.tree();
  addFolder(all.db, folder!.path);
  all.db.run("UPDATE photo SET missing_since_ms = NULL");

  expect([oneMissing, removed, all.tree()]).toEqual([["Lisbon 1/1"], [], ["Lisbon 2/2"]]);
});

test("the tags of a selection are told with how many of it have them", () => {
  const all = openTagged(3);
  all.add("all", 0, 1, 2);
  all.add("Some/one", 1);

  expect(countStates(all.db, [...all.ids, all.ids[0]!, 99 as never])).toEqual({
    total: 3,
    tags: [
      { tag: "all", count: 3 },
      { tag: "Some/one", count: 1 },
    ],
  });
});

test("many photos at once are counted as one by one, whether their tags have other photos or not", () => {
  const all = openTagged(40);
  const every = all.ids.map((_, at) => at);
  all.add("Wide", ...every);
  all.add("Wide/Few", 0, 1);
  all.add("Wide/Many", ...every.slice(5));
  all.add("Other/Many", ...every.slice(0, 20));

  renameTag(all.db, "Wide/Few", "Other/Many");
  expectCounts(all.db, "a few of a wide tag");
  renameTag(all.db, "Other/Many", "Wide/Many");
  expectCounts(all.db, "many");
  expect(all.tree()).toEqual(["Wide 40/40", "Wide/Many 40/40"]);
  undo(all.db);
  expectCounts(all.db, "undone");
  deleteTag(all.db, "Wide");
  expect(all.tree()).toEqual(["Other 0/20", "Other/Many 20/20"]);
  undo(all.db);
  expectCounts(all.db, "deleted and undone");
  expect(all.db.all("SELECT * FROM counting_later")).toEqual([]);
});

test("tags are counted alike by SQL and by tables of bytes, in several folders with missing photos", () => {
  const all = openTagged(300);
  const random = seeded(7);
  const folders = ["/other", "/empty", "/third"].map((path) => addFolder(all.db, path).id);
  for (const tag of ["a", "a/b", "a/b/c", "a/d", "e"])
    all.add(tag, ...all.ids.flatMap((_, at) => (random() < 0.2 ? [at] : [])));
  for (const id of all.ids) {
    if (random() < 0.5)
      all.db.run("UPDATE photo SET folder_id = ? WHERE id = ?", [
        random() < 0.7 ? folders[0]! : folders[2]!,
        id,
      ]);
    if (random() < 0.1) all.db.run("UPDATE photo SET missing_since_ms = 1 WHERE id = ?", [id]);
  }
  const rows = () =>
    all.db.all("SELECT * FROM tag_count WHERE below > 0 ORDER BY tag_id, folder_id");
  const kept = rows();
  const tags = all.db.all<{ id: number }>("SELECT id FROM tag").map(({ id }) => id);
  const countedAs = (photos: number) => {
    all.db.run("DELETE FROM tag_count");
    countTags(all.db, tags, photos);
    return rows();
  };

  expect(new Set(kept.map((row) => (row as { folder_id: number }).folder_id)).size).toBe(3);
  expect(countedAs(1_000_000)).toEqual(kept);
  expect(countedAs(0)).toEqual(kept);
});

test("a change that fails while it is counted once leaves counting as it was", () => {
  const all = openTagged(3);
  all.add("a", 0, 1, 2);
  const fail = () =>
    countOnce(all.db, { tags: [1], rows: 3 }, () => {
      all.db.run("DELETE FROM photo_tag");
      throw new Error("no space");
    });

  expect(fail).toThrow("no space");
  all.add("b", 0);

  expect(all.tree()).toEqual(["a 3/3", "b 1/1"]);
});

test("after any sequence of changes the counts are those that counting anew gives", () => {
  const seed = 20_261_121;
  const random = seeded(seed);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;
  const levels = ["a", "b", "c"];
  const path = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(levels)).join("/");
  const all = openTagged(12);
  const other = addFolder(all.db, "/other").id;
  const some = () => all.ids.flatMap((_, at) => (random() < 0.3 ? [at] : []));
  const steps = {
    add: () => all.add(path(), ...some()),
    remove: () =>
      removeTag(
        all.db,
        path(),
        some().map((at) => all.ids[at]!),
        TEXT,
      ),
    rename: () => renameTag(all.db, path(), path()),
    delete: () => deleteTag(all.db, path()),
    import: () => importTags(all.db, pick(all.ids), [path(), path()]),
    miss: () => all.db.run("UPDATE photo SET missing_since_ms = 1 WHERE id = ?", [pick(all.ids)]),
    find: () =>
      all.db.run("UPDATE photo SET missing_since_ms = NULL WHERE id = ?", [pick(all.ids)]),
    move: () => all.db.run("UPDATE photo SET folder_id = ? WHERE id = ?", [other, pick(all.ids)]),
    undo: () => undo(all.db),
    redo: () => redo(all.db),
  };

  for (let step = 0; step < 1500; step++) {
    const name = pick(Object.keys(steps) as (keyof typeof steps)[]);
    try {
      steps[name]();
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
    }
    if (step % 10 === 0) expectCounts(all.db, `seed ${seed}, step ${step}, ${name}`);
  }
  joinPhotos(all.db, all.ids[0]!, all.ids[1]!);
  expectCounts(all.db, "joined");
  deletePhoto(all.db, all.ids[2]!);
  expectCounts(all.db, "deleted");
});

function expectCounts(db: Database, where: string): void {
  const shown = readTagTree(db);
  const above = () => db.all("SELECT tag_id, above_id FROM tag_above ORDER BY tag_id, above_id");
  const kept = above();
  buildTagTree(db);
  expect(shown, where).toEqual(readTagTree(db));
  expect(kept, where).toEqual(above());
}
