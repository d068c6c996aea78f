/**
 * @file The automatic mirror over a real catalog and real files that are no pictures; a real engine around it is in
 * handlers/automatic-mirror.test.ts.
 */
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { FolderId } from "../../electron/contract/folder.ts";
import type { PhotoId } from "../../electron/contract/photo.ts";
import { redo, undo } from "../../electron/engine/catalog/journal/undo.ts";
import { listEntries } from "../../electron/engine/catalog/journal/journal.ts";
import { queueNow, setMirrors } from "../../electron/engine/catalog/mirror-queue.ts";
import {
  listFolderMirrors,
  readPhotoMirror,
} from "../../electron/engine/catalog/mirror-standing.ts";
import { MirrorUpkeep, type MirrorUpkeepOptions } from "../../electron/engine/mirror-upkeep.ts";
import { resolveConflicts } from "../../electron/engine/tags/mirror/resolve-conflicts.ts";
import { canMount, fillDisk, mountSmallDisk, remount } from "../faults/small-disk.ts";
import { mirroredPhotos, stampOf } from "../support/mirrored-photos.ts";
import { until } from "../support/until.ts";

/** Photos of a folder that mirrors; `run` writes what waits, without waiting for its time. */
async function withUpkeep(given: Partial<MirrorUpkeepOptions> = {}) {
  const library = await mirroredPhotos();
  const { db, folderId, reconciler } = library;
  setMirrors(db, folderId, true);
  const offline: FolderId[] = [];
  const upkeep = new MirrorUpkeep({
    reconciler,
    live: false,
    filesPerSecond: () => Infinity,
    offline: () => offline,
    onSettled: () => {},
    ...given,
  });
  const waiting = () =>
    db.all<{ id: PhotoId }>("SELECT photo_id AS id FROM mirror_queue").map(({ id }) => id);
  return {
    ...library,
    upkeep,
    offline,
    waiting,
    run: async () => {
      db.run("UPDATE mirror_queue SET not_before_ms = 0");
      await upkeep.settled();
    },
    state: (photo: { readonly id: PhotoId }) => readPhotoMirror(db, photo.id),
    sentences: () => listEntries(db, { limit: 100 }).map(({ sentence }) => sentence),
    [Symbol.asyncDispose]: async () => {
      await upkeep[Symbol.asyncDispose]();
      await library[Symbol.asyncDispose]();
    },
  };
}

test("what the user enters is written by itself once two seconds were quiet, and nothing is left to be done", async () => {
  await using library = await withUpkeep({ live: true });
  const photo = await library.add("a.jpg");
  photo.tag("Lisbon");
  library.upkeep.wake();
  const states = [library.state(photo).state];

  await until("the sidecar", async () => (await readdir(library.temp.path)).includes("a.jpg.xmp"));
  await until("the end", () => library.state(photo).state === "in-sync");
  const startedMs = library.db.get<{ ms: number }>("SELECT added_at_ms AS ms FROM photo_tag")!.ms;
  const { modifiedAtUs } = await stampOf(photo.sidecar());

  expect(states).toEqual(["waiting"]);
  expect(modifiedAtUs / 1000 - startedMs).toBeGreaterThanOrEqual(1900);
  expect(library.waiting()).toEqual([]);
  expect(library.state(photo)).toEqual({
    state: "in-sync",
    reason: null,
    conflicts: [],
    sidecar: photo.sidecar(),
  });
  expect(await photo.xmp()).toContain("Lisbon");
});

test("of 200 photos each sidecar is written once, and scans that find them bring no second round", async () => {
  await using library = await withUpkeep();
  const photos = await Promise.all(
    Array.from({ length: 200 }, (_, index) => library.add(`${index}.jpg`)),
  );
  photos.forEach((photo) => photo.tag("Lisbon"));
  await library.run();
  const stamps = await Promise.all(photos.map((photo) => stampOf(photo.sidecar())));
  const first = [library.waiting().length, (await readdir(library.temp.path)).length];

  for (const photo of photos) await photo.scan();
  await library.run();
  for (const photo of photos) await photo.read();
  await library.run();

  expect(first).toEqual([0, 400]);
  expect(await Promise.all(photos.map((photo) => stampOf(photo.sidecar())))).toEqual(stamps);
  expect(library.waiting()).toEqual([]);
  expect(library.db.all("SELECT DISTINCT origin FROM photo_tag")).toEqual([{ origin: "user" }]);
});

test("a photo that changes while it is written is written again", async () => {
  await using library = await withUpkeep();
  const [a, b] = [await library.add("a.jpg"), await library.add("b.jpg")];
  a.tag("Lisbon");
  b.tag("Lisbon");

  await library.upkeep.mirror([a.id, b.id], {
    isDryRun: false,
    isEnough: (written) => {
      // The first file is there, and the catalog does not know yet.
      if (written === 1) a.tag("Tagus");
      return false;
    },
  });
  const between = library.waiting();
  await library.run();

  expect(between).toEqual([a.id]);
  expect(await a.xmp()).toContain("Tagus");
  expect(library.waiting()).toEqual([]);
});

test("no more files are written than may be, and the rest afterwards", async () => {
  await using library = await withUpkeep({ filesPerSecond: () => 20 });
  const photos = await Promise.all(["a", "b", "c", "d", "e"].map((name) => library.add(name)));
  photos.forEach((photo) => photo.tag("Lisbon"));
  const startedMs = performance.now();

  await library.run();

  expect(performance.now() - startedMs).toBeGreaterThan(200); // Five files at twenty a second.
  expect(library.waiting()).toEqual([]);
});

test("what another program wrote is merged by itself, many photos as one entry, and can be undone there as well", async () => {
  await using library = await withUpkeep();
  const photos = [await library.add("a.jpg"), await library.add("b.jpg")];
  for (const photo of photos) {
    photo.tag("ferry");
    photo.enter("rating", 4);
  }
  await library.run();
  for (const photo of photos) {
    await photo.write((await photo.xmp()).replaceAll("ferry<", "boat<").replace('"4"', '"2"'));
    await photo.scan();
  }
  await library.upkeep.settled();
  const [sentence] = library.sentences();
  const merged = photos.map((photo) => [photo.tags(), photo.rating()]);

  undo(library.db);
  await library.run();

  expect(sentence).toBe("Took over what other programs wrote beside 2 photos");
  expect(merged).toEqual([
    [["boat"], 2],
    [["boat"], 2],
  ]);
  for (const photo of photos) {
    expect([photo.tags(), photo.rating()]).toEqual([["ferry"], 4]);
    expect(await photo.xmp()).toMatch(/xmp:Rating="4"[^]*ferry/);
    expect(await photo.xmp()).not.toContain("boat");
  }
});

test("a tool that writes the same bytes with new times, or times of next year, starts nothing", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  await library.run();
  const bytes = await readFile(photo.sidecar());
  const entries = library.sentences();

  const nowS = Math.floor(Date.now() / 1000);
  for (const time of [1_000_000_000, nowS + 365 * 86_400, nowS - 60]) {
    await writeFile(photo.sidecar(), bytes);
    await utimes(photo.sidecar(), time, time);
    await photo.scan();
    const asked = library.waiting();
    await library.upkeep.settled();
    await photo.read();
    expect([asked, library.waiting()]).toEqual([[photo.id], []]);
    expect((await stampOf(photo.sidecar())).modifiedAtUs).toBe(time * 1e6);
  }

  expect(await readFile(photo.sidecar())).toEqual(bytes);
  expect(library.sentences()).toEqual(entries);
  expect(photo.tags()).toEqual(["ferry"]);
});

test("a sidecar that is deleted takes nothing away, and the next edit writes all of it again", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  photo.enter("title", "Tagus");
  await library.run();
  await photo.write(
    (await photo.xmp()).replaceAll("ferry</rdf:li>", "ferry</rdf:li><rdf:li>tram</rdf:li>"),
  );
  await photo.scan();
  await library.upkeep.settled();
  await photo.read();

  await rm(photo.sidecar());
  await photo.scan();
  await photo.read([]);
  await library.run();
  const gone = [photo.tags(), photo.entered(), await readdir(library.temp.path)];
  photo.enter("rating", 3);
  await library.run();

  expect(gone).toEqual([["ferry", "tram"], { title: "Tagus" }, ["a.jpg"]]);
  expect(await photo.xmp()).toMatch(/ferry[^]*tram/);
  expect(await photo.xmp()).toContain("Tagus");
});

test("a tag that is taken from many photos goes from their sidecars, and comes back with undo", async () => {
  await using library = await withUpkeep();
  const photos = await Promise.all(["a.jpg", "b.jpg", "c.jpg"].map((name) => library.add(name)));
  photos.forEach((photo) => {
    photo.tag("ferry");
    photo.tag("Lisbon");
  });
  await library.run();
  photos.forEach((photo) => photo.untag("ferry"));
  await library.run();
  const removed = await Promise.all(photos.map((photo) => photo.xmp()));

  photos.forEach(() => undo(library.db));
  await library.run();

  for (const xmp of removed) {
    expect(xmp).not.toContain("ferry");
    expect(xmp).toContain("Lisbon");
  }
  for (const photo of photos) expect(await photo.xmp()).toContain("ferry");
});

test("a conflict is shown until it is decided: for the library, which is written", async () => {
  await using library = await withUpkeep();
  const photo = await inConflict(library);
  const before = library.state(photo);
  const status = listFolderMirrors(library.db);

  resolveConflicts(
    library.db,
    { photos: [photo.id], field: "rating", take: "library" },
    library.text,
  );
  await library.upkeep.settled();

  expect(before).toMatchObject({
    state: "conflict",
    conflicts: [{ field: "rating", inLibrary: 4, inSidecar: 2 }],
  });
  expect(status).toMatchObject([{ conflicts: 1, waiting: 0 }]);
  expect(library.state(photo)).toMatchObject({ state: "in-sync", conflicts: [] });
  expect([photo.rating(), await photo.xmp()]).toEqual([
    4,
    expect.stringContaining('xmp:Rating="4"'),
  ]);
});

test("… and for the sidecar, which is taken over as one change", async () => {
  await using library = await withUpkeep();
  const photo = await inConflict(library);
  const decision = { photos: [photo.id], field: "rating", take: "sidecar" } as const;

  const resolved = resolveConflicts(library.db, decision, library.text);
  await library.upkeep.settled();
  const again = resolveConflicts(library.db, decision, library.text);
  const state = library.state(photo);
  const [sentence] = library.sentences();
  undo(library.db);
  await library.run();

  expect(resolved).toEqual({ resolved: [photo.id], changed: [photo.id] });
  expect(again).toEqual({ resolved: [], changed: [] });
  expect([state.state, sentence]).toEqual(["in-sync", "Took the rating of 1 photo from XMP files"]);
  expect([photo.rating(), await photo.xmp()]).toEqual([
    4,
    expect.stringContaining('xmp:Rating="4"'),
  ]);
});

/** A photo that has 4 stars here and 2 in its file, and had 3 in both. */
async function inConflict(library: Awaited<ReturnType<typeof withUpkeep>>) {
  const photo = await library.add("a.jpg");
  photo.enter("rating", 3);
  await library.run();
  await photo.write((await photo.xmp()).replace('xmp:Rating="3"', 'xmp:Rating="2"'));
  photo.enter("rating", 4);
  await library.run();
  return photo;
}

test("a damaged sidecar is named, and not tried again until something about the photo changes", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  await photo.write("damaged");
  photo.tag("ferry");
  await library.run();
  const failed = [library.state(photo), library.waiting()];
  await rm(photo.sidecar());
  photo.tag("boat");
  const edited = library.state(photo).state;
  await library.run();

  expect(failed).toMatchObject([{ state: "failed", reason: { code: "sidecar-invalid" } }, []]);
  expect(edited).toBe("waiting");
  expect(library.state(photo)).toMatchObject({ state: "in-sync", reason: null });
});

test("a photo whose file is away waits, and one of an offline folder is not even looked for", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  const away = library.temp.at("away");
  await mkdir(away);
  await rename(photo.path, `${away}/a.jpg`);
  await library.run();
  const missing = [library.state(photo), library.waiting()];
  library.offline.push(library.folderId);
  await rename(`${away}/a.jpg`, photo.path);
  await library.run();
  const offline = await readdir(library.temp.path);
  library.offline.pop();
  await library.run();

  expect(missing).toMatchObject([{ state: "waiting", reason: null }, [photo.id]]);
  expect(offline).not.toContain("a.jpg.xmp");
  expect(library.state(photo).state).toBe("in-sync");
});

test("a folder that was being turned on or off when the engine ended is gone on with by the next", async () => {
  await using library = await withUpkeep({ live: true });
  const { db, folderId, upkeep } = library;
  const photo = await library.add("a.jpg");
  await upkeep.turn(() => setMirrors(db, folderId, false));
  photo.tag("ferry");
  const off = library.waiting();

  setMirrors(db, folderId, true);
  upkeep.wake();
  await until("the sidecar", async () => (await readdir(library.temp.path)).includes("a.jpg.xmp"));
  await until("the end", () => library.state(photo).state === "in-sync");
  photo.tag("boat");
  setMirrors(db, folderId, false);
  upkeep.wake();
  await until("nothing waits", () => library.waiting().length === 0);
  await upkeep.settled();

  expect(off).toEqual([]);
  expect(await photo.xmp()).toContain("ferry");
  expect(await photo.xmp()).not.toContain("boat");
});

test("turned off, files stay and nothing more is written; asked for, it is written once", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  await library.run();
  photo.tag("boat");
  setMirrors(library.db, library.folderId, false);
  await library.run();
  const off = [library.state(photo).state, (await photo.xmp()).includes("boat")];
  queueNow(library.db, [photo.id]);
  const asked = library.state(photo).state;
  await library.upkeep.settled();

  expect([off, asked]).toEqual([["off", false], "waiting"]);
  expect(await photo.xmp()).toContain("boat");
  expect(library.state(photo).state).toBe("off");
});

test.skipIf(!canMount)(
  "on a disk that may not be written to each photo says so, until somebody tries again (where a disk can be mounted)",
  async () => {
    await using library = await withUpkeep();
    using disk = mountSmallDisk(library.temp.at("disk"), 1);
    expect(disk).toBeDefined();
    const photo = await library.add("disk/a.jpg");
    photo.tag("ferry");
    photo.enter("rating", 4);
    const entries = library.sentences();
    remount(library.temp.at("disk"), "ro");
    await library.run();
    const readOnly = [library.state(photo), library.waiting(), listFolderMirrors(library.db)];
    remount(library.temp.at("disk"), "rw");
    await library.run();
    const untried = library.state(photo).state;
    queueNow(library.db, [photo.id]);
    await library.upkeep.settled();

    expect(readOnly).toMatchObject([
      { state: "read-only", reason: { code: "file-read-only" } },
      [],
      [{ readOnly: 1, waiting: 0 }],
    ]);
    expect([library.sentences(), photo.tags(), photo.rating()]).toEqual([entries, ["ferry"], 4]);
    expect(untried).toBe("read-only");
    expect(library.state(photo)).toMatchObject({ state: "in-sync", reason: null });
  },
);

test.skipIf(!canMount)(
  "on a full disk it is tried again, less and less often, and written once there is room (where a disk can be mounted)",
  async () => {
    await using library = await withUpkeep();
    using disk = mountSmallDisk(library.temp.at("disk"), 1);
    expect(disk).toBeDefined();
    const photo = await library.add("disk/a.jpg");
    photo.tag("ferry");
    const retry = () =>
      library.db.get<{ attempts: number; ms: number }>(
        "SELECT attempts, not_before_ms AS ms FROM mirror_queue",
      )!;
    {
      using _filler = fillDisk(library.temp.at("disk", "filler"), 0);
      await library.run();
      const first = retry();
      await library.run();
      const second = retry();
      expect(library.state(photo)).toMatchObject({
        state: "failed",
        reason: { code: "disk-full" },
      });
      expect([first.attempts, second.attempts]).toEqual([1, 2]);
      expect(second.ms - first.ms).toBeGreaterThan(20_000);
    }
    await library.run();

    expect(library.state(photo)).toMatchObject({ state: "in-sync", reason: null });
    expect(await readdir(library.temp.at("disk"))).toEqual(["a.jpg", "a.jpg.xmp"]);
  },
);

test("after redo of what was merged both sides are the same again", async () => {
  await using library = await withUpkeep();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  await library.run();
  undo(library.db);
  await library.run();
  const undone = (await photo.xmp()).includes("ferry");
  redo(library.db);
  await library.run();

  expect([undone, (await photo.xmp()).includes("ferry")]).toEqual([false, true]);
  expect(library.waiting()).toEqual([]);
});
