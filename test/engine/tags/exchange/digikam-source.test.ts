import { DatabaseSync } from "node:sqlite";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { importedPhotos } from "../../../support/imported-photos.ts";

/** The tables that are read, as digiKam publishes them (schema version 11), with triggers and other tables left out. */
function makeDigikam(file: string, { root = "volumeid:?path=%2Fphotos" } = {}): void {
  const db = new DatabaseSync(file);
  db.exec(`
    CREATE TABLE AlbumRoots (id INTEGER PRIMARY KEY, label TEXT, status INTEGER NOT NULL, type INTEGER NOT NULL,
      identifier TEXT, specificPath TEXT, UNIQUE(identifier, specificPath));
    CREATE TABLE Albums (id INTEGER PRIMARY KEY, albumRoot INTEGER NOT NULL, relativePath TEXT NOT NULL, date DATE,
      caption TEXT, collection TEXT, icon INTEGER, UNIQUE(albumRoot, relativePath));
    CREATE TABLE Images (id INTEGER PRIMARY KEY, album INTEGER, name TEXT NOT NULL, status INTEGER NOT NULL,
      category INTEGER NOT NULL, modificationDate DATETIME, fileSize INTEGER, uniqueHash TEXT, UNIQUE (album, name));
    CREATE TABLE ImageInformation (imageid INTEGER PRIMARY KEY, rating INTEGER, creationDate DATETIME);
    CREATE TABLE ImageComments (id INTEGER PRIMARY KEY, imageid INTEGER, type INTEGER, language TEXT, author TEXT,
      date DATETIME, comment TEXT, UNIQUE(imageid, type, language, author));
    CREATE TABLE Tags (id INTEGER PRIMARY KEY, pid INTEGER, name TEXT NOT NULL, icon INTEGER, iconkde TEXT, UNIQUE (name, pid));
    CREATE TABLE ImageTags (imageid INTEGER NOT NULL, tagid INTEGER NOT NULL, UNIQUE (imageid, tagid));
    INSERT INTO Albums VALUES (1, 1, '/', NULL, NULL, NULL, NULL), (2, 1, '/2024/Lisbon', NULL, NULL, NULL, NULL);
    INSERT INTO Images VALUES (1, 2, 'a.jpg', 1, 1, NULL, NULL, NULL), (2, 1, 'b.jpg', 1, 1, NULL, NULL, NULL),
      (3, 2, 'trashed.jpg', 3, 1, NULL, NULL, NULL), (4, 2, 'gone.jpg', 1, 1, NULL, NULL, NULL), (5, 1, 'c.jpg', 1, 1, NULL, NULL, NULL);
    INSERT INTO ImageInformation VALUES (1, 4, NULL), (2, -1, NULL), (3, 5, NULL), (4, 3, NULL), (5, 0, NULL);
    INSERT INTO ImageComments VALUES (1, 1, 1, 'de-DE', NULL, NULL, 'Fähre'), (2, 1, 1, 'x-default', NULL, NULL, ' Ferry
at noon '), (3, 1, 3, 'x-default', NULL, NULL, 'Tejo');
    INSERT INTO Tags VALUES (0, -1, '_Digikam_root_tag_', NULL, NULL), (1, 0, '_Digikam_Internal_Tags_', NULL, NULL),
      (2, 1, 'Color Label Magenta', NULL, NULL), (3, 1, 'Pick Label Rejected', NULL, NULL), (4, 1, 'Scanned for Faces', NULL, NULL),
      (5, 0, 'Places', NULL, NULL), (6, 5, 'Portugal', NULL, NULL), (7, 6, 'Lisbon', NULL, NULL), (8, 0, 'böat', NULL, NULL),
      (9, 1, 'Color Label Orange', NULL, NULL), (10, 11, 'a', NULL, NULL), (11, 10, 'b', NULL, NULL);
    INSERT INTO ImageTags VALUES (1, 2), (1, 3), (1, 4), (1, 7), (1, 8), (2, 5), (2, 9), (2, 10), (3, 5);
  `);
  db.prepare("INSERT INTO AlbumRoots VALUES (1, 'Pictures', 0, 1, ?, '/')").run(root);
  db.close();
}

test("tags with their levels, stars, labels, titles and captions come over, and digiKam's own notes do not", async () => {
  await using library = await importedPhotos(["2024/Lisbon/a.jpg", "b.jpg", "c.jpg"]);
  const file = library.temp.at("digikam4.db");
  makeDigikam(file);
  const before = await readFile(file);

  const first = await library.import("digikam4.db");
  const second = await library.import("digikam4.db");

  expect(library.rows()).toMatchObject([
    {
      tags: ["böat", "Places/Portugal/Lisbon"],
      rating: 4,
      flag: "reject",
      colour: "purple",
      title: "Tejo",
      caption: "Ferry\nat noon",
    },
    { tags: ["Places"] },
    {},
  ]);
  expect(Object.keys(library.rows()[2]!)).toEqual(["path", "fingerprint"]);
  expect(first.problems.map(({ kind, place }) => [kind, place])).toEqual([
    ["unmatched", "image 4"],
  ]);
  expect(first.sentence).toMatch(/^Imported 3 tags, .* for 2 photos from digikam4\.db$/);
  expect(second.changed).toBe(0);
  expect(await readFile(file)).toEqual(before);
});

test.each([
  ["volumeid:?uuid=c7f0-11", "by the end of the path"],
  ["volumeid:?path=/media/ana/Old%20disk&fileuuid=1", "on another disk"],
  ["networkshareid:?mountpath=/mnt/nas", "on a share"],
])("a collection at %s is found %s", async (root) => {
  await using library = await importedPhotos(["Pictures/2024/Lisbon/a.jpg"]);
  makeDigikam(library.temp.at("digikam4.db"), { root });

  await library.import("digikam4.db");

  expect(library.rows()).toMatchObject([{ rating: 4 }]);
});

test("another program's database, and a damaged one, are refused by name", async () => {
  await using library = await importedPhotos([]);
  const other = new DatabaseSync(library.temp.at("other.db"));
  other.exec("CREATE TABLE photo (id INTEGER)");
  other.close();

  await expect(library.import("other.db")).rejects.toThrow(
    /a database of digiKam with AlbumRoots\.id but .*other\.db has none/,
  );
  await expect(
    library.import("damaged.db", `SQLite format 3\0${"noise ".repeat(500)}`),
  ).rejects.toThrow(/Expected a database at .*damaged\.db/);
});
