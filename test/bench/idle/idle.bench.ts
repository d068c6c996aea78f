/**
 * @file What a photo worker costs that has nothing to do: its model is loaded and its threads wait. Then a whole engine
 * that has indexed and watches its folder, with all its processes.
 *
 * Bound: 1 % of a core. Threads of onnxruntime that spin while they wait would take whole cores for a while.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { copyFixtures } from "../../support/fixtures.ts";
import { spawnEngine } from "../../support/spawned-engine.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";
import { readTree } from "../library/process-tree.ts";

const IDLE_SECONDS = 10;
const SETTLE_SECONDS = 20;
/** As Linux counts processor time, in the file that proc(5) describes; the same everywhere that Node runs. */
const TICKS_PER_SECOND = 100;
const photo = path.join(import.meta.dirname, "../../fixtures/photos/rclip/bee.jpg");

if (process.platform === "linux") {
  await measure();
  await measureEngine();
} else process.stdout.write("only Linux tells what another process cost\n");

async function measure(): Promise<void> {
  await using worker = startPhotoWorker({ model: await resolveModel("starter"), provider: "auto" });
  await Promise.all(Array.from({ length: 32 }, () => worker.look(photo)));
  const before = cpuSeconds(worker.pid!);
  await delay(IDLE_SECONDS * 1000);
  const share = (cpuSeconds(worker.pid!) - before) / IDLE_SECONDS;
  process.stdout.write(`idle photo worker: ${(share * 100).toFixed(2)} % of a core (bound 1 %)\n`);
  if (share > 0.01) process.exitCode = 1;
}

async function measureEngine(): Promise<void> {
  await using temp = await tempFolder();
  await copyFixtures(temp.at("photos"));
  await using engine = await spawnEngine(temp.at("library"));
  await engine.client.request("folder.add", { path: temp.at("photos") });
  const isDone = async () => {
    const { counts, progress } = await engine.client.request("library.status", {});
    return counts.photos > 0 && counts.indexed === counts.photos && progress.scanning === 0;
  };
  await until("all to be indexed", isDone, 120_000);
  // What an idle moment is used for is not idleness: backup, folding, thumbnails.
  await delay(SETTLE_SECONDS * 1000);
  const before = readTree(engine.pid).cpuSeconds;
  await delay(IDLE_SECONDS * 1000);
  const share = (readTree(engine.pid).cpuSeconds - before) / IDLE_SECONDS;
  process.stdout.write(`idle engine: ${(share * 100).toFixed(2)} % of a core (bound 1 %)\n`);
  if (share > 0.01) process.exitCode = 1;
}

/** User and system time: fields 14 and 15, counted behind the name, which may hold spaces. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
