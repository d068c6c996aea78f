import { afterEach, beforeEach, expect, test } from "vitest";
import { ChangeFeed } from "../../electron/engine/indexing/change-feed.ts";
import { Pace } from "../../electron/engine/indexing/pace.ts";
import type { ResolvedModel } from "../../electron/engine/inference/resolve-model.ts";
import { rememberCounts } from "../../electron/engine/inference/counts-memory.ts";
import type { PhotoWorker } from "../../electron/engine/photo-worker/photo-worker.ts";
import { CountsTuner } from "../../electron/engine/tune-counts.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

const model = { key: "starter-int8-0f0f0f0f" } as ResolvedModel;

let folder: TempFolder;
const formerly = process.env.SEMBLANCE_USER_MODELS;
beforeEach(async () => {
  folder = await tempFolder();
  process.env.SEMBLANCE_USER_MODELS = folder.path;
});
afterEach(async () => {
  process.env.SEMBLANCE_USER_MODELS = formerly;
  await folder[Symbol.asyncDispose]();
});

/** An engine that reports runs; `log` says when the machine is measured, and how much may be begun then. */
function engine() {
  const feed = new ChangeFeed();
  const pace = new Pace();
  const log: number[] = [];
  const reports: number[] = [];
  const photoWorker = {
    report: async () => {
      reports.push(1);
      return { execution: { provider: "cpu" } };
    },
  } as unknown as PhotoWorker;
  const tuner = new CountsTuner({
    feed,
    pace,
    current: () => ({ model, photoWorker }),
    remeasure: async () => void log.push(pace.unhurriedAtOnce),
  });
  function runEnds(done: number, total = done): void {
    feed.reportProgress(() => ({ scanning: 0, done, total, failed: 0, perSecond: 0 }));
    feed.flush();
  }
  return { tuner, pace, log, reports, runEnds };
}

test("after the first long run the machine is measured, with nothing else begun meanwhile", async () => {
  const { tuner, log, runEnds } = engine();
  await using _ = tuner;

  runEnds(150);
  runEnds(300, 1000);
  runEnds(1000);
  await until("it was measured", () => log.length > 0);

  expect(log).toEqual([0]);
});

test("what is remembered is not measured again", async () => {
  await rememberCounts(model, "cpu", {
    threads: 1,
    filesAtOnce: 2,
    photosPerSecond: 30,
    measuredAtMs: 0,
  });
  const { tuner, log, reports, runEnds } = engine();

  runEnds(1000);
  await until("it was looked up", () => reports.length > 0);
  await tuner[Symbol.asyncDispose]();

  expect(log).toEqual([]);
});

test("a battery is not spent on measuring", async () => {
  const { tuner, pace, reports, runEnds } = engine();
  await using _ = tuner;
  pace.setPower({ onBattery: true });

  runEnds(1000);

  expect(reports).toEqual([]);
});
