import { expect, test } from "vitest";
import type { AlbumId } from "../../../electron/contract/album.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import {
  addToAlbum,
  moveInAlbum,
  removeFromAlbum,
} from "../../../electron/engine/albums/album-photos.ts";
import {
  createAlbum,
  createSmartAlbum,
  deleteAlbum,
  duplicateAlbum,
  listAlbums,
  renameAlbum,
  setAlbumCover,
  setAlbumQuery,
} from "../../../electron/engine/albums/albums.ts";
import { describeAlbums } from "../../../electron/engine/albums/album-list.ts";
import { readMembers } from "../../../electron/engine/albums/read-members.ts";
import { SmartAlbums } from "../../../electron/engine/albums/smart-contents.ts";
import { joinPhotos } from "../../../electron/engine/catalog/join-photos.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { deletePhoto, hasUserData, markMissing } from "../../../electron/engine/catalog/photos.ts";
import { forgetFolder } from "../../../electron/engine/catalog/removed-folders.ts";
import { describeUserData } from "../../../electron/engine/catalog/same-files.ts";
import { TestCatalog } from "../search/test-catalog.ts";

function openWithPhotos(count: number) {
  const catalog = new TestCatalog();
  const { db } = catalog;
  const photos = Array.from({ length: count }, (_, at) => catalog.add({ name: `${at}.jpg` }));
  const members = (id: AlbumId) => readMembers(db, id).map((member) => member.id);
  const names = () => listAlbums(db).map(({ name }) => name);
  const sentences = () => listEntries(db, { limit: 100 }).map(({ sentence }) => sentence);
  return { catalog, db, photos, members, names, sentences };
}

function open(count = 5) {
  const opened = openWithPhotos(count);
  const [a, b, c, d, e] = opened.photos as [PhotoId, PhotoId, PhotoId, PhotoId, PhotoId];
  return { ...opened, a, b, c, d, e };
}

test("an album keeps its photos in the order in which they were added, put before others and moved", () => {
  const { db, members, a, b, c, d, e } = open();
  const { id } = createAlbum(db, "Best", [c, a]).album;

  const added = addToAlbum(db, id, { photos: [b, a, d] });
  const before = addToAlbum(db, id, { photos: [e], before: a });
  const order = members(id);
  const moved = moveInAlbum(db, id, { photos: [d, c], before: e });
  const start = members(id);
  moveInAlbum(db, id, { photos: [d], before: null });
  const end = members(id);

  expect([added.changed, before.changed]).toEqual([[b, d], [e]]);
  expect(order).toEqual([c, e, a, b, d]);
  expect(moved.changed).toEqual([c, d]);
  expect(start).toEqual([d, c, e, a, b]);
  expect(end).toEqual([c, e, a, b, d]);
  const nothing = { entry: undefined, changed: [] };
  expect(addToAlbum(db, id, { photos: [a, b] })).toEqual(nothing);
  expect(moveInAlbum(db, id, { photos: [a, b], before: d })).toEqual(nothing);
  expect(() => moveInAlbum(db, id, { photos: [a], before: 99 as PhotoId })).toThrow(
    /moves? others before/,
  );
});

test("photos that move before one that moves with them go to where the next one is that stays", () => {
  const { db, members, a, b, c, d } = open();
  const { id } = createAlbum(db, "Best", [a, b, c, d]).album;

  moveInAlbum(db, id, { photos: [a, c], before: c });

  expect(members(id)).toEqual([b, a, c, d]);
});

test("each change is an entry of the history with a sentence, and undone it is as it was", () => {
  const { db, members, names, sentences, a, b, c } = open();
  const { id } = createAlbum(db, "Best", [b, a]).album;
  addToAlbum(db, id, { photos: [c] });
  moveInAlbum(db, id, { photos: [c], before: b });
  removeFromAlbum(db, id, [a, b]);
  renameAlbum(db, id, "Best of all");
  setAlbumCover(db, id, c);
  const smart = createSmartAlbum(db, "Dogs", "label:dog").album.id;
  setAlbumQuery(db, smart, "label:dog -tag:work");
  deleteAlbum(db, id);
  const after = [names(), members(id)];

  const steps: unknown[] = [];
  for (let step = 0; step < 9; step += 1) {
    undo(db);
    steps.push([names(), members(id)]);
  }

  expect(sentences()).toEqual([
    "Deleted the album Best of all",
    "Changed the search of the smart album Dogs",
    "Made the smart album Dogs",
    "Chose another cover for the album Best of all",
    "Renamed the album Best to Best of all",
    "Removed 2 photos from the album Best",
    "Moved 1 photo in the album Best",
    "Added 1 photo to the album Best",
    "Made the album Best of 2 photos",
  ]);
  expect(after).toEqual([["Dogs"], []]);
  expect(steps).toEqual([
    [["Best of all", "Dogs"], [c]],
    [["Best of all", "Dogs"], [c]],
    [["Best of all"], [c]],
    [["Best of all"], [c]],
    [["Best"], [c]],
    [["Best"], [c, b, a]],
    [["Best"], [b, a, c]],
    [["Best"], [b, a]],
    [[], []],
  ]);
  for (let step = 0; step < 9; step += 1) redo(db);
  expect([names(), members(id)]).toEqual(after);
});

test("a name that is taken, empty in parts or cannot be searched is refused, and case makes no other name", () => {
  const { db, names } = open();
  createAlbum(db, " Trips / Rome ");

  for (const name of ["trips/rome", "TRIPS/ROME", "a//b", " ", 'a"b', "#12", "a\u0000"])
    expect(() => createAlbum(db, name)).toThrow(expect.objectContaining({ code: "album-invalid" }));
  expect(() => renameAlbum(db, 99 as AlbumId, "x")).toThrow(
    expect.objectContaining({ code: "album-unknown" }),
  );
  expect(names()).toEqual(["Trips/Rome"]);
});

test("the name of a deleted album is free, and its return must wait for it", () => {
  const { db, names, a } = open();
  const { id } = createAlbum(db, "Best", [a]).album;
  deleteAlbum(db, id);
  const other = createAlbum(db, "best").album.id;
  const deletion = listEntries(db, { limit: 10 }).find(
    ({ sentence }) => sentence === "Deleted the album Best",
  )!;

  expect(() => undo(db, deletion.id)).toThrow(/Another album is called Best now/);
  renameAlbum(db, other, "Second");
  undo(db, deletion.id);

  expect(names()).toEqual(["Best", "Second"]);
});

test("the making of an album is not undone while it has photos that were added later", () => {
  const { db, members, a } = open();
  const { id } = createAlbum(db, "Best").album;
  const made = listEntries(db, { limit: 1 })[0]!.id;
  addToAlbum(db, id, { photos: [a] });

  expect(() => undo(db, made)).toThrow(expect.objectContaining({ code: "undo-impossible" }));
  expect(members(id)).toEqual([a]);
});

test("a copy has a name of its own, the same photos in the same order, or the same search", () => {
  const { db, members, names, a, b } = open();
  const { id } = createAlbum(db, "Best", [b, a]).album;
  createSmartAlbum(db, "Dogs", "label:dog");

  const copy = duplicateAlbum(db, id).album.id;
  duplicateAlbum(db, id);
  const smart = duplicateAlbum(db, listAlbums(db).find(({ name }) => name === "Dogs")!.id).album;

  expect(names()).toEqual(["Best", "Best copy", "Best copy 2", "Dogs", "Dogs copy"]);
  expect(members(copy)).toEqual([b, a]);
  expect(smart.query).toBe("label:dog");
});

test("a copy may be called as the user's language says it, with a number where that is taken", () => {
  const { db, names } = open();
  const { id } = createAlbum(db, "Best").album;

  duplicateAlbum(db, id, "Best (copia)");
  duplicateAlbum(db, id, "Best (copia)");

  expect(names()).toEqual(["Best", "Best (copia)", "Best (copia) 2"]);
  expect(() => duplicateAlbum(db, id, "a//b")).toThrow(
    expect.objectContaining({ code: "album-invalid" }),
  );
});

test("a smart album takes no photos, and one made by hand no search", () => {
  const { db, a } = open();
  const smart = createSmartAlbum(db, "Dogs", "label:dog").album.id;
  const hand = createAlbum(db, "Best").album.id;
  const invalid = expect.objectContaining({ code: "album-invalid" });

  expect(() => addToAlbum(db, smart, { photos: [a] })).toThrow(invalid);
  expect(() => removeFromAlbum(db, smart, [a])).toThrow(invalid);
  expect(() => moveInAlbum(db, smart, { photos: [a], before: null })).toThrow(invalid);
  expect(() => setAlbumQuery(db, hand, "dog")).toThrow(invalid);
});

test("smart albums that name an album follow its new name, also back", () => {
  const { db, a } = open();
  const { id } = createAlbum(db, "Trips/Rome", [a]).album;
  createSmartAlbum(db, "Good", '(album:"trips/rome" OR tag:x) rating:>=4');
  createSmartAlbum(db, "Others", "tag:x");
  const queries = () => listAlbums(db).map(({ query }) => query);

  renameAlbum(db, id, "Trips/Old Rome");
  const renamed = queries();
  undo(db);

  expect(renamed).toEqual(['(album:"Trips/Old Rome" OR tag:x) rating:>=4', "tag:x", null]);
  expect(queries()).toEqual(['(album:"trips/rome" OR tag:x) rating:>=4', "tag:x", null]);
});

test("what is in an album is the user's, counts for telling entries apart and stays when two entries become one", () => {
  const { db, members, a, b, c } = open();
  const plain = describeUserData(db, a);
  const { id } = createAlbum(db, "Best", [a, b]).album;
  const other = createAlbum(db, "Second", [b]).album.id;
  setAlbumCover(db, other, b);

  const had = [hasUserData(db, a), hasUserData(db, c), describeUserData(db, a) === plain];
  joinPhotos(db, b, c);

  expect(had).toEqual([true, false, false]);
  expect([members(id), members(other)]).toEqual([[a, c], [c]]);
  expect(db.get("SELECT cover_photo_id AS cover FROM album WHERE id = ?", [other])).toEqual({
    cover: c,
  });
});

test("photos of a folder that is forgotten leave their albums, and the undo of a deletion brings back the rest", () => {
  const { catalog, db, members, a } = open();
  const gone = catalog.add({ name: "gone.jpg", folder: "/gone" });
  const { id } = createAlbum(db, "Best", [gone, a]).album;
  setAlbumCover(db, id, gone);
  deleteAlbum(db, id);
  catalog.removeFolder("/gone");
  forgetFolder(db, db.get<{ id: never }>("SELECT id FROM folder WHERE path = '/gone'")!.id);

  undo(db);

  expect(members(id)).toEqual([a]);
  expect(listAlbums(db)).toMatchObject([{ name: "Best" }]);
});

test("the list has counts and covers of what is shown, and of smart albums as soon as they are counted", async () => {
  const { catalog, db, a, b, c } = open(3);
  for (const [index, id] of [a, b, c].entries())
    db.run("UPDATE photo SET fingerprint = ?, width_px = 3 WHERE id = ?", [
      `${index}`.repeat(64),
      id,
    ]);
  const { id } = createAlbum(db, "Best", [c, b, a]).album;
  createSmartAlbum(db, "Two", "album:Best -name:nothing");
  let changes = 0;
  using smart = new SmartAlbums({ db, search: catalog.search }, () => (changes += 1));

  markMissing(db, c);
  const first = describeAlbums(db, smart);
  await smart.settled();
  const counted = describeAlbums(db, smart);
  setAlbumCover(db, id, a);
  const covered = describeAlbums(db, smart)[0];
  removeFromAlbum(db, id, [a]);
  const uncovered = describeAlbums(db, smart)[0];
  await smart.settled();

  const cover = (photo: PhotoId, digit: string) => ({
    id: photo,
    fingerprint: digit.repeat(64),
    turn: 0,
  });
  expect(first).toEqual([
    {
      id,
      name: "Best",
      kind: "hand",
      count: 2,
      cover: cover(b, "1"),
      query: null,
      similar: null,
      problem: null,
    },
    expect.objectContaining({ name: "Two", kind: "smart", count: null, cover: null }),
  ]);
  expect(counted[1]).toMatchObject({ count: 2, cover: { id: b }, problem: null });
  expect([covered, uncovered]).toMatchObject([
    { cover: { id: a } },
    { cover: { id: b }, count: 1 },
  ]);
  expect(describeAlbums(db, smart)[1]).toMatchObject({ count: 1 });
  expect(changes).toBe(2);
});

test("a smart album whose search names an album that is gone says so", async () => {
  const { catalog, db, a } = open();
  const { id } = createAlbum(db, "Best", [a]).album;
  createSmartAlbum(db, "Good", "album:Best");
  deleteAlbum(db, id);
  using smart = new SmartAlbums({ db, search: catalog.search }, () => undefined);
  await smart.settled();

  expect(describeAlbums(db, smart)).toMatchObject([
    { name: "Good", count: null, problem: "There is no album called “Best”." },
  ]);
});

test("ids of deleted photos are not taken for those of an album", () => {
  const { db, members, a, b } = open();
  const { id } = createAlbum(db, "Best", [a, b]).album;
  removeFromAlbum(db, id, [a]);
  deletePhoto(db, a);

  undo(db);

  expect(members(id)).toEqual([b]);
});
