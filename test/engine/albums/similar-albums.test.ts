import { expect, test } from "vitest";
import type { AlbumId } from "../../../electron/contract/album.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { describeAlbums } from "../../../electron/engine/albums/album-list.ts";
import {
  createAlbum,
  createSmartAlbum,
  deleteAlbum,
  duplicateAlbum,
  listAlbums,
  renameAlbum,
  setAlbumQuery,
} from "../../../electron/engine/albums/albums.ts";
import {
  createSimilarAlbum,
  setSimilarQuestion,
} from "../../../electron/engine/albums/similar-albums.ts";
import { SmartAlbums } from "../../../electron/engine/albums/smart-contents.ts";
import type { StoredExample } from "../../../electron/engine/catalog/album-questions.ts";
import { joinPhotos } from "../../../electron/engine/catalog/join-photos.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { deletePhoto, hasUserData } from "../../../electron/engine/catalog/photos.ts";
import { TestCatalog } from "../search/test-catalog.ts";

const REGION = { x: 0.25, y: 0, width: 0.5, height: 1 };
const PICTURE = "a".repeat(64);

function open() {
  const catalog = new TestCatalog();
  const { db, search } = catalog;
  const [a, b] = [catalog.add({ name: "a.jpg" }), catalog.add({ name: "b.jpg" })];
  const smart = new SmartAlbums({ db, search }, () => undefined);
  const list = () => describeAlbums(db, smart);
  const names = () => listAlbums(db).map(({ name }) => name);
  const make = (examples: readonly StoredExample[], name = "Beach") =>
    createSimilarAlbum(db, name, { question: { depth: 0.5, edited: 1, examples }, query: "a" });
  return { catalog, db, smart, list, names, make, a, b };
}

function liked(photo: PhotoId, name: string, weight = 1): StoredExample {
  return { photo, picture: null, name, weight, region: null };
}

test("an album of similar photos keeps its examples with weights and parts, depth and search, and is not counted", async () => {
  const { db, smart, list, make, a, b } = open();
  db.run("UPDATE photo SET fingerprint = ?, width_px = 3 WHERE id = ?", ["1".repeat(64), a]);

  make([
    { ...liked(a, "a.jpg", 2), region: REGION },
    liked(b, "b.jpg", -0.5),
    { photo: null, picture: PICTURE, name: "outside.jpg", weight: 1, region: null },
  ]);
  await smart.settled();

  expect(list()).toEqual([
    {
      id: 1,
      name: "Beach",
      kind: "smart",
      count: null,
      cover: { id: a, fingerprint: "1".repeat(64), turn: 0 },
      query: "a",
      similar: {
        depth: 0.5,
        edited: true,
        examples: [
          { of: { photo: a }, name: "a.jpg", weight: 2, region: REGION },
          { of: { photo: b }, name: "b.jpg", weight: -0.5 },
          {
            of: { picture: `kept-${PICTURE}`, fingerprint: PICTURE },
            name: "outside.jpg",
            weight: 1,
          },
        ],
      },
      problem: null,
    },
  ]);
});

test("making, changing, copying, renaming and deleting it are entries of the history, and undone it is as it was", () => {
  const { db, list, names, make, a, b } = open();
  const { id } = make([liked(a, "a.jpg")]).album;
  setSimilarQuestion(db, id, {
    question: { depth: 1, edited: 0, examples: [liked(b, "b.jpg", 3)] },
    query: "",
  });
  duplicateAlbum(db, id);
  renameAlbum(db, id, "Sea");
  deleteAlbum(db, id);
  const after = list();

  const steps: unknown[] = [];
  for (let step = 0; step < 5; step += 1) {
    undo(db);
    const [first] = list();
    steps.push([names(), first?.similar?.examples.map(({ name }) => name), first?.query]);
  }

  expect(listEntries(db, { limit: 9 }).map(({ sentence }) => sentence)).toEqual([
    "Deleted the album Sea",
    "Renamed the album Beach to Sea",
    "Copied the album Beach as Beach copy",
    "Changed what the smart album Beach is similar to",
    "Made the smart album Beach of similar photos",
  ]);
  expect(after).toMatchObject([{ name: "Beach copy", similar: { depth: 1, edited: false } }]);
  expect(steps).toEqual([
    [["Beach copy", "Sea"], ["b.jpg"], ""],
    [["Beach", "Beach copy"], ["b.jpg"], ""],
    [["Beach"], ["b.jpg"], ""],
    [["Beach"], ["a.jpg"], "a"],
    [[], undefined, undefined],
  ]);
  for (let step = 0; step < 5; step += 1) redo(db);
  expect(list()).toEqual(after);
});

test("an example whose photo was forgotten is told by its name, and its number means no other photo", () => {
  const { catalog, db, list, make, a, b } = open();
  make([liked(a, "a.jpg"), liked(b, "b.jpg")]);

  deletePhoto(db, b);
  const one = list()[0]!;
  deletePhoto(db, a);
  const newer = catalog.add({ name: "newer.jpg" });
  const none = list()[0]!;

  expect(newer).toBe(a);
  expect(one.similar!.examples).toEqual([
    { of: { photo: a }, name: "a.jpg", weight: 1 },
    { of: null, name: "b.jpg", weight: 1 },
  ]);
  expect(one.problem).toBe("“b.jpg” is no longer in the library. It goes by its other examples.");
  expect(none.similar!.examples.map(({ of }) => of)).toEqual([null, null]);
  expect(none.problem).toBe(
    "“a.jpg”, “b.jpg” are no longer in the library. There is nothing left that it could be similar to.",
  );
});

test("being an example is the user's, and stays when two entries become one", () => {
  const { db, list, make, a, b } = open();
  const { id } = make([liked(a, "a.jpg")]).album;
  const had = [hasUserData(db, a), hasUserData(db, b)];

  joinPhotos(db, a, b);
  const joined = list()[0]!.similar!.examples;
  deleteAlbum(db, id);

  expect(had).toEqual([true, false]);
  expect(joined).toEqual([{ of: { photo: b }, name: "a.jpg", weight: 1 }]);
  expect(hasUserData(db, b)).toBe(false);
});

test("it is narrowed by a search alone, and is a part of none; the rest of its group is", () => {
  const { catalog, db, make, a } = open();
  createAlbum(db, "Trips/Rome", [a]);
  const { id } = make([liked(a, "a.jpg")], "Trips/Like Rome").album;
  const narrow = (query: string) => () => setAlbumQuery(db, id, query);
  const find = (query: string) => catalog.search.page({ query, limit: 5 }).total;

  expect(narrow("rating:many")).toThrow(expect.objectContaining({ code: "query-invalid" }));
  expect(narrow('album:"Trips/Like Rome"')).toThrow(/cannot be a part of a search/);
  expect(() => createSmartAlbum(db, "X", `album:#${id}`)).toThrow(/album of similar photos/);
  expect(() => find(`album:#${id}`)).toThrow(/cannot be a part of a search/);
  expect(find("album:Trips")).toBe(1);
});

test("an album of another sort becomes none of similar photos", () => {
  const { db, a } = open();
  const { id } = createAlbum(db, "Best", [a]).album;
  const question = { depth: 1, edited: 0, examples: [liked(a, "a.jpg")] } as const;

  expect(() => setSimilarQuestion(db, id, { question, query: "" })).toThrow(
    "expected an album of similar photos but Best is another one",
  );
  expect(() => setSimilarQuestion(db, 99 as AlbumId, { question, query: "" })).toThrow(
    expect.objectContaining({ code: "album-unknown" }),
  );
});
