import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { photoSorts, type PhotoSort } from "../../../electron/contract/photo-sort.ts";
import { Segments, type Grouping, type Order } from "../../../electron/contract/query.ts";
import { deletePhoto, markMissing } from "../../../electron/engine/catalog/photos.ts";
import { TestCatalog } from "./test-catalog.ts";

interface Row {
  readonly id: PhotoId;
  readonly name: string;
  readonly path: string;
  readonly rating: number;
  readonly sortAtMs: number;
  readonly addedAtMs: number;
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const DAY_MS = 86_400_000;

/** Many ties of everything, photos without a capture time, missing ones and a removed folder. */
function randomCatalog(seed: number, count = 300): TestCatalog {
  const random = randomNumbers(seed);
  const below = (end: number) => Math.floor(random() * end);
  const pick = <T>(values: readonly T[]) => values[below(values.length)]!;
  const catalog = new TestCatalog();
  const taken = new Set<string>();
  catalog.db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const place = {
        name: `${pick(["IMG_", "img ", "a", "B", "9-", "_", "zoo"])}${pick(["", "0"])}${below(120)}${pick(["", ".jpg", "b"])}`,
        folder: pick(["/a", "/b", "/removed"]),
        directory: pick(["", "trip", "trip/one"]),
      };
      const { size } = taken;
      // A place holds one file.
      if (taken.add(Object.values(place).join("/")).size === size) continue;
      catalog.add({
        ...place,
        at: `20${10 + below(3)}-0${1 + below(9)}-1${below(2)}T12:00:0${below(3)}`,
        isDated: random() < 0.8,
        isMissing: random() < 0.1,
        rating: pick([0, 0, 0, 1, 3, 5]),
        addedAtMs: Date.UTC(2026, 9, 1) + below(40) * DAY_MS,
        camera: pick(["Canon", "Nikon"]),
        tags: random() < 0.02 ? ["rare"] : [],
      });
    }
  });
  catalog.removeFolder("/removed");
  return catalog;
}

/** What the catalog says of the photos that the query finds, in the order of their ids. */
function rowsOf({ db, search }: TestCatalog, query: string): Row[] {
  const ids = search.ids({ query, offset: 0, limit: 100_000 });
  return db.all(
    `SELECT photo.id, name, folder.path || '/' || directory AS path, rating, sort_at_ms AS sortAtMs,
       photo.added_at_ms AS addedAtMs
     FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id IN (SELECT value FROM json_each(?)) ORDER BY photo.id`,
    [JSON.stringify(ids)],
  );
}

const comparisons: Readonly<Record<PhotoSort, (a: Row, b: Row) => number>> = {
  taken: (a, b) => b.sortAtMs - a.sortAtMs || b.id - a.id,
  added: (a, b) => b.addedAtMs - a.addedAtMs || b.id - a.id,
  name: (a, b) => compareNames(a.name, b.name) || a.id - b.id,
  rating: (a, b) => b.rating - a.rating || b.sortAtMs - a.sortAtMs || b.id - a.id,
};

/** Piece by piece: numbers by their value, letters without their case, and what begins with no letter first. */
function compareNames(a: string, b: string): number {
  const startsLate = (name: string) => (/^[a-z]/i.test(name) ? 1 : 0);
  const [left, right] = [a, b].map((name) => name.toLowerCase().match(/\d+|\D/g) ?? []);
  const codeOf = (piece: string) => (/\d/.test(piece) ? "0" : piece).charCodeAt(0);
  let difference = startsLate(a) - startsLate(b);
  for (let at = 0; difference === 0 && at < left!.length && at < right!.length; at += 1) {
    const [l, r] = [left![at]!, right![at]!];
    difference = codeOf(l) - codeOf(r);
    if (difference === 0 && /\d/.test(l)) difference = Number(l) - Number(r);
  }
  return difference || left!.length - right!.length;
}

function sortedIds(rows: readonly Row[], { sort = "taken", isReversed }: Order): PhotoId[] {
  const sorted = rows.toSorted(comparisons[sort]).map(({ id }) => id);
  return isReversed ? sorted.reverse() : sorted;
}

/** Page after page, as their cursors lead. */
function pages(
  { search }: TestCatalog,
  question: Order & { query: string; cursor?: string },
  limit: number,
): PhotoId[] {
  const ids: PhotoId[] = [];
  let cursor: string | undefined = question.cursor;
  do {
    const page = search.page({ ...question, cursor, limit });
    ids.push(...page.photos.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

const ORDERS = photoSorts.flatMap((sort) =>
  [false, true].map((isReversed): Order => ({ sort, isReversed })),
);

test.each([
  "",
  "rating:>=3",
  "rating:0",
  "tag:rare",
  "-tag:rare",
  "taken:2011",
  "camera:canon -rating:0",
  "is:missing",
  "rating:5 OR is:missing",
  "orientation:landscape added:2026-10",
  "folder:trip",
])("%j is sorted as a plain sort does it, both ways, whole and page by page", (query) => {
  using catalog = randomCatalog(query.length + 1);
  const rows = rowsOf(catalog, query);
  expect(rows.length).toBeGreaterThan(0);

  for (const order of ORDERS) {
    const question = { query, ...order };
    const expected = { order, ids: sortedIds(rows, order) };
    const whole = catalog.search.ids({ ...question, offset: 0, limit: 1000 });
    expect({ order, ids: whole }).toEqual(expected);
    expect({ order, ids: pages(catalog, question, 17) }).toEqual(expected);
  }
});

test("inside of directories photos are in the order that was chosen, and the directories stay where they are", () => {
  using catalog = randomCatalog(3);
  for (const query of ["", "tag:rare"]) {
    const rows = rowsOf(catalog, query);

    for (const order of ORDERS) {
      const question = { query, ...order, groupBy: "folder" as const };
      const places = [...new Set(rows.map(({ path }) => path))].sort();
      const expected = places.flatMap((path) =>
        sortedIds(
          rows.filter((row) => row.path === path),
          order,
        ),
      );
      const { segments } = catalog.search.segments(question);
      const cursor = segments[0]!.cursors[0]!;
      const whole = catalog.search.ids({ ...question, offset: 0, limit: 1000 });
      expect({ order, ids: whole }).toEqual({ order, ids: expected });
      expect({ order, ids: pages(catalog, { query, cursor }, 23) }).toEqual({
        order,
        ids: expected,
      });
      expect(segments.map(({ key }) => key)).toEqual(places.map((path) => path.replace(/\/$/, "")));
    }
  }
});

function sectionsOf({ search }: TestCatalog, order: Order, groupBy: Grouping): string[] {
  const { total, segments } = Segments.parse(search.segments({ query: "", ...order, groupBy }));
  expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  return segments.map(({ key, count }) => `${key} ${count}`);
}

test("sections are days or months, letters or stars, as the photos are sorted", () => {
  using catalog = new TestCatalog();
  const noon = (day: number) => new Date(2026, 9, day, 12).getTime();
  catalog.add({ name: "b2.jpg", rating: 5, at: "2023-05-14T12:00:00", addedAtMs: noon(30) });
  catalog.add({ name: "Élan.jpg", rating: 0, at: "2023-05-01T12:00:00", addedAtMs: noon(30) });
  catalog.add({ name: "B1.jpg", rating: 5, at: "2022-01-01T12:00:00", addedAtMs: noon(33) });
  catalog.add({ name: "_1.jpg", rating: 3, at: "2022-01-01T12:00:00", addedAtMs: noon(34) });
  catalog.add({ name: "2.jpg", rating: 0, at: "2022-01-02T12:00:00", addedAtMs: noon(34) });

  expect(sectionsOf(catalog, { sort: "taken" }, "month")).toEqual(["2023-05 2", "2022-01 3"]);
  expect(sectionsOf(catalog, { sort: "added" }, "day")).toEqual([
    "2026-11-03 2",
    "2026-11-02 1",
    "2026-10-30 2",
  ]);
  expect(sectionsOf(catalog, { sort: "added", isReversed: true }, "month")).toEqual([
    "2026-10 2",
    "2026-11 3",
  ]);
  expect(sectionsOf(catalog, { sort: "name" }, "day")).toEqual(["# 2", "B 2", "E 1"]);
  expect(sectionsOf(catalog, { sort: "name", isReversed: true }, "month")).toEqual([
    "E 1",
    "B 2",
    "# 2",
  ]);
  expect(sectionsOf(catalog, { sort: "rating" }, "day")).toEqual(["5 2", "3 1", "0 2"]);
  expect(sectionsOf(catalog, { sort: "rating" }, "none")).toEqual([" 5"]);
});

test.each(ORDERS)("sections of $sort, reversed $isReversed, hold every photo once", (order) => {
  using catalog = randomCatalog(11, 700);
  const ids = catalog.search.ids({ query: "", ...order, offset: 0, limit: 1000 });

  for (const groupBy of ["day", "month", "none"] as const) {
    const { segments } = catalog.search.segments({ query: "", ...order, groupBy });
    const keys = segments.map(({ key }) => key);
    const starts = segments.flatMap(({ cursors }) => cursors);
    const [first] = starts;

    expect(keys).toEqual([...new Set(keys)]);
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    expect(pages(catalog, { query: "", cursor: first! }, 500)).toEqual(ids);
    let start = 0;
    for (const { count, cursors } of segments) {
      const { photos } = catalog.search.page({ query: "", cursor: cursors[0], limit: 1 });
      expect(photos.map(({ id }) => id)).toEqual([ids[start]]);
      start += count;
    }
  }
});

test.each(ORDERS)("a page of $sort, reversed $isReversed, goes on where its photo was", (order) => {
  using catalog = randomCatalog(5, 40);
  const question = { query: "", ...order };
  const ids = catalog.search.ids({ ...question, offset: 0, limit: 100 });
  const { next } = catalog.search.page({ ...question, limit: 10 });

  deletePhoto(catalog.db, ids[10]!);
  markMissing(catalog.db, ids[11]!);
  const { photos } = catalog.search.page({ query: "", cursor: next!, limit: 5 });

  expect(photos.map(({ id }) => id)).toEqual(ids.slice(12, 17));
});

test("an album is in its own order until another one is chosen", () => {
  using catalog = new TestCatalog();
  const { db, search } = catalog;
  const [b, c, a] = ["b", "c", "a"].map((name, day) =>
    catalog.add({ name, at: `2023-05-0${day + 1}T12:00:00` }),
  );
  db.run("INSERT INTO album (id, name, key) VALUES (1, 'Best', 'best')");
  [b, c, a].forEach((id, place) =>
    db.run("INSERT INTO album_photo (photo_id, album_id, place) VALUES (?, 1, ?)", [id!, place]),
  );
  const idsIn = (order: Order) =>
    search.ids({ query: "album:best", ...order, offset: 0, limit: 10 });

  expect(idsIn({})).toEqual([b, c, a]);
  expect(idsIn({ isReversed: true })).toEqual([a, c, b]);
  expect(idsIn({ sort: "name" })).toEqual([a, b, c]);
  expect(idsIn({ sort: "taken" })).toEqual([a, c, b]);
  expect(pages(catalog, { query: "album:best", isReversed: true }, 1)).toEqual([a, c, b]);
  expect(pages(catalog, { query: "album:best", sort: "name" }, 1)).toEqual([a, b, c]);
});

test("a cursor of an album's own order is none of another query", () => {
  using catalog = new TestCatalog();
  const { db, search } = catalog;
  for (const name of ["a", "b"]) {
    const id = catalog.add({ name });
    db.run("INSERT OR IGNORE INTO album (id, name, key) VALUES (1, 'Best', 'best')");
    db.run("INSERT INTO album_photo (photo_id, album_id, place) VALUES (?, 1, ?)", [id, id]);
  }
  const { next } = search.page({ query: "album:best", limit: 1 });

  expect(() => search.page({ query: "", cursor: next!, limit: 1 })).toThrow(
    expect.objectContaining({ code: "request-invalid" }),
  );
});

test("photos that are all at the end of a long order are found whole", () => {
  using catalog = new TestCatalog();
  const { db } = catalog;
  const folderId = catalog.folder("/photos");
  db.run(
    `WITH RECURSIVE n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < 22000)
     INSERT INTO photo (id, folder_id, directory, name, name_key, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
       sort_at_ms, iso)
     SELECT id, ?, '', id, name_key(id || ''), 1, 1, id, 0, 150, 0, iif(id > 21000, 800, 100) FROM n`,
    [folderId],
  );
  const expected = Array.from({ length: 1000 }, (_, index) => 21_001 + index);

  expect(pages(catalog, { query: "iso:800", sort: "name" }, 400)).toEqual(expected);
  expect(pages(catalog, { query: "iso:800", sort: "name", isReversed: true }, 400)).toEqual(
    expected.toReversed(),
  );
  const last = { query: "iso:800", sort: "name", offset: 990 } as const;
  expect(catalog.search.ids({ ...last, limit: 5 })).toEqual(expected.slice(990, 995));
  expect(catalog.search.ids({ ...last, limit: 50 })).toEqual(expected.slice(990));
});
