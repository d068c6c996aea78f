import { expect, test } from "vitest";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { PhotoRow } from "../../../electron/engine/catalog/photos.ts";
import { Indexer } from "../../../electron/engine/indexing/indexer.ts";
import { Pace } from "../../../electron/engine/indexing/pace.ts";
import type { Stages } from "../../../electron/engine/indexing/index-photo.ts";

const drawn = { widthPx: 1, heightPx: 1, format: "JPEG", colour: "#000000", pixelHash: "p" };

/** A queue of `count` photos whose fingerprinting ends when the test says so; nothing after it takes time. */
function queueOf(
  count: number,
  fingerprint?: (id: PhotoId) => Promise<string>,
  pace: Pace = new Pace(),
  onBlocked: (reason: unknown) => void = () => {},
) {
  const waiting = new Set(Array.from({ length: count }, (_, index) => (index + 1) as PhotoId));
  const unseen = new Set(waiting);
  const started: PhotoId[] = [];
  const release: ((reason?: Error) => void)[] = [];
  const log: string[] = [];
  const stages = {
    find: (id: PhotoId) => ({ id }) as PhotoRow,
    fingerprint: ({ id }: PhotoRow) => {
      started.push(id);
      if (fingerprint) return fingerprint(id);
      return new Promise<string>((resolve, reject) =>
        release.push((reason) => {
          if (reason) reject(reason);
          else resolve(String(id));
        }),
      );
    },
    relink: () => false,
    findTwin: (photo: PhotoRow) => (pace.isPaused ? undefined : photo),
    weighEdit: async () => false,
    readFacts: () => Promise.resolve({ facts: {}, sidecars: [] }),
    saveFacts: () => undefined,
    copyTwin: ({ id }: PhotoRow) => waiting.delete(id),
    draw: () => Promise.resolve(drawn),
    markShown: ({ id }: PhotoRow) => unseen.delete(id),
  } as Partial<Stages> as Stages;
  const indexer = new Indexer({
    stages,
    listWaiting: (limit) => [...waiting].slice(0, limit),
    isWaiting: (id) => waiting.has(id),
    isUnseen: (id) => unseen.has(id),
    committing: () => 0,
    onOutcome: (photo, outcome) => {
      if (outcome.kind !== "shown") waiting.delete(photo.id);
      log.push(`${photo.id} ${outcome.kind}`);
    },
    onBusy: () => log.push("busy"),
    onIdle: () => log.push("idle"),
    pace,
    onBlocked,
  });
  return { indexer, started, release, log };
}

test("every waiting photo is indexed once, and then there is silence", async () => {
  const { indexer, started, log } = queueOf(100, async (id) => String(id));

  indexer.wake();
  await indexer.idle();

  expect(started).toHaveLength(100);
  expect(new Set(started).size).toBe(100);
  expect(log[0]).toBe("busy");
  expect(log.at(-1)).toBe("idle");
});

test("only so many photos are under way at once, however many wait", async () => {
  const { indexer, started, release } = queueOf(1000);
  await using _ = indexer;

  indexer.wake();
  await Promise.resolve();

  expect(started.length).toBe(24);
  while (release.length > 0) {
    for (const go of release.splice(0)) go();
    await new Promise(setImmediate);
  }
});

test("what is on the screen goes first", async () => {
  const { indexer, started } = queueOf(100, async (id) => String(id));

  indexer.hurry([90 as PhotoId, 80 as PhotoId]);
  await indexer.idle();

  expect(started.slice(0, 2)).toEqual([90, 80]);
});

test("what comes on the screen now goes before what was on it a moment ago", async () => {
  const { indexer, started, release } = queueOf(100);
  indexer.hurry(Array.from({ length: 30 }, (_, at) => (at + 1) as PhotoId));
  await new Promise(setImmediate);

  indexer.hurry([90 as PhotoId, 30 as PhotoId]);
  release.shift()!();
  await new Promise(setImmediate);
  release.shift()!();
  await new Promise(setImmediate);

  expect(started.slice(24)).toEqual([90, 30]);
  for (let go = release.shift(); go; go = release.shift()) {
    go();
    await new Promise(setImmediate);
  }
});

test("a fault of the machine stops indexing and is told to whoever waits; waking tries again", async () => {
  let isBroken = true;
  const { indexer, log } = queueOf(3, async (id) => {
    if (isBroken) throw new LibraryError("disk-full", "no space");
    return String(id);
  });

  indexer.wake();
  await expect(indexer.idle()).rejects.toMatchObject({ code: "disk-full" });
  isBroken = false;
  indexer.wake();
  await indexer.idle();

  expect(log.filter((line) => line.endsWith("indexed"))).toHaveLength(3);
});

/** A pace whose timers end when the test says so. */
function heldPace() {
  const timers: (() => void)[] = [];
  const clock = { nowMs: 0 };
  const pace = new Pace({
    now: () => clock.nowMs,
    setTimer: (act) => {
      timers.push(act);
      return { [Symbol.dispose]: () => {} };
    },
  });
  function pass(ms: number): void {
    clock.nowMs += ms;
    for (const act of timers.splice(0)) act();
  }
  return { pace, pass };
}

test("while the user is busy only what is on the screen is begun, and the rest goes on by itself", async () => {
  const { pace, pass } = heldPace();
  const { indexer, started } = queueOf(100, async (id) => String(id), pace);
  pace.stepBack();

  indexer.wake();
  indexer.hurry([90 as PhotoId]);
  await new Promise(setImmediate);
  const begun = [...started];
  pass(5000);
  await indexer.idle();

  expect(begun).toEqual([90]);
  expect(started).toHaveLength(100);
});

test("photos that wait for the user to be done are not nothing to do", async () => {
  const { pace, pass } = heldPace();
  const { indexer, log } = queueOf(3, async (id) => String(id), pace);
  pace.stepBack();

  indexer.wake();
  const idle = indexer.idle().then(() => log.push("idle() resolved"));
  await new Promise(setImmediate);
  const before = [...log];
  pass(5000);
  await idle;

  expect(before).toEqual(["busy"]);
  expect(log.slice(-2)).toEqual(["idle", "idle() resolved"]);
});

test("on battery one photo at a time is on its way, besides those on the screen", async () => {
  const { pace } = heldPace();
  const { indexer, started, release } = queueOf(100, undefined, pace);
  pace.setPower({ onBattery: true });

  indexer.wake();
  indexer.hurry([90 as PhotoId, 80 as PhotoId]);
  await new Promise(setImmediate);
  const onBattery = [...started];
  pace.setPower({ onBattery: false });
  await new Promise(setImmediate);

  expect(onBattery).toEqual([1, 90, 80]);
  expect(started).toHaveLength(24);
  await using _ = indexer;
  while (release.length > 0) {
    for (const go of release.splice(0)) go();
    await new Promise(setImmediate);
  }
});

test("a photo that was hurried is not begun a second time when its turn comes", async () => {
  const { indexer, started, release } = queueOf(40);
  indexer.wake();
  await new Promise(setImmediate);

  indexer.hurry([30 as PhotoId]);
  while (release.length > 0) {
    release.shift()!();
    await new Promise(setImmediate);
  }
  await indexer.idle();

  expect(started).toHaveLength(40);
});

test("paused, what is on the screen is shown once and waits to be indexed; nothing else is begun", async () => {
  const pace = new Pace();
  pace.choose({ isPaused: true, share: "full" });
  const { indexer, started, log } = queueOf(3, async (id) => String(id), pace);

  indexer.hurry([2 as PhotoId]);
  await new Promise(setImmediate);
  indexer.hurry([2 as PhotoId]);
  await new Promise(setImmediate);
  const paused = { begun: [...started], log: [...log] };
  pace.choose({ isPaused: false, share: "full" });
  await indexer.idle();

  expect(paused).toEqual({ begun: [2], log: ["busy", "2 shown"] });
  expect(log.filter((line) => line.endsWith("indexed")).sort()).toEqual([
    "1 indexed",
    "2 indexed",
    "3 indexed",
  ]);
});

test("what keeps indexing from going on is told once, and photos that end well meanwhile do not lift it", async () => {
  const reasons: unknown[] = [];
  const { indexer, release } = queueOf(2, undefined, new Pace(), (reason) => reasons.push(reason));
  indexer.wake();
  await new Promise(setImmediate);

  release[1]!(new LibraryError("disk-full", "no space"));
  await new Promise(setImmediate);
  const isBlocked = indexer.isBlocked;
  release[0]!();
  await new Promise(setImmediate);

  expect([isBlocked, indexer.isBlocked, reasons.length]).toEqual([true, true, 1]);
});
