import {
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { PhotoId } from "../../electron/contract/photo.ts";
import { backUp } from "../../electron/engine/catalog/backups.ts";
import type { Database } from "../../electron/engine/catalog/database.ts";
import { addFolder, listFolders } from "../../electron/engine/catalog/folders.ts";
import {
  libraryPaths,
  openCatalog,
  openSoundCatalog,
  type LibraryPaths,
} from "../../electron/engine/catalog/open-catalog.ts";
import { insertPhoto } from "../../electron/engine/catalog/photos.ts";
import { describeTag } from "../../electron/engine/tags/describe-tag.ts";
import { listTags, readTagTree } from "../../electron/engine/tags/list-tags.ts";
import { addToAlbum, removeFromAlbum } from "../../electron/engine/albums/album-photos.ts";
import {
  createAlbum,
  createSmartAlbum,
  deleteAlbum,
  listAlbums,
  renameAlbum,
} from "../../electron/engine/albums/albums.ts";
import { readMembers } from "../../electron/engine/albums/read-members.ts";
import { addTag, removeTag } from "../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../electron/engine/tags/rename-tag.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { countPages, overwritePage, pageOf, seeded } from "./damage.ts";

const text = { modelKey: "starter", labelThreshold: 0.5 };
const PHOTOS = 2000;

function fill(db: Database, { from = 0, count = PHOTOS } = {}): PhotoId[] {
  const folder = listFolders(db)[0] ?? addFolder(db, "/photos");
  return db.transaction(() =>
    Array.from({ length: count }, (_, index) =>
      insertPhoto(
        db,
        { folderId: folder.id, directory: "trip", name: `${from + index}.jpg` },
        { sizeBytes: 5, modifiedAtUs: 6, fileKey: `1:${from + index}` },
      ),
    ),
  );
}

/** Each photo has the tag "all", and every tenth one of its own. */
async function makeLibrary(paths: LibraryPaths): Promise<void> {
  using db = await openCatalog(paths);
  const photos = fill(db);
  addTag(db, "all", photos, text);
  photos.forEach((photo, index) => {
    if (index % 10 === 0) addTag(db, `tag ${index}`, [photo], text);
  });
}

function countTagged(db: Database): number {
  return db.get<{ count: number }>("SELECT count(*) AS count FROM photo_tag")!.count;
}

function isWhole(db: Database): boolean {
  const check = db.get<{ integrity_check: string }>("PRAGMA integrity_check");
  return check?.integrity_check === "ok" && db.all("PRAGMA foreign_key_check").length === 0;
}

function kept({ catalog }: LibraryPaths): string[] {
  return readdirSync(path.dirname(catalog)).filter((name) => name.startsWith("catalog.damaged-"));
}

const damages: [string, (catalog: string) => void][] = [
  ["cut off in the middle", (catalog) => truncateSync(catalog, 100 * 4096 + 123)],
  ["empty", (catalog) => truncateSync(catalog, 0)],
  ["gone", (catalog) => rmSync(catalog)],
  ["something else", (catalog) => writeFileSync(catalog, "not a database ".repeat(1000))],
  ["without its header", (catalog) => overwritePage(catalog, 1, seeded(1))],
];

test.each(damages)(
  "a catalog that is %s is restored from the newest backup and kept",
  async (how, damage) => {
    await using folder = await tempFolder();
    const paths = libraryPaths(folder.path);
    await makeLibrary(paths);
    {
      using db = await openCatalog(paths);
      await backUp(db.connection, paths.backups, { nowMs: 5 });
    }
    damage(paths.catalog);

    const { db: restored, recovery } = await openSoundCatalog(paths);
    using db = restored;

    expect(recovery).toMatchObject({ backupAtMs: 5, photos: PHOTOS });
    expect(kept(paths)).toHaveLength(how === "gone" ? 0 : 1);
    expect([countTagged(db), listTags(db).length]).toEqual([PHOTOS + 200, 201]);
    expect(isWhole(db)).toBe(true);
  },
);

test("whichever page is overwritten, the damage is noticed or harmless, and no tag is lost", async () => {
  await using folder = await tempFolder();
  const whole = libraryPaths(folder.at("whole"));
  await makeLibrary(whole);
  {
    using db = await openCatalog(whole);
    await backUp(db.connection, whole.backups);
  }
  const random = seeded(20_261_121);
  for (let round = 0; round < 12; round++) {
    const paths = libraryPaths(folder.at(String(round)));
    cpSync(path.dirname(whole.catalog), path.dirname(paths.catalog), { recursive: true });
    const page = 1 + Math.floor(random() * countPages(paths.catalog));
    overwritePage(paths.catalog, page, random);

    using db = (await openSoundCatalog(paths)).db;

    expect([page, countTagged(db), isWhole(db)]).toEqual([page, PHOTOS + 200, true]);
  }
});

test("what was entered since the backup comes from the damaged catalog, removals too", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  {
    using db = await openCatalog(paths);
    await backUp(db.connection, paths.backups);
    const [first, second, third] = fill(db, { from: PHOTOS, count: 3 });
    addTag(db, "new", [first!, second!, third!], text);
    removeTag(db, "new", [third!], text);
    removeTag(db, "tag 0", [1 as PhotoId], text);
  }
  overwritePage(paths.catalog, pageOf(paths.catalog, "photo"), seeded(3));

  const { db: restored, recovery } = await openSoundCatalog(paths);
  using db = restored;

  expect(recovery?.backupAtMs).toBeDefined();
  const counts = Object.fromEntries(listTags(db).map(({ tag, count }) => [tag, count]));
  expect(counts).toMatchObject({ all: PHOTOS, new: 2 });
  expect(counts["tag 0"] ?? 0).toBe(0);
  expect(isWhole(db)).toBe(true);
});

test("what was done to tags themselves since the backup is done again", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  {
    using db = await openCatalog(paths);
    await backUp(db.connection, paths.backups);
    renameTag(db, "all", "Everything/All");
    addTag(db, "all", [1 as PhotoId], text);
    renameTag(db, "tag 0", "tag 10");
    describeTag(db, "tag 20", { synonyms: ["two"], favourite: 2 });
  }
  overwritePage(paths.catalog, pageOf(paths.catalog, "photo"), seeded(3));

  using db = (await openSoundCatalog(paths)).db;

  const tree = new Map(readTagTree(db).map(({ tag, ...rest }) => [tag, rest]));
  expect(tree.get("Everything")).toMatchObject({ count: 0, below: PHOTOS });
  expect(tree.get("Everything/All")).toMatchObject({ count: PHOTOS });
  expect(tree.get("tag 20")).toMatchObject({ synonyms: ["two"], key: 2 });
  expect(tree.get("all")).toMatchObject({ count: 1 });
  expect([tree.has("tag 0"), tree.get("tag 10")?.count]).toEqual([false, 2]);
  expect(isWhole(db)).toBe(true);
});

test("a damaged backup is passed over for the one before it", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  let newest: string;
  {
    using db = await openCatalog(paths);
    await backUp(db.connection, paths.backups, { nowMs: 5 });
    newest = await backUp(db.connection, paths.backups, { nowMs: 6 });
  }
  overwritePage(newest, pageOf(newest, "photo_tag"), seeded(4));
  truncateSync(paths.catalog, 4096 * 5);

  const { db: restored, recovery } = await openSoundCatalog(paths);
  using db = restored;

  expect(recovery).toMatchObject({ backupAtMs: 5, photos: PHOTOS });
  expect(countTagged(db)).toBe(PHOTOS + 200);
});

test("without a backup everything that can be read is taken over, and what the model said waits again", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  overwritePage(paths.catalog, pageOf(paths.catalog, "photo_tag"), seeded(5));

  const { db: salvaged, recovery } = await openSoundCatalog(paths);
  using db = salvaged;

  expect(recovery).toMatchObject({ backupAtMs: undefined, photos: PHOTOS, isWhole: false });
  // A page holds some three hundred rows.
  expect(countTagged(db)).toBeGreaterThan(PHOTOS + 200 - 500);
  expect(countTagged(db)).toBeLessThan(PHOTOS + 200);
  expect(isWhole(db)).toBe(true);
  expect(db.get("SELECT 1 FROM photo WHERE indexed_by IS NOT NULL")).toBeUndefined();
});

test("of a catalog that was cut off, what is before the cut is taken over", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  const cut = countPages(paths.catalog) - 3;
  truncateSync(paths.catalog, cut * 4096 + 100);

  const { db: salvaged, recovery } = await openSoundCatalog(paths);
  using db = salvaged;

  expect(recovery?.backupAtMs).toBeUndefined();
  expect(countTagged(db)).toBeGreaterThan(PHOTOS / 2);
  expect(isWhole(db)).toBe(true);
  expect(kept(paths)).toHaveLength(1);
});

test("tags whose names cannot be read keep their photos under a name of their own", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  {
    using db = await openCatalog(paths);
    addTag(db, "Lisbon", fill(db, { count: 3 }), text);
  }
  overwritePage(paths.catalog, pageOf(paths.catalog, "tag"), seeded(6));

  using db = (await openSoundCatalog(paths)).db;

  expect(listTags(db)).toEqual([{ tag: "recovered 1", count: 3, below: 3 }]);
});

test("what can be read of nothing is an empty library, and the file is kept", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  writeFileSync(paths.catalog, "these bytes were never a database, whatever their file is called");

  const { db: empty, recovery } = await openSoundCatalog(paths);
  using db = empty;

  expect(recovery).toMatchObject({ backupAtMs: undefined, photos: 0, isWhole: false });
  expect([listFolders(db), kept(paths).length]).toEqual([[], 1]);
});

test("a restore that was interrupted is ended at the next start, whatever it had reached", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  // The present catalog was put aside, its log was not yet, and the next one waits.
  renameSync(paths.catalog, paths.incoming);
  writeFileSync(`${paths.catalog}-wal`, "a log that belongs to another catalog");

  const { db: opened, recovery } = await openSoundCatalog(paths);
  using db = opened;

  expect(recovery).toBeUndefined();
  expect(countTagged(db)).toBe(PHOTOS + 200);
  expect(existsSync(paths.incoming)).toBe(false);
  expect(kept(paths).filter((name) => name.endsWith("-wal"))).toHaveLength(1);
});

test("a catalog of a newer version is refused and left as it is, not restored", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  {
    using db = await openCatalog(paths);
    await backUp(db.connection, paths.backups);
    db.connection.exec("PRAGMA user_version = 9999");
  }

  await expect(openSoundCatalog(paths)).rejects.toMatchObject({ code: "library-unreadable" });
  expect(kept(paths)).toEqual([]);
});

test("albums come from the backup, and what was done with them since from the damaged catalog, in their order", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  const photos = [5, 3, 9, 7] as PhotoId[];
  {
    using db = await openCatalog(paths);
    const { id } = createAlbum(db, "Best", photos.slice(0, 3)).album;
    const gone = createAlbum(db, "Gone", photos).album.id;
    await backUp(db.connection, paths.backups);
    renameAlbum(db, id, "Best of all");
    addToAlbum(db, id, { photos: photos.slice(3), before: photos[0]! });
    removeFromAlbum(db, id, [photos[1]!]);
    deleteAlbum(db, gone);
    createAlbum(db, "Best", [photos[1]!]);
    createSmartAlbum(db, "Tagged", "tag:all");
  }
  overwritePage(paths.catalog, pageOf(paths.catalog, "photo"), seeded(3));

  using db = (await openSoundCatalog(paths)).db;

  const albums = listAlbums(db).map(({ id, name }) => [
    name,
    readMembers(db, id).map((one) => one.id),
  ]);
  expect(albums).toEqual([
    ["Best", [3]],
    ["Best of all", [7, 5, 9]],
    ["Tagged", []],
  ]);
  expect(isWhole(db)).toBe(true);
});

test("without a backup albums are read row by row, and photos of an album that could not be read are in a substitute", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  await makeLibrary(paths);
  {
    using db = await openCatalog(paths);
    createAlbum(db, "Best", [5, 3, 9] as PhotoId[]);
  }
  overwritePage(paths.catalog, pageOf(paths.catalog, "album"), seeded(3));

  using db = (await openSoundCatalog(paths)).db;

  const albums = listAlbums(db).map(({ id, name }) => [
    name,
    readMembers(db, id).map((one) => one.id),
  ]);
  expect(albums).toEqual([["recovered 1", [5, 3, 9]]]);
});
