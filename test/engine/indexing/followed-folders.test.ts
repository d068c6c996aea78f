import { cp, mkdir, rename, rm, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Folder } from "../../../electron/contract/folder.ts";
import { systemVolumes, type Volumes } from "../../../electron/engine/watching/volumes/volumes.ts";
import type { Watcher, WatchReports } from "../../../electron/engine/watching/folder-watcher.ts";
import type { FollowedFolders } from "../../../electron/engine/indexing/followed-folders.ts";
import { testFolders, writePhotos } from "../../support/test-folders.ts";
import { until } from "../../support/until.ts";

const NAMES = ["a.jpg", "2023/b.jpg", "2023/05/c.jpg"];

async function openTagged(
  options?: Parameters<Awaited<ReturnType<typeof testFolders>>["open"]>[0],
) {
  const library = await testFolders();
  const root = library.temp.at("photos");
  await writePhotos(root, NAMES);
  const folders = library.open(options);
  const id = await library.addTagged(folders, root);
  return {
    ...library,
    root,
    folders,
    id,
    async [Symbol.asyncDispose]() {
      await folders[Symbol.asyncDispose]();
      await library[Symbol.asyncDispose]();
    },
  };
}

test("a root that goes away keeps everything, and is itself again when it is back", async () => {
  await using library = await openTagged();
  const { root, folders, temp } = library;
  const before = library.tags();

  await mkdir(temp.at("drawer"));
  await rename(root, temp.at("drawer", "photos"));
  await folders.tick();
  const away = [folders.list()[0]!.state, library.tags()];
  await rename(temp.at("drawer", "photos"), root);
  await folders.tick();
  await until("the scan", () => folders.list()[0]!.state === "unwatched");

  expect(before).toEqual(library.ownTags(root, NAMES));
  expect(away).toEqual(["offline", before]);
  expect(library.tags()).toEqual(before);
});

test("a root that was renamed where it was is followed under its new name, tags and all", async () => {
  await using library = await openTagged();
  const { root, folders, temp } = library;

  await rename(root, temp.at("pictures"));
  await folders.tick();
  await folders.scanAll();

  expect(folders.list()).toMatchObject([{ path: temp.at("pictures"), photoCount: 3 }]);
  expect(library.tags()).toEqual(library.ownTags(temp.at("pictures"), NAMES));
});

test("a disk that comes back at another mount point is followed there, tags and all", async () => {
  const disk = { volume: "uuid:1234", path: "photos" };
  let mountPoint = "";
  const volumes: Volumes = {
    ...systemVolumes,
    placeOf: () => Promise.resolve(disk),
    find: (place) => {
      expect(place).toEqual(disk);
      return Promise.resolve([{ path: mountPoint, isSameVolume: true }]);
    },
  };
  await using library = await openTagged({ volumes });
  const { root, folders, temp } = library;

  await mkdir(temp.at("drive-e"));
  mountPoint = temp.at("drive-e", "photos");
  await rename(root, mountPoint);
  await folders.tick();
  await folders.scanAll();

  expect(folders.list()).toMatchObject([{ path: mountPoint, state: "unwatched" }]);
  expect(library.tags()).toEqual(library.ownTags(mountPoint, NAMES));
});

test("what may be a backup of a folder is proposed and taken only when the user says so", async () => {
  let found = "";
  const volumes: Volumes = {
    ...systemVolumes,
    find: () => Promise.resolve([{ path: found, isSameVolume: false }]),
  };
  await using library = await openTagged({ volumes });
  const { id, root, folders, temp } = library;

  await mkdir(temp.at("elsewhere"));
  found = temp.at("elsewhere", "copy");
  await cp(root, found, { recursive: true, preserveTimestamps: true });
  await rm(root, { recursive: true });
  await folders.tick();
  const proposed = folders.list();
  const relocation = await folders.takeFound(id);
  await folders.scanAll();

  expect(proposed).toMatchObject([{ path: root, state: "offline", foundAt: found }]);
  expect(relocation).toMatchObject({ folder: { path: found }, sampled: 3, found: 3 });
  expect(library.tags()).toEqual(library.ownTags(found, NAMES));
});

test("a place that holds other photos is not proposed", async () => {
  let found = "";
  const volumes: Volumes = {
    ...systemVolumes,
    find: () => Promise.resolve([{ path: found, isSameVolume: true }]),
  };
  await using library = await openTagged({ volumes });
  const { root, folders, temp } = library;

  await mkdir(temp.at("elsewhere"));
  found = temp.at("elsewhere", "photos");
  await writePhotos(found, ["x.jpg"]);
  await rm(root, { recursive: true });
  await folders.tick();

  const [folder] = folders.list();
  expect(folder).toMatchObject({ path: root, state: "offline" });
  expect(folder).not.toHaveProperty("foundAt");
});

test("a folder is relocated by the user, and what is new there is found", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp } = library;
  await mkdir(temp.at("to"));
  await cp(root, temp.at("to", "photos"), { recursive: true }); // Without the files' times.
  await rm(root, { recursive: true });
  await writePhotos(temp.at("to", "photos"), ["new.jpg"]);

  const relocation = await folders.relocate(id, temp.at("to", "photos"), { isForced: false });
  await folders.scanAll();

  expect(relocation).toMatchObject({ sampled: 3, found: 3 });
  expect(library.tags()).toEqual({
    ...library.ownTags(temp.at("to", "photos"), NAMES),
    [temp.at("to", "photos", "new.jpg")]: [],
  });
});

test("a relocation to where the photos are not is refused unless it is forced; nothing is lost either way", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp } = library;
  await writePhotos(temp.at("other"), ["x.jpg"]);

  const refused = folders.relocate(id, temp.at("other"), { isForced: false });
  await expect(refused).rejects.toMatchObject({
    code: "folder-mismatch",
    message: `The photos of ${root} are not at ${temp.at("other")}: 0 of 3 that were looked for are there.`,
  });
  const afterRefusal = library.tags();
  await folders.relocate(id, temp.at("other"), { isForced: true });
  await folders.scanAll();
  const forced = library.tags();
  await folders.relocate(id, root, { isForced: true });
  await folders.scanAll();

  expect(afterRefusal).toEqual(library.ownTags(root, NAMES));
  expect(forced).toEqual({ [temp.at("other", "x.jpg")]: [] });
  expect(library.tags()).toEqual(library.ownTags(root, NAMES));
});

test("a relocation to what is not there is refused", async () => {
  await using library = await openTagged();

  const refused = library.folders.relocate(library.id, library.temp.at("nowhere"), {
    isForced: true,
  });

  await expect(refused).rejects.toMatchObject({ code: "folder-unavailable" });
});

test("a removed folder leaves every result and comes back with its tags", async () => {
  await using library = await openTagged();
  const { id, root, folders } = library;

  await folders.remove(id);
  const removed = [folders.list(), library.tags(), folders.listRemoved()];
  await folders.add(root);
  await folders.scanAll();

  expect(removed).toEqual([[], {}, [{ id, path: root, photoCount: 3, keptCount: 3 }]]);
  expect(library.tags()).toEqual(library.ownTags(root, NAMES));
  expect(folders.listRemoved()).toEqual([]);
});

test("a removed folder that was moved meanwhile comes back with its tags", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp } = library;

  await folders.remove(id);
  await mkdir(temp.at("archive"));
  await rename(root, temp.at("archive", "photos"));
  await folders.add(temp.at("archive", "photos"));
  await folders.scanAll();

  expect(folders.list()).toHaveLength(1);
  expect(library.tags()).toEqual(library.ownTags(temp.at("archive", "photos"), NAMES));
});

test("an offline folder that is added at its new place is the same folder", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp } = library;

  await mkdir(temp.at("archive"));
  await rename(root, temp.at("archive", "photos"));
  const added = await folders.add(temp.at("archive", "photos"));
  await folders.scanAll();

  expect(added.id).toBe(id);
  expect(library.tags()).toEqual(library.ownTags(temp.at("archive", "photos"), NAMES));
});

test("a copy of a folder that is there is a folder of its own, without tags", async () => {
  await using library = await openTagged();
  const { root, folders, temp } = library;
  await cp(root, temp.at("copy"), { recursive: true, preserveTimestamps: true });

  await folders.add(temp.at("copy"));
  await folders.scanAll();

  expect(library.tags()).toEqual({
    ...library.ownTags(root, NAMES),
    ...Object.fromEntries(NAMES.map((name) => [temp.at("copy", name), []])),
  });
});

test("a forgotten folder is gone with its tags, and starts anew when it is added", async () => {
  await using library = await openTagged();
  const { id, root, folders, db } = library;

  expect(() => folders.forget(id)).toThrow(/expected a folder that was removed/);
  await folders.remove(id);
  const forgotten = folders.forget(id);
  const left = db.get(
    "SELECT (SELECT count(*) FROM photo) + (SELECT count(*) FROM photo_text) AS n",
  );
  await folders.add(root);
  await folders.scanAll();

  expect(forgotten).toMatchObject({ path: root, photoCount: 3, keptCount: 3 });
  expect(left).toEqual({ n: 0 });
  expect(library.tags()).toEqual(
    Object.fromEntries(Object.keys(library.ownTags(root, NAMES)).map((name) => [name, []])),
  );
});

test("a folder that is relocated to where a removed one was keeps the tags of both", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp, db } = library;
  await writePhotos(temp.at("new"), ["other.jpg"]);
  const other = await library.addTagged(folders, temp.at("new"));
  await folders.remove(other);
  await rm(temp.at("new"), { recursive: true });
  await rename(root, temp.at("new"));

  await folders.relocate(id, temp.at("new"), { isForced: false });
  await folders.scanAll();

  expect(library.tags()).toEqual(library.ownTags(temp.at("new"), NAMES));
  expect(
    db.all(
      "SELECT name FROM photo JOIN photo_tag ON photo_id = id WHERE missing_since_ms NOT NULL",
    ),
  ).toEqual([{ name: "other.jpg" }]);
});

test("nested folders are refused, whichever was there first", async () => {
  await using library = await openTagged();
  const { root, folders, temp } = library;

  await expect(folders.add(temp.at("photos", "2023"))).rejects.toMatchObject({
    code: "folder-overlaps",
    message: `${temp.at("photos", "2023")} is inside ${root}, which is watched already.`,
  });
  await expect(folders.add(temp.path)).rejects.toMatchObject({
    code: "folder-overlaps",
    message: `${temp.path} holds ${root}, which is watched already; remove that one first.`,
  });
});

test("a link to a folder is the folder, and a link into it is inside it", async () => {
  await using library = await openTagged();
  const { id, root, folders, temp } = library;
  await symlink(root, temp.at("link"));
  await symlink(temp.at("photos", "2023"), temp.at("link-inside"));

  expect((await folders.add(temp.at("link"))).id).toBe(id);
  await expect(folders.add(temp.at("link-inside"))).rejects.toMatchObject({
    code: "folder-overlaps",
  });
});

test("a folder that is added through a link is followed where it really is", async () => {
  await using library = await testFolders();
  const { temp } = library;
  await writePhotos(temp.at("disk", "photos"), ["a.jpg"]);
  await symlink(temp.at("disk"), temp.at("link"));
  await using folders = library.open();

  const folder = await folders.add(temp.at("link", "photos"));

  expect(folder.path).toBe(temp.at("disk", "photos"));
});

test("the library's own folder is no folder of photos", async () => {
  await using library = await testFolders();
  await mkdir(library.temp.at("library", "thumbnails"), { recursive: true });
  await using folders = library.open();

  await expect(folders.add(library.temp.at("library", "thumbnails"))).rejects.toMatchObject({
    code: "folder-overlaps",
  });
});

test("photos that are left out leave the results and come back with their tags", async () => {
  await using library = await openTagged();
  const { id, root, folders } = library;

  const folder = await folders.ignore(id, ["05/", "a.*"]);
  await folders.scan(id);
  const leftOut = library.tags();
  await folders.ignore(id, []);
  await folders.scan(id);

  expect(folder.ignored).toEqual(["05/", "a.*"]);
  expect(leftOut).toEqual(library.ownTags(root, ["2023/b.jpg"]));
  expect(library.tags()).toEqual(library.ownTags(root, NAMES));
});

test("what is left out stays so in the next life, for the whole scan and for a single directory", async () => {
  await using library = await openTagged();
  const { id, root, folders } = library;
  await folders.ignore(id, ["2023/05"]);
  await using again = library.open();

  await again.scan(id);
  await again.lookAgain(id, "2023/05");

  expect(again.list()[0]!.ignored).toEqual(["2023/05"]);
  expect(library.tags()).toEqual(library.ownTags(root, ["2023/b.jpg", "a.jpg"]));
});

/** A watcher that the test speaks for. */
function openSpokenFor() {
  const watchers: { reports: WatchReports; isOpen: boolean }[] = [];
  function openWatcher(_folder: string, reports: WatchReports): Watcher {
    const watcher = { reports, isOpen: true };
    watchers.push(watcher);
    return {
      ready: Promise.resolve(),
      lookAgain: () => {},
      [Symbol.asyncDispose]: () => {
        watcher.isOpen = false;
        return Promise.resolve();
      },
    };
  }
  return { watchers, openWatcher };
}

test.for([
  ["ENOSPC", "watch-limit"],
  ["EMFILE", "handle-limit"],
  ["EIO", "watch-failed"],
] as const)(
  "a watcher that fails with %s leaves a folder that is rescanned, which says so: %s",
  async ([code, rescanReason]) => {
    const { watchers, openWatcher } = openSpokenFor();
    await using library = await openTagged({ live: true, openWatcher });
    const { id, root, folders, temp } = library;
    await until("the folder is watched", () => folders.list()[0]!.state === "watching");

    for (let count = 0; count < 3; count++)
      watchers[0]!.reports.failed(Object.assign(new Error(code), { code }));
    const failed = folders.list();
    await writePhotos(temp.at("photos"), ["late.jpg"]);
    await folders.scan(id);

    expect(failed).toMatchObject([{ state: "rescan-only", rescanReason }]);
    expect(watchers[0]!.isOpen).toBe(false);
    expect(library.tags()).toEqual({
      ...library.ownTags(root, NAMES),
      [temp.at("photos", "late.jpg")]: [],
    });
    // A scan tries again: the limit may have been raised.
    expect(watchers).toHaveLength(2);
    expect(folders.list()[0]).not.toHaveProperty("rescanReason");
  },
);

test("a folder that is not watched says why also while it is walked, and when it was", async () => {
  const volumes = { ...systemVolumes, isNetwork: () => Promise.resolve(true) };
  const told: Folder[] = [];
  let listNow = (): Folder[] => [];
  const onStateChanged = () => void told.push(...listNow());
  await using library = await openTagged({ live: true, volumes, onStateChanged });
  listNow = () => library.folders.list();
  const [before] = listNow();

  await library.folders.scan(library.id);

  const [walked, rested] = told;
  expect(walked).toMatchObject({ state: "scanning", rescanReason: "network" });
  expect(rested).toMatchObject({ state: "rescan-only", rescanReason: "network" });
  expect(rested!.checkedAtMs).toBeGreaterThanOrEqual(before!.checkedAtMs!);
});

test("a folder on a network is not watched but rescanned, and says so", async () => {
  const { watchers, openWatcher } = openSpokenFor();
  const volumes = { ...systemVolumes, isNetwork: () => Promise.resolve(true) };
  await using library = await openTagged({ live: true, openWatcher, volumes });

  expect(library.folders.list()).toMatchObject([{ state: "rescan-only", rescanReason: "network" }]);
  expect(watchers).toEqual([]);
});

test("a folder that was not walked for hours is walked by itself", async () => {
  await using library = await openTagged();
  const { root, folders, temp } = library;
  await writePhotos(root, ["unreported.jpg"]);
  const hoursLater = Date.now() + 2 * 60 * 60 * 1000;

  await folders.tick();
  const soon = Object.keys(library.tags());
  await folders.tick(hoursLater);
  await until("the walk", () => Object.keys(library.tags()).length === 4);

  expect(soon).toHaveLength(3);
  expect(Object.keys(library.tags())).toContain(temp.at("photos", "unreported.jpg"));
});

test("a folder that is followed anew while its first scan begins leaves no watcher behind", async () => {
  const asked = Promise.withResolvers<undefined>();
  const answer = Promise.withResolvers<boolean>();
  let open = 0;
  const volumes: Volumes = {
    ...systemVolumes,
    isNetwork: () => {
      asked.resolve(undefined);
      return answer.promise;
    },
  };
  const openWatcher = (): Watcher => {
    open++;
    return {
      ready: new Promise(() => {}),
      lookAgain: () => {},
      [Symbol.asyncDispose]: () => {
        open--;
        return Promise.resolve();
      },
    };
  };
  const library = await testFolders();
  const root = library.temp.at("photos");
  await writePhotos(root, NAMES);
  const folders = library.open({ live: true, volumes, openWatcher });
  const { id } = await folders.add(root);
  const scan = folders.scan(id);
  await asked.promise;

  const pausing = folders.pause(id, true);
  answer.resolve(false);
  await Promise.all([pausing, scan]);
  await folders[Symbol.asyncDispose]();
  await library[Symbol.asyncDispose]();

  expect(open).toBe(0);
});

test.for(["scan", "look at a directory"] as const)(
  "a %s that fails is over, and made up for within minutes",
  async (what) => {
    await using library = await testFolders();
    const { temp, db } = library;
    await mkdir(temp.at("photos"));
    const told: (string | undefined)[] = [];
    const onStateChanged = () => told.push(folders.list()[0]?.state);
    // Nobody watches it, so that nothing is found by itself.
    const volumes = { ...systemVolumes, isNetwork: () => Promise.resolve(true) };
    await using folders: FollowedFolders = library.open({ live: true, onStateChanged, volumes });
    const { id } = await folders.add(temp.at("photos"));
    await folders.scan(id);
    await writePhotos(temp.at("photos"), ["a.jpg"]);
    db.run(
      "CREATE TEMP TRIGGER refused BEFORE INSERT ON photo BEGIN SELECT RAISE(ABORT, 'no space'); END",
    );

    const looking = what === "scan" ? folders.scan(id) : folders.lookAgain(id, "");
    await expect(looking).rejects.toThrow("no space");
    const failed = { told: told.at(-1), scanning: folders.scanning };
    db.run("DROP TRIGGER temp.refused");
    await folders.tick(Date.now() + 120_000);

    expect(failed).toEqual({ told: "rescan-only", scanning: 0 });
    await until("the photo is there", () => temp.at("photos", "a.jpg") in library.tags());
  },
);
