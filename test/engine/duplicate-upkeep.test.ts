import { expect, test } from "vitest";
import { LibraryError } from "../../electron/contract/errors.ts";
import type { PhotoId } from "../../electron/contract/photo.ts";
import type { Database } from "../../electron/engine/catalog/database.ts";
import { insertPhoto } from "../../electron/engine/catalog/photos.ts";
import { getSetting } from "../../electron/engine/catalog/settings.ts";
import { DuplicateUpkeep } from "../../electron/engine/duplicate-upkeep.ts";
import { savePicture } from "../../electron/engine/duplicates/pictures.ts";
import { countGroups } from "../../electron/engine/duplicates/list-groups.ts";
import { beginAnew, countStale } from "../../electron/engine/duplicates/stale-photos.ts";
import { ChangeFeed } from "../../electron/engine/indexing/change-feed.ts";
import { openTestCatalog } from "../support/test-catalog.ts";
import { until } from "../support/until.ts";

const look = new Uint8Array(80).fill(90);

/** Photos that were read, each of its own bytes. */
function openWith(count: number): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const ids = Array.from({ length: count }, (_, at) => {
    const stamp = { sizeBytes: 9, modifiedAtUs: 1, fileKey: `1:${at}` };
    const id = insertPhoto(db, { folderId, directory: "", name: `${at}.jpg` }, stamp);
    db.run("UPDATE photo SET fingerprint = ?, width_px = 40, height_px = 30 WHERE id = ?", [
      `f${at}`,
      id,
    ]);
    return id;
  });
  return { db, ids };
}

function groups(db: Database): number[] {
  return countGroups(db).map((one) => one.groups);
}

test("what happens to photos is followed, each picture is looked at once, and who listens is told", async () => {
  const { db, ids } = openWith(2);
  using feed = new ChangeFeed();
  const heard: string[] = [];
  feed.subscribe(({ name }) => heard.push(name));
  const looked: string[] = [];
  await using upkeep = new DuplicateUpkeep({
    db,
    feed,
    live: true,
    photoWorker: () => ({
      pictureLook: (path) => {
        looked.push(path);
        return Promise.resolve(look);
      },
    }),
    thumbnailPath: (fingerprint) => `/thumbnails/${fingerprint}`,
    atOnce: () => 1,
  });

  feed.report({ kind: "shown", id: ids[0]!, path: "/photos/0.jpg" });
  await until("a group", () => groups(db)[1] === 1);
  await until("the event", () => heard.includes("duplicate.changed"));
  await upkeep.settled({ isAnew: true });

  expect(looked.toSorted()).toEqual(["/thumbnails/f0", "/thumbnails/f1"]);
  expect([groups(db), countStale(db)]).toEqual([[0, 1, 0], 0]);
});

test("what a question settles by itself is told to everybody, because nothing is left to be compared behind it", async () => {
  const { db } = openWith(2);
  for (const fingerprint of ["f0", "f1"]) savePicture(db, fingerprint, look);
  using feed = new ChangeFeed();
  const heard: string[] = [];
  feed.subscribe(({ name }) => heard.push(name));
  await using upkeep = new DuplicateUpkeep({
    db,
    feed,
    live: false,
    photoWorker: () => ({ pictureLook: () => expect.unreachable() }),
    thumbnailPath: (fingerprint) => fingerprint,
    atOnce: () => 1,
  });

  upkeep.settleSome();
  await until("the event", () => heard.includes("duplicate.changed"));
  const told = heard.length;
  upkeep.settleSome();
  await upkeep.settled({ isAnew: false });

  expect([groups(db), countStale(db)]).toEqual([[0, 1, 0], 0]);
  expect(heard).toHaveLength(told);
});

test("a comparison that failed, as on a full disk, is tried again by itself", async () => {
  const { db } = openWith(2);
  for (const fingerprint of ["f0", "f1"]) savePicture(db, fingerprint, look);
  using feed = new ChangeFeed();
  await using upkeep = new DuplicateUpkeep({
    db,
    feed,
    live: true,
    photoWorker: () => ({ pictureLook: () => expect.unreachable() }),
    thumbnailPath: (fingerprint) => fingerprint,
    atOnce: () => 1,
    tryAgainMs: 1,
  });
  db.run(
    "CREATE TEMP TRIGGER refused BEFORE INSERT ON duplicate_group BEGIN SELECT RAISE(ABORT, 'no space'); END",
  );

  await expect(upkeep.settled({ isAnew: false })).rejects.toThrow("no space");
  db.run("DROP TRIGGER temp.refused");

  await until("a group", () => groups(db)[1] === 1);
  expect(countStale(db)).toBe(0);
});

test("a thumbnail that cannot be read keeps nobody, and is looked at when its photo is compared again", async () => {
  const { db } = openWith(2);
  using feed = new ChangeFeed();
  let isThere = false;
  await using upkeep = new DuplicateUpkeep({
    db,
    feed,
    live: false,
    photoWorker: () => ({
      pictureLook: (path) =>
        isThere || path.endsWith("f0")
          ? Promise.resolve(look)
          : Promise.reject(new LibraryError("file-missing", `expected a file at ${path}`)),
    }),
    thumbnailPath: (fingerprint) => `/thumbnails/${fingerprint}`,
    atOnce: () => 0,
  });

  await upkeep.settled({ isAnew: false });
  const without = [groups(db), countStale(db)];
  isThere = true;
  await upkeep.settled({ isAnew: true });

  expect(without).toEqual([[0, 0, 0], 0]);
  expect(groups(db)).toEqual([0, 1, 0]);
});

test("what an engine that has ended left is gone on with by the next one", async () => {
  const { db } = openWith(200);
  db.run("UPDATE photo SET fingerprint = 'f' || (id / 2), kind = 'video'");
  beginAnew(db);
  using feed = new ChangeFeed();
  const options = {
    db,
    feed,
    live: false,
    photoWorker: () => ({ pictureLook: () => Promise.resolve(undefined) }),
    thumbnailPath: (fingerprint: string) => fingerprint,
    atOnce: () => 1,
  };

  {
    await using first = new DuplicateUpkeep(options);
    first.wake();
  }
  const left = countStale(db);
  await using next = new DuplicateUpkeep(options);
  await next.settled({ isAnew: false });

  expect(left).toBeGreaterThan(0);
  expect([groups(db)[0], countStale(db)]).toEqual([99, 0]);
});

test("when all photos were compared, looks of contents that no photo has go, in a run that follows what happens", async () => {
  const { db } = openWith(2);
  savePicture(db, "gone", look);
  using feed = new ChangeFeed();
  await using upkeep = new DuplicateUpkeep({
    db,
    feed,
    live: true,
    photoWorker: () => ({ pictureLook: () => Promise.resolve(look) }),
    thumbnailPath: (fingerprint) => `/thumbnails/${fingerprint}`,
    atOnce: () => 1,
  });

  upkeep.wake();
  await until("the sweep", () => getSetting(db, "swept-picture") === "0");

  const rows = db.all<{ fingerprint: string }>("SELECT fingerprint FROM picture ORDER BY id");
  expect(rows.map(({ fingerprint }) => fingerprint)).toEqual(["f0", "f1"]);
});
