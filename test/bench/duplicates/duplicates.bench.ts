/**
 * @file Duplicates among 1,000,000 photos, or as many as the first argument says, of which 20,000 pairs are files of the same bytes, 3,000 files
 * are of one content, 5,000 pairs look the same and 5,000 bursts were taken: what each question costs against what somebody may be kept waiting
 * for, and each step of the upkeep against how long the engine may be deaf. Then the same in an engine of its own, with its memory and the longest time
 * it did not answer. The library is kept. Linux only.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import type { CopyKind, DuplicateKind, KeptCopy } from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { carryOver } from "../../../electron/engine/duplicates/carry-over.ts";
import { decide } from "../../../electron/engine/duplicates/decisions.ts";
import {
  countGroups,
  listGroups,
  listSuggestions,
} from "../../../electron/engine/duplicates/list-groups.ts";
import { regroup, settleGroups } from "../../../electron/engine/duplicates/regroup.ts";
import {
  beginAnew,
  countStale,
  listReady,
  listStale,
  listUnseen,
  spreadFolder,
} from "../../../electron/engine/duplicates/stale-photos.ts";
import { readTree } from "../library/process-tree.ts";
import { spawnEngine, type SpawnedEngine } from "../../support/spawned-engine.ts";
import { idsBetween, makeDuplicateLibrary, type Plan } from "./duplicate-library.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 20;
/** What somebody waits for, and what nobody else may be kept from. */
const [ANSWER_MS, BLOCK_MS] = [100, 50];
/** As duplicate-upkeep.ts takes them. */
const STEP = 8;
const text = { modelKey: "bench", labelThreshold: 0.4 };

const { folder, plan } = await makeDuplicateLibrary(COUNT);
{
  using db = await openCatalog(libraryPaths(folder));
  print(
    `${COUNT} photos; groups: ${countGroups(db)
      .map(({ kind, groups }) => `${groups} ${kind}`)
      .join(", ")}`,
  );
  measureQuestions(db);
  measureUpkeep(db, plan);
}
await measureEngine();

function measureQuestions(db: Database): void {
  often("counts", ANSWER_MS, () => [countGroups(db), countStale(db)]);
  for (const kind of ["exact", "same-picture", "bursts"] as const) {
    often(`first page, ${kind}`, ANSWER_MS, () => listGroups(db, { kind, limit: 20 }));
    const middle = cursorAt(db, kind, 0.5);
    often(`page in the middle, ${kind}`, ANSWER_MS, () =>
      listGroups(db, { kind, limit: 20, after: middle }),
    );
  }
  for (const kind of ["exact", "same-picture"] as const) measureSuggestions(db, kind);
  const copies = readSuggestions(db, "exact");
  for (const count of [100, 50]) {
    const some = copies.slice(-count);
    // Every other copy has something to give.
    const given = some.filter((_, at) => at % 2 === 0).flatMap(({ others }) => others);
    db.run(
      "INSERT INTO user_value (photo_id, field, value) SELECT value, 'title', 'Tejo' FROM json_each(?)",
      [JSON.stringify(given)],
    );
    once(`carry over to ${count} photos`, BLOCK_MS, () => carryOver(db, some, { text }));
    once("undo", BLOCK_MS, () => undo(db));
    db.run("DELETE FROM user_value");
  }
  const pair = listGroups(db, { kind: "exact", limit: 20 }).groups.at(-1)!;
  const photos = pair.photos.map(({ id }) => id);
  once("decision about a pair", BLOCK_MS, () => {
    decide(db, photos, "keep-all");
    settleGroups(db, photos);
  });
  once("undo", BLOCK_MS, () => undo(db));
}

function measureSuggestions(db: Database, kind: CopyKind): void {
  const steps: number[] = [];
  const work = listSuggestions(db, kind);
  const start = process.cpuUsage();
  for (let isDone = false; !isDone;) {
    const startedMs = performance.now();
    isDone = work.next().done === true;
    steps.push(performance.now() - startedMs);
  }
  report(`all suggestions, ${kind}`, ANSWER_MS, {
    wallMs: steps.reduce((sum, ms) => sum + ms, 0),
    cpuMs: cpuSince(start),
  });
  print(
    `  in ${steps.length} steps, the longest ${Math.max(...steps).toFixed(1)} ms (bound ${BLOCK_MS})`,
  );
}

function readSuggestions(db: Database, kind: CopyKind): KeptCopy[] {
  const work = listSuggestions(db, kind);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function measureUpkeep(db: Database, { copies, twins, bursts, plain, count }: Plan): void {
  const kinds = {
    "photos that are there once": spread(plain, count, 6_400),
    "photos of pairs": spread(1, copies, 1_600),
    "photos that look the same": spread(twins, bursts, 1_600),
    "photos of bursts": spread(bursts, plain, 1_600),
    [`files of one content of which there are ${twins - copies}`]: spread(copies, twins, 320),
  };
  let plainMs = 0;
  for (const [what, photos] of Object.entries(kinds)) {
    const { cpuMs, worstMs } = inSteps(db, photos);
    plainMs ||= cpuMs / photos.length;
    print(
      `compare ${what}: ${(cpuMs / photos.length).toFixed(2)} ms of processor time a photo; a step of ${STEP}, the longest of ${photos.length / STEP}: ${worstMs.toFixed(1)} ms (bound ${BLOCK_MS})`,
    );
  }
  print(
    `all of ${count} by that: ${((plainMs * count) / 60_000).toFixed(1)} min of processor time, without looking at pictures`,
  );
  const arriving = (plain + 5) as PhotoId;
  once("a photo that arrives: noted, and compared", BLOCK_MS, () => {
    db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [
      (1).toString(16).padStart(64, "0"),
      arriving,
    ]);
    regroup(db, [arriving]);
  });
  once("it changes again", BLOCK_MS, () => {
    db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [
      arriving.toString(16).padStart(64, "0"),
      arriving,
    ]);
    regroup(db, [arriving]);
  });
  beginAnew(db);
  once("2,000 photos of a folder are noted", BLOCK_MS, () => spreadFolder(db));
  often("what is to be compared next", BLOCK_MS, () => [
    listUnseen(db, listStale(db, STEP)),
    listReady(db, 100),
  ]);
  db.run("INSERT OR IGNORE INTO duplicate_stale SELECT id FROM photo");
  often("counts while all photos are noted", ANSWER_MS, () => [countGroups(db), countStale(db)]);
  db.run("DELETE FROM duplicate_stale");
  db.run("DELETE FROM duplicate_folder");
}

function inSteps(db: Database, photos: readonly PhotoId[]): { cpuMs: number; worstMs: number } {
  const start = process.cpuUsage();
  let worstMs = 0;
  for (let from = 0; from < photos.length; from += STEP) {
    const startedMs = performance.now();
    const some = photos.slice(from, from + STEP);
    listUnseen(db, some);
    regroup(db, some);
    worstMs = Math.max(worstMs, performance.now() - startedMs);
  }
  return { cpuMs: cpuSince(start), worstMs };
}

/** Ids evenly over a range. */
function spread(from: number, to: number, count: number): PhotoId[] {
  const step = Math.max(1, Math.floor((to - from) / count));
  return idsBetween(from, to)
    .filter((_, at) => at % step === 0)
    .slice(0, count);
}

function cursorAt(db: Database, kind: DuplicateKind, share: number): string {
  const { groups } = countGroups(db).find((one) => one.kind === kind)!;
  const row = db.get<{ bytes: number; id: number }>(
    `SELECT spare_bytes AS bytes, id FROM duplicate_group WHERE kind = ? AND is_settled = 0
     ORDER BY spare_bytes DESC, id LIMIT 1 OFFSET ?`,
    [kind, Math.floor(groups * share)],
  )!;
  return `${row.bytes} ${row.id}`;
}

async function measureEngine(): Promise<void> {
  await using engine = await spawnEngine(folder);
  const { client } = engine;
  const asked = {
    "duplicate.counts": () => client.request("duplicate.counts", {}),
    "duplicate.list": () => client.request("duplicate.list", { kind: "exact", limit: 20 }),
    "duplicate.suggestions": () => client.request("duplicate.suggestions", { kind: "exact" }),
  };
  for (const [what, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const startedMs = performance.now();
      await ask();
      times.push(performance.now() - startedMs);
    }
    const deafMs = await deafWhile(engine, ask);
    print(
      `engine, ${what}: first ${times[0]!.toFixed(1)} ms, then ${times
        .slice(1)
        .sort((a, b) => a - b)[2]!
        .toFixed(
          1,
        )} ms (bound ${ANSWER_MS}); deaf for ${deafMs.toFixed(1)} ms at the most (bound ${BLOCK_MS})`,
    );
  }
  print(`engine at rest: ${readTree(engine.pid).residentMb.toFixed(0)} MB`);
}

/** The longest that a small question waited meanwhile. */
async function deafWhile({ client }: SpawnedEngine, work: () => Promise<unknown>): Promise<number> {
  let isRunning = true;
  const working = work().finally(() => (isRunning = false));
  let worstMs = 0;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it ends while this waits.
  while (isRunning) {
    const startedMs = performance.now();
    await client.request("photo.get", { id: plan.count });
    worstMs = Math.max(worstMs, performance.now() - startedMs);
    await delay(1);
  }
  await working;
  return worstMs;
}

function often(what: string, boundMs: number, work: () => unknown): void {
  const times = Array.from({ length: ROUNDS }, () => timed(work));
  report(what, boundMs, times.sort((a, b) => a.cpuMs - b.cpuMs)[ROUNDS >> 1]!);
}

function once(what: string, boundMs: number, work: () => unknown): void {
  report(what, boundMs, timed(work));
}

interface Timing {
  readonly wallMs: number;
  readonly cpuMs: number;
}

function timed(work: () => unknown): Timing {
  const start = process.cpuUsage();
  const startedMs = performance.now();
  work();
  return { wallMs: performance.now() - startedMs, cpuMs: cpuSince(start) };
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function report(what: string, boundMs: number, { wallMs, cpuMs }: Timing): void {
  print(
    `${what}: ${wallMs.toFixed(1)} ms, ${cpuMs.toFixed(1)} ms of processor time, ${(cpuMs / boundMs).toFixed(2)} × the bound of ${boundMs} ms`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
