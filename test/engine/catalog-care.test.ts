import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { LibraryNotice } from "../../electron/contract/library.ts";
import { CatalogCare } from "../../electron/engine/catalog-care.ts";
import { listBackups } from "../../electron/engine/catalog/backups.ts";
import { isLargeCatalog } from "../../electron/engine/catalog/check-catalog.ts";
import {
  libraryPaths,
  openCatalog,
  openSoundCatalog,
} from "../../electron/engine/catalog/open-catalog.ts";
import { ChangeFeed } from "../../electron/engine/indexing/change-feed.ts";
import { NoticeBoard } from "../../electron/engine/notice-board.ts";
import { overwritePage, pageOf, seeded } from "../faults/damage.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

test("damage in a catalog too large to be checked first is found behind the start, told, and restored by the next one", async () => {
  await using temp = await tempFolder();
  const paths = libraryPaths(temp.path);
  {
    using db = await openCatalog(paths);
    db.run(`WITH RECURSIVE n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < 20000)
      INSERT INTO tag (id, path, key) SELECT id, id || printf('%.*c', 900, 'x'), id || printf('%.*c', 900, 'x') FROM n`);
  }
  expect(isLargeCatalog(paths.catalog)).toBe(true);
  overwritePage(paths.catalog, pageOf(paths.catalog, "tag") + 40, seeded(2));

  const told: LibraryNotice[] = [];
  {
    const { db: opened, recovery } = await openSoundCatalog(paths);
    using db = opened;
    using feed = new ChangeFeed();
    feed.subscribe((event) => {
      if (event.name === "library.noticed") told.push(...event.payload.notices);
    });
    await using care = new CatalogCare({ db, paths, notices: new NoticeBoard(db, feed, recovery) });
    care.start();
    await until("the damage to be told", () => told.length > 0, 60_000);
    expect([recovery, existsSync(paths.suspicion)]).toEqual([undefined, true]);
  }
  // A damaged copy is no backup.
  expect(listBackups(paths.backups)).toEqual([]);

  const { db: salvaged, recovery } = await openSoundCatalog(paths);
  using db = salvaged;

  expect(told[0]).toEqual({ kind: "catalog-damaged" });
  expect(recovery).toMatchObject({ backupAtMs: undefined });
  const { count } = db.get<{ count: number }>("SELECT count(*) AS count FROM tag")!;
  expect(count).toBeGreaterThan(19_900);
  expect(existsSync(paths.suspicion)).toBe(false);
}, 120_000);

test("a backup is made when one is due, and not twice", async () => {
  await using temp = await tempFolder();
  const paths = libraryPaths(temp.path);
  using db = await openCatalog(paths);
  using feed = new ChangeFeed();
  await using care = new CatalogCare({ db, paths, notices: new NoticeBoard(db, feed, undefined) });

  await Promise.all([care.backUpIfDue(), care.backUpIfDue()]);

  expect(readdirSync(paths.backups)).toHaveLength(1);
});

test("that a library was restored is told until it is dismissed, also by the next run", async () => {
  await using temp = await tempFolder();
  using db = await openCatalog(libraryPaths(temp.path));
  using feed = new ChangeFeed();
  const recovery = { backupAtMs: 5, keptAs: "/kept", photos: 3, isWhole: true };
  new NoticeBoard(db, feed, recovery);

  const next = new NoticeBoard(db, feed, undefined);
  const before = next.list();
  next.remove("catalog-restored");

  expect(before).toEqual([{ kind: "catalog-restored", ...recovery }]);
  expect([next.list(), new NoticeBoard(db, feed, undefined).list()]).toEqual([[], []]);
});
