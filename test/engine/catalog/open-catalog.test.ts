import { readdirSync, writeFileSync } from "node:fs";
import { backup } from "node:sqlite";
import { expect, test } from "vitest";
import { backUp, isBackupDue, listBackups } from "../../../electron/engine/catalog/backups.ts";
import { addFolder, listFolders } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a catalog keeps what was written between runs", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  {
    using db = await openCatalog(paths);
    addFolder(db, "/photos");
  }

  using again = await openCatalog(paths);

  expect(listFolders(again).map(({ path }) => path)).toEqual(["/photos"]);
});

test("a file that is no catalog is refused by name and left as it is", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  writeFileSync(paths.catalog, "these bytes were never a database, whatever their file is called");

  await expect(openCatalog(paths)).rejects.toMatchObject({
    code: "library-unreadable",
    message: expect.stringContaining(paths.catalog),
  });
});

test("a backup can be opened, holds everything, and is one file", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  addFolder(db, "/photos");

  const file = await backUp(db.connection, paths.backups, { nowMs: 5 });

  expect(readdirSync(paths.backups)).toEqual(["catalog-5.sqlite"]);
  using copy = await openCatalog({ catalog: file, backups: paths.backups });
  expect(listFolders(copy).map(({ path }) => path)).toEqual(["/photos"]);
});

test("a backup that is asked for in the middle of a write waits for its end", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  addFolder(db, "/photos");
  db.connection.exec("BEGIN IMMEDIATE; UPDATE folder SET added_at_ms = 7");

  const copying = backUp(db.connection, paths.backups, { nowMs: 5 });
  // What Node makes of it, asked often enough for ours to have been told the same.
  for (let time = 0; time < 10; time++) {
    const plain = backup(db.connection, folder.at(`plain-${time}.sqlite`));
    await expect(plain).rejects.toMatchObject({ errcode: 0 });
  }
  db.connection.exec("COMMIT");

  using copy = await openCatalog({ catalog: await copying, backups: paths.backups });
  expect(listFolders(copy).map(({ path }) => path)).toEqual(["/photos"]);
});

test("backups that the rotation does not keep go, and so does what an interrupted one left", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  for (let time = 1; time <= 4; time++) await backUp(db.connection, paths.backups, { nowMs: time });
  writeFileSync(`${paths.backups}/catalog-3.sqlite.partial`, "half of a catalog");

  await backUp(db.connection, paths.backups, { nowMs: 5 });

  expect(listBackups(paths.backups).map(({ atMs }) => atMs)).toEqual([3, 4, 5]);
  expect(readdirSync(paths.backups)).toHaveLength(3);
});

test("a backup is due when there is none and a day after the last one", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  const day = 24 * 60 * 60 * 1000;

  const before = isBackupDue(paths.backups, day);
  await backUp(db.connection, paths.backups, { nowMs: day });

  expect([
    before,
    isBackupDue(paths.backups, day + 1),
    isBackupDue(paths.backups, 3 * day),
  ]).toEqual([true, false, true]);
});

test("after the clock went backwards a backup is due, although there is one of the future", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  const [now, nextYear] = [1e12, 1e12 + 365 * 24 * 60 * 60 * 1000];
  await backUp(db.connection, paths.backups, { nowMs: nextYear });

  const isDue = isBackupDue(paths.backups, now);
  await backUp(db.connection, paths.backups, { nowMs: now });

  expect([isDue, isBackupDue(paths.backups, now + 1)]).toEqual([true, false]);
  expect(listBackups(paths.backups).map(({ atMs }) => atMs)).toEqual([now, nextYear]);
});
