import { expect, test } from "vitest";
import { fromAspectByte } from "../../../electron/contract/aspect.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { BLOCK, type Grouping, PhotoPage, Segments } from "../../../electron/contract/query.ts";
import { PhotoDetail } from "../../../electron/contract/photo.ts";
import type { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { TestCatalog } from "./test-catalog.ts";

/** Follows the cursors from the first page to the last. */
function readAll(
  search: PhotoSearch,
  query: string,
  { limit, cursor }: { limit: number; cursor?: string },
): number[] {
  const ids: number[] = [];
  for (let next: string | null | undefined = cursor; next !== null;) {
    const page = PhotoPage.parse(search.page({ query, cursor: next, limit }));
    ids.push(...page.photos.map(({ id }) => id));
    next = page.next;
  }
  return ids;
}

/** Many photos, several in the same second, in three directories of two folders. */
function bigCatalog(count: number): TestCatalog {
  const catalog = new TestCatalog();
  catalog.db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const day = String(1 + (index % 3)).padStart(2, "0");
      catalog.add({
        name: `IMG_${index}.jpg`,
        folder: index % 4 === 0 ? "/z" : "/a",
        directory: index % 3 === 0 ? "" : "trip",
        at: `2023-0${1 + (index % 2)}-${day}T10:00:0${index % 10}`,
        isMissing: index % 50 === 7,
        widthPx: 100 + (index % 200),
        heightPx: 100,
        tags: index % 100 === 0 ? ["rare"] : [],
      });
    }
  });
  return catalog;
}

test("pages follow each other from the newest photo to the oldest without a gap or a repetition", () => {
  using catalog = bigCatalog(300);
  const expected = catalog.db.all<{ id: number }>(
    "SELECT id FROM photo WHERE missing_since_ms IS NULL ORDER BY sort_at_ms DESC, id DESC",
  );

  expect(readAll(catalog.search, "", { limit: 7 })).toEqual(expected.map(({ id }) => id));
  expect(catalog.search.page({ query: "", limit: 7 }).total).toBe(294);
});

test.each([
  "img",
  "tag:rare",
  "-tag:rare",
  "taken:2023",
  "img OR tag:rare",
  "is:missing",
  "tag:rare img rating:0",
])("the pages, segments and ids of %s agree in every order", (query) => {
  using catalog = bigCatalog(600);
  const { search } = catalog;
  const total = search.page({ query, limit: 1 }).total;

  expect(readAll(search, query, { limit: 50 })).toHaveLength(total);
  for (const groupBy of ["day", "month", "folder", "none"] as const) {
    const layout = Segments.parse(search.segments({ query, groupBy }));
    const ids = search.ids({ query, offset: 0, limit: 100_000, groupBy });
    const first = layout.segments[0]!.cursors[0]!;

    expect(layout.total).toBe(total);
    expect(readAll(search, query, { limit: 50, cursor: first })).toEqual(ids);
    expectBlocks(search, { query, groupBy });
  }
});

/** Each block's cursor begins exactly at the block, and the aspects are its photos'. */
function expectBlocks(
  search: PhotoSearch,
  { query, groupBy }: { query: string; groupBy: Grouping },
): void {
  const ids = search.ids({ query, offset: 0, limit: 100_000, groupBy });
  let at = 0;
  for (const segment of search.segments({ query, groupBy }).segments) {
    const aspects = Buffer.from(segment.aspects, "base64");
    expect(aspects).toHaveLength(segment.count);
    expect(segment.cursors).toHaveLength(Math.ceil(segment.count / BLOCK));
    for (const [block, cursor] of segment.cursors.entries()) {
      const count = Math.min(BLOCK, segment.count - block * BLOCK);
      const { photos } = search.page({ query, cursor, limit: count });
      expect(photos.map(({ id }) => id)).toEqual(ids.slice(at, at + count));
      photos.forEach(({ widthPx, heightPx }, index) => {
        const aspect = fromAspectByte(aspects[block * BLOCK + index]!);
        expect(Math.abs(aspect / (widthPx! / heightPx!) - 1)).toBeLessThan(0.006);
      });
      at += count;
    }
  }
  expect(at).toBe(ids.length);
}

test("segments are days, months, directories or one run, in the order of the grid", () => {
  using catalog = new TestCatalog();
  catalog.add({ at: "2023-05-14T23:59:59", folder: "/b", directory: "x" });
  catalog.add({ at: "2023-05-14T00:00:00", folder: "/a", directory: "" });
  catalog.add({ at: "2023-05-01T10:00:00", folder: "/a", directory: "trip/one" });
  catalog.add({ at: "1969-12-31T23:00:00", folder: "/a", directory: "trip" });
  const keys = (groupBy: Grouping) =>
    catalog.search
      .segments({ query: "", groupBy })
      .segments.map(({ key, count }) => `${key} ${count}`);

  expect(keys("day")).toEqual(["2023-05-14 2", "2023-05-01 1", "1969-12-31 1"]);
  expect(keys("month")).toEqual(["2023-05 3", "1969-12 1"]);
  expect(keys("folder")).toEqual(["/a 1", "/a/trip 1", "/a/trip/one 1", "/b/x 1"]);
  expect(keys("none")).toEqual([" 4"]);
});

test("a result without photos has no segments", () => {
  using catalog = new TestCatalog();

  for (const groupBy of ["day", "folder", "none"] as const) {
    expect(catalog.search.segments({ query: "", groupBy })).toEqual({ total: 0, segments: [] });
  }
  expect(catalog.search.page({ query: "x", limit: 5 })).toEqual({
    photos: [],
    total: 0,
    next: null,
  });
});

test("ids are a slice of the result", () => {
  using catalog = bigCatalog(100);
  const all = readAll(catalog.search, "", { limit: 100 });

  expect(catalog.search.ids({ query: "", offset: 10, limit: 5 })).toEqual(all.slice(10, 15));
  expect(catalog.search.ids({ query: "", offset: 1000, limit: 5 })).toEqual([]);
});

test("the total follows every change of the catalog", () => {
  using catalog = new TestCatalog();
  catalog.add();
  const total = () => catalog.search.page({ query: "", limit: 1 }).total;

  expect(total()).toBe(1);
  const id = catalog.add({ name: "b.jpg" });
  expect(total()).toBe(2);
  catalog.db.run("UPDATE photo SET missing_since_ms = 1 WHERE id = ?", [id]);
  expect(total()).toBe(1);
});

test("a page whose first photo has gone missing begins at the next one", () => {
  using catalog = bigCatalog(30);
  const ids = readAll(catalog.search, "", { limit: 30 });
  for (const groupBy of ["none", "folder"] as const) {
    const order = catalog.search.ids({ query: "", offset: 0, limit: 30, groupBy });
    const { cursors } = catalog.search.segments({ query: "", groupBy }).segments[0]!;
    catalog.db.run("UPDATE photo SET missing_since_ms = 1 WHERE id = ?", [order[0]!]);

    const { photos } = catalog.search.page({ query: "", cursor: cursors[0], limit: 1 });

    expect(photos[0]!.id).toBe(order[1]);
    catalog.db.run("UPDATE photo SET missing_since_ms = NULL WHERE id = ?", [order[0]!]);
  }
  expect(readAll(catalog.search, "", { limit: 30 })).toEqual(ids);
});

test("a cursor that is none is refused, and so is bad query text", () => {
  using catalog = new TestCatalog();

  expect(() => catalog.search.page({ query: "", cursor: "x", limit: 1 })).toThrow(
    expect.objectContaining({ code: "request-invalid" }),
  );
  expect(() => catalog.search.segments({ query: "rating:9", groupBy: "day" })).toThrow(
    expect.objectContaining({ code: "query-invalid" }),
  );
});

test("a photo of the grid has its path, state, tags in alphabetical order and its five surest labels", () => {
  using catalog = new TestCatalog();
  const id = catalog.add({
    name: "a.jpg",
    folder: "/home/me",
    directory: "2023/May",
    tags: ["b", "C", "a"],
    rating: 4,
    labels: {
      tabby: 0.9,
      brass: 0.31,
      "go-kart": 0.32,
      "school bus": 0.29,
      "wine glass": 0.33,
      "golden retriever": 0.34,
      "Labrador retriever": 0.35,
    },
  });

  expect(catalog.search.byId([id])).toEqual([
    {
      id,
      name: "a.jpg",
      path: "/home/me/2023/May/a.jpg",
      kind: "photo",
      state: "indexed",
      isMissing: false,
      widthPx: 300,
      heightPx: 200,
      fingerprint: "ab".repeat(32),
      colour: "#102030",
      takenAt: "2023-05-14T12:00:00",
      durationSeconds: null,
      rating: 4,
      flag: null,
      colourLabel: null,
      turn: 0,
      tags: ["a", "b", "C"],
      labels: [
        { name: "tabby", wnid: null, confidence: 0.9 },
        { name: "Labrador retriever", wnid: "n01", confidence: 0.35 },
        { name: "golden retriever", wnid: "n00", confidence: 0.34 },
        { name: "wine glass", wnid: "n04", confidence: 0.33 },
        { name: "go-kart", wnid: "n06", confidence: 0.32 },
      ],
    },
  ]);
});

test("photos come in the order of the ids that were asked for, unknown ones left out, missing ones marked", () => {
  using catalog = new TestCatalog();
  const [a, b] = [catalog.add({ name: "a", isMissing: true }), catalog.add({ name: "b" })];

  const photos = catalog.search.byId([b, 99 as PhotoId, a]);

  expect(photos.map(({ name, isMissing }) => [name, isMissing])).toEqual([
    ["b", false],
    ["a", true],
  ]);
});

test("a photo's state says how far it has come", () => {
  using catalog = new TestCatalog();
  const ids = [
    catalog.add({ name: "1", widthPx: null, isIndexed: false }),
    catalog.add({ name: "2", isIndexed: false }),
    catalog.add({ name: "3" }),
    catalog.add({ name: "4", isIndexed: false, failure: "cut off" }),
  ];

  expect(catalog.search.byId(ids).map(({ state }) => state)).toEqual([
    "seen",
    "shown",
    "indexed",
    "failed",
  ]);
});

test("the detail of a photo has every fact, its top labels whatever they are worth, and why it failed", () => {
  using catalog = new TestCatalog();
  const id = catalog.add({
    folder: "/home/me",
    directory: "x",
    labels: { tabby: 0.5, brass: 0.01 },
    latitude: 1.5,
    failure: "cut off",
  });

  const detail = catalog.search.detail(id);

  expect(PhotoDetail.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({
    state: "failed",
    folderPath: "/home/me",
    sizeBytes: 1000,
    modifiedAtMs: 1684065787123.456,
    format: "JPEG",
    camera: null,
    latitude: 1.5,
    labels: [{ name: "tabby" }],
    topLabels: [{ name: "tabby" }, { name: "brass" }],
    labelThreshold: 0.3,
    failure: { path: "/home/me/x/photo.jpg", code: "image-corrupt", message: "cut off" },
  });
});

test("the detail of an unknown photo is refused", () => {
  using catalog = new TestCatalog();

  expect(() => catalog.search.detail(7 as PhotoId)).toThrow(
    expect.objectContaining({ code: "photo-unknown" }),
  );
});

test("the detail tells apart what the user entered and what the file says; an empty text is none", () => {
  using catalog = new TestCatalog();
  const id = catalog.add();
  catalog.db.run(
    "INSERT INTO file_value (photo_id, rating, title, caption) VALUES (?, 3, 'Boat', 'Tejo')",
    [id],
  );
  catalog.db.run(
    "INSERT INTO user_value (photo_id, field, value) VALUES (?1, 'title', ''), (?1, 'flag', 'none')",
    [id],
  );

  const none = { rating: null, flag: null, colourLabel: null, title: null, caption: null };
  expect(catalog.search.detail(id)).toMatchObject({
    title: null,
    caption: "Tejo",
    entered: { ...none, title: "", flag: "none" },
    fromFile: { ...none, rating: 3, title: "Boat", caption: "Tejo" },
  });
});
