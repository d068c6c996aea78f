import { readdirSync, writeFileSync } from "node:fs";
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

test("backups can be opened, and the oldest beyond seven go", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  addFolder(db, "/photos");

  for (let day = 1; day <= 9; day++) await backUp(db.connection, paths.backups, day);

  expect(listBackups(paths.backups).map(({ atMs }) => atMs)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(readdirSync(paths.backups)).toHaveLength(7);
  using copy = await openCatalog({
    catalog: listBackups(paths.backups).at(-1)!.file,
    backups: paths.backups,
  });
  expect(listFolders(copy).map(({ path }) => path)).toEqual(["/photos"]);
});

test("a backup is due when there is none and a day after the last one", async () => {
  await using folder = await tempFolder();
  const paths = libraryPaths(folder.path);
  using db = await openCatalog(paths);
  const day = 24 * 60 * 60 * 1000;

  const before = isBackupDue(paths.backups, day);
  await backUp(db.connection, paths.backups, day);

  expect([
    before,
    isBackupDue(paths.backups, day + 1),
    isBackupDue(paths.backups, 3 * day),
  ]).toEqual([true, false, true]);
});
