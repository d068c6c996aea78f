/** @file What is picked out of the timeline in memory is what the catalog says, after every change of a photo. */
import { expect, test } from "vitest";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { countPhotoChanges } from "../../../electron/engine/catalog/photo-revision.ts";
import { deletePhoto, markMissing } from "../../../electron/engine/catalog/photos.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { WatchedDatabase } from "../../support/watched-database.ts";
import { TestCatalog } from "./test-catalog.ts";

const MODEL = { key: "starter", labelThreshold: 0.3 };
const QUERIES = [
  "",
  "tag:wide",
  "-tag:wide",
  "rating:0",
  "-rating:>=2",
  "rating:0 OR rating:3",
  "camera:canon",
  "is:missing OR rating:3",
];

function filled(): TestCatalog {
  const catalog = new TestCatalog();
  for (let index = 0; index < 120; index++)
    catalog.add({
      name: `${index}.jpg`,
      folder: index % 10 === 0 ? "/other" : "/photos",
      at: `20${10 + (index % 7)}-0${1 + (index % 9)}-14T12:00:00`,
      isDated: index % 5 > 0,
      isMissing: index % 11 === 0,
      rating: index % 4,
      ...(index % 3 > 0 && { camera: index % 3 === 1 ? "Canon" : "CANON" }),
      ...(index % 4 === 0 && { lens: "50mm", latitude: 38 }),
      widthPx: index % 6 === 0 ? null : 100 + 100 * (index % 5),
      heightPx: 200,
      tags: index % 2 === 0 ? ["Wide"] : [],
    });
  return catalog;
}

async function answers(search: PhotoSearch) {
  const all = [];
  for (const query of QUERIES) {
    all.push(await search.facets(query));
    all.push(search.segments({ query, groupBy: "day" }));
    all.push(search.segments({ query, groupBy: "none", isReversed: true }));
  }
  return all;
}

function searchOf(db: Database): PhotoSearch {
  return new PhotoSearch({ catalog: db, model: MODEL, photoRevision: countPhotoChanges(db) });
}

test("answers out of memory are those of the catalog, after each change", async () => {
  using catalog = filled();
  const { db } = catalog;
  const keeping = searchOf(db);
  const plain = new PhotoSearch({ catalog: db, model: MODEL });
  const changes: Readonly<Record<string, () => unknown>> = {
    none: () => undefined,
    "another rating": () => db.run("UPDATE photo SET rating = 5 WHERE id = 7"),
    "another time": () => db.run("UPDATE photo SET sort_at_ms = 0, taken_at = NULL WHERE id = 8"),
    "another shape": () => db.run("UPDATE photo SET aspect = 255 - aspect WHERE id = 9"),
    "another camera": () => db.run("UPDATE photo SET camera = 'X100', lens = NULL WHERE id = 13"),
    "a position": () => db.run("UPDATE photo SET latitude = 1 WHERE id = 14"),
    "a size": () => db.run("UPDATE photo SET width_px = 5 WHERE width_px IS NULL"),
    "a missing one": () => markMissing(db, 15 as never),
    "a new one": () => catalog.add({ name: "new.jpg", at: "2024-01-01T00:00:00", camera: "New" }),
    "one less": () => deletePhoto(db, 16 as never),
    "a tag": () => addTag(db, "Wide", [17 as never], { modelKey: "starter", labelThreshold: 0.3 }),
    "a removed folder": () => catalog.removeFolder("/other"),
  };

  for (const [name, change] of Object.entries(changes)) {
    change();
    const expected = await answers(plain);
    // The first answers are the catalog's own.
    for (const time of ["first", "second", "third"])
      expect(await answers(keeping), `${name}, ${time}`).toEqual(expected);
  }
});

test("sections of a wide search are its photos in their order, kept or not", () => {
  using catalog = filled();
  const { db } = catalog;
  const wanted = db.all<{ aspect: number }>(
    `SELECT aspect FROM photo WHERE missing_since_ms IS NULL AND id IN (SELECT photo_id FROM photo_tag)
     ORDER BY sort_at_ms DESC, id DESC`,
  );
  const search = searchOf(db);
  const shapes = (isReversed: boolean) => {
    const { segments } = search.segments({ query: "tag:wide", groupBy: "month", isReversed });
    return segments.flatMap(({ aspects }) => [...Buffer.from(aspects, "base64")]);
  };
  const expected = wanted.map(({ aspect }) => aspect);

  for (let time = 0; time < 3; time++) {
    expect(shapes(false)).toEqual(expected);
    expect(shapes(true)).toEqual(expected.toReversed());
  }
  const [first] = search.segments({ query: "tag:wide", groupBy: "none" }).segments;
  const page = search.page({ query: "tag:wide", limit: 500, cursor: first!.cursors[0] });
  expect(page.photos).toHaveLength(expected.length);
});

test("the index of the timeline is read twice, and again only when a photo has changed", async () => {
  using catalog = filled();
  const db = new WatchedDatabase(catalog.db.connection);
  const search = searchOf(db);
  const isRead = async () => {
    db.run("INSERT OR REPLACE INTO setting VALUES ('provider', 'any')");
    db.forget();
    await search.facets("");
    return db.plans().some((step) => step.includes("photo_by_time"));
  };

  const before = [await isRead(), await isRead(), await isRead(), await isRead()];
  db.run("UPDATE photo SET rating = rating, aspect = aspect");
  const unchanged = await isRead();
  db.run("UPDATE photo SET rating = 1 WHERE id = 5");
  const after = [await isRead(), await isRead(), await isRead()];

  expect([before, unchanged, after]).toEqual([
    [true, true, false, false],
    false,
    [true, true, false],
  ]);
});
