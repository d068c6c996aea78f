import { expect, test } from "vitest";
import { addToAlbum, moveInAlbum } from "../../../electron/engine/albums/album-photos.ts";
import {
  createAlbum,
  createSmartAlbum,
  deleteAlbum,
  setAlbumQuery,
} from "../../../electron/engine/albums/albums.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Grouping } from "../../../electron/contract/query.ts";
import { TestCatalog } from "./test-catalog.ts";

function add(catalog: TestCatalog, name: string, photo: Parameters<TestCatalog["add"]>[0] = {}) {
  return catalog.add({ name, ...photo });
}

test("an album is found by its name, its group or its number, and inside of other searches", () => {
  using catalog = new TestCatalog();
  const { db } = catalog;
  const [a, b, c] = ["a", "b", "c"].map((name) => add(catalog, name)) as [
    PhotoId,
    PhotoId,
    PhotoId,
  ];
  const rome = createAlbum(db, "Trips/Rome 2023", [b, a]).album.id;
  createAlbum(db, "Trips/Paris", [c]);

  expect(catalog.names('album:"trips/rome 2023"')).toEqual(["b", "a"]);
  expect(catalog.names(`album:#${rome}`)).toEqual(["b", "a"]);
  expect(catalog.names("album:Trips").sort()).toEqual(["a", "b", "c"]);
  expect(catalog.names("-album:trips/paris").sort()).toEqual(["a", "b"]);
  expect(catalog.names("album:Trips/Paris OR name:a").sort()).toEqual(["a", "c"]);
  expect(() => catalog.names("album:Rome")).toThrow("There is no album called “Rome”.");
  expect(() => catalog.names("album:#99")).toThrow("There is no album with number 99.");
});

test("an album shows its photos in its own order, in one section, whatever they are grouped by", () => {
  using catalog = new TestCatalog();
  const { db, search } = catalog;
  const photos = Array.from({ length: 1200 }, (_, index) =>
    add(catalog, `${index}`, {
      at: `2023-0${1 + (index % 9)}-01T10:00:00`,
      directory: `${index % 5}`,
      isMissing: index % 100 === 3,
    }),
  );
  const order = photos.filter((_, index) => (index * 7) % 10 < 8).reverse();
  const { id } = createAlbum(db, "Best", order).album;
  moveInAlbum(db, id, { photos: [photos[0]!], before: order[10]! });
  const query = "album:Best";

  const ids = search.ids({ query, offset: 0, limit: 2000 });
  const pages: PhotoId[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = search.page({ query, limit: 70, ...(cursor && { cursor }) });
    pages.push(...page.photos.map((photo) => photo.id));
    cursor = page.next;
  }

  expect(ids).toHaveLength(search.count(query));
  expect(ids.indexOf(photos[0]!)).toBe(ids.indexOf(order[10]!) - 1);
  expect(pages).toEqual(ids);
  for (const groupBy of ["day", "month", "folder", "none"] satisfies Grouping[]) {
    const { segments, total } = search.segments({ query, groupBy });
    expect(segments.map(({ key, count }) => ({ key, count }))).toEqual([{ key: "", count: total }]);
    const firsts = segments[0]!.cursors.map(
      (cursor) => search.page({ query, cursor, limit: 1 }).photos[0]!.id,
    );
    expect(firsts).toEqual(segments[0]!.cursors.map((_, block) => ids[block * 500]));
    expect(search.ids({ query, groupBy, offset: 5, limit: 3 })).toEqual(ids.slice(5, 8));
  }
  const [cursor] = search.segments({ query, groupBy: "day" }).segments[0]!.cursors;
  expect(() => search.page({ query: "", cursor, limit: 1 })).toThrow(
    /expected a cursor of this query/,
  );
});

test("an album that is narrowed, or two of them, come by time like any other search", () => {
  using catalog = new TestCatalog();
  const [old, young] = [
    add(catalog, "old", { at: "2020-01-01T00:00:00", rating: 4 }),
    add(catalog, "young", { at: "2023-01-01T00:00:00", rating: 4 }),
  ];
  createAlbum(catalog.db, "Best", [old, young]);
  createSmartAlbum(catalog.db, "Same", "album:Best");

  expect(catalog.names("album:Best")).toEqual(["old", "young"]);
  expect(catalog.names("album:Same")).toEqual(["old", "young"]);
  expect(catalog.names("album:Best rating:4")).toEqual(["young", "old"]);
  expect(catalog.names("album:Best OR name:x")).toEqual(["young", "old"]);
});

test("a smart album stands for its search, with OR, and with other smart albums in it", () => {
  using catalog = new TestCatalog();
  add(catalog, "dog", { labels: { "golden retriever": 0.9 } });
  add(catalog, "cat", { labels: { tabby: 0.9 }, rating: 5 });
  add(catalog, "cat at work", { labels: { tabby: 0.9 }, tags: ["work"] });
  createSmartAlbum(catalog.db, "Pets", 'label:tabby OR label:"golden retriever"');
  createSmartAlbum(catalog.db, "Free pets", "album:Pets -tag:work");
  createSmartAlbum(catalog.db, "Gone", "is:missing");

  expect(catalog.names("album:Pets rating:5")).toEqual(["cat"]);
  expect(catalog.names('album:"Free pets"').sort()).toEqual(["cat", "dog"]);
  expect(catalog.names('-album:"Free pets"')).toEqual(["cat at work"]);
  expect(catalog.names("album:Pets album:Gone")).toEqual([]);
});

test("a smart album that would contain itself is refused with the way", () => {
  using catalog = new TestCatalog();
  const { db } = catalog;
  const a = createSmartAlbum(db, "A", "rating:5").album.id;
  createSmartAlbum(db, "B", "album:A OR tag:x");
  createSmartAlbum(db, "C", "-album:B");

  expect(() => setAlbumQuery(db, a, "album:C")).toThrow(
    "A smart album cannot contain itself: “A” → “C” → “B” → “A”.",
  );
  expect(() => createSmartAlbum(db, "D", "album:D")).toThrow("contain itself: “D” → “D”");
  expect(() => createSmartAlbum(db, "D", "album:nothing")).toThrow("no album called “nothing”");
  expect(() => createSmartAlbum(db, "D", "rating:9")).toThrow(/needs a number from 0 to 5/);
});

test("smart albums that multiply each other are refused before they are searched", () => {
  using catalog = new TestCatalog();
  createSmartAlbum(catalog.db, "0", "rating:5");
  for (let depth = 1; depth < 7; depth += 1)
    createSmartAlbum(catalog.db, `${depth}`, `album:${depth - 1} OR album:${depth - 1}`);

  expect(() => createSmartAlbum(catalog.db, "7", "album:6 OR album:6")).toThrow(
    "A search can have 300 terms at most with those of its smart albums.",
  );
  expect(catalog.names("album:6")).toEqual([]);
});

test("a deleted album is found no more", () => {
  using catalog = new TestCatalog();
  const { id } = createAlbum(catalog.db, "Best", [add(catalog, "a")]).album;
  deleteAlbum(catalog.db, id);

  expect(() => catalog.names("album:Best")).toThrow("There is no album called “Best”.");
});

test("brackets, OR and - nest in each other", () => {
  using catalog = new TestCatalog();
  add(catalog, "dog", { labels: { "golden retriever": 0.9 } });
  add(catalog, "cat", { labels: { tabby: 0.9 }, tags: ["home"] });
  add(catalog, "working cat", { labels: { tabby: 0.9 }, tags: ["work"], rating: 4 });
  add(catalog, "bus", { labels: { "school bus": 0.9 }, rating: 5 });
  const pets = '(label:"golden retriever" OR label:tabby)';

  expect(catalog.names(`${pets} -tag:work`).sort()).toEqual(["cat", "dog"]);
  expect(catalog.names(`-${pets}`)).toEqual(["bus"]);
  expect(catalog.names(`-(${pets} -tag:work)`).sort()).toEqual(["bus", "working cat"]);
  expect(
    catalog.names(`(${pets} (tag:home OR rating:>=4)) OR (rating:5 -tag:home)`).sort(),
  ).toEqual(["bus", "cat", "working cat"]);
  expect(catalog.names(`--tag:work`)).toEqual(["working cat"]);
  expect(catalog.names(`-(-tag:work OR -rating:4)`)).toEqual(["working cat"]);
});

test("a search may be as deep as it may be long", () => {
  using catalog = new TestCatalog();
  add(catalog, "a", { tags: ["t1"], rating: 3 });
  const deep = Array.from({ length: 99 }, (_, at) => at + 1).reduce(
    (query, at) => (at % 2 === 0 ? `(tag:t${at} OR ${query})` : `(-tag:u${at} ${query})`),
    "rating:3",
  );
  const brackets = `${"(".repeat(900)}rating:3${")".repeat(900)}`;

  expect(catalog.names(deep)).toEqual(["a"]);
  expect(catalog.names(`-${deep}`)).toEqual([]);
  expect(catalog.names(brackets)).toEqual(["a"]);
  expect(catalog.names(`${"-".repeat(1900)}rating:3`)).toEqual(["a"]);
});

test("an album of ten thousand photos is filled, moved, deleted and restored at once", () => {
  using catalog = new TestCatalog();
  const { db } = catalog;
  const photos = db.transaction(() =>
    Array.from({ length: 10_000 }, (_, at) => add(catalog, `${at}`)),
  );
  const { id } = createAlbum(db, "Many").album;

  expect(addToAlbum(db, id, { photos }).changed).toHaveLength(10_000);
  expect(
    moveInAlbum(db, id, { photos: photos.slice(5000), before: photos[0]! }).changed,
  ).toHaveLength(5000);
  expect(catalog.search.ids({ query: "album:Many", offset: 4999, limit: 2 })).toEqual([
    photos[9999],
    photos[0],
  ]);
});
