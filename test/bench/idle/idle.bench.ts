/**
 * @file What a photo worker costs that has nothing to do: its model is loaded and its threads wait.
 *
 * Bound: 1 % of a core. Threads of onnxruntime that spin while they wait would take whole cores for a while.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";

const IDLE_SECONDS = 10;
/** As Linux counts processor time, in the file that proc(5) describes; the same everywhere that Node runs. */
const TICKS_PER_SECOND = 100;
const photo = path.join(import.meta.dirname, "../../fixtures/photos/rclip/bee.jpg");

if (process.platform === "linux") await measure();
else process.stdout.write("only Linux tells what another process cost\n");

async function measure(): Promise<void> {
  await using worker = startPhotoWorker({ model: await resolveModel("starter"), provider: "auto" });
  await Promise.all(Array.from({ length: 32 }, () => worker.look(photo)));
  const before = cpuSeconds(worker.pid!);
  await delay(IDLE_SECONDS * 1000);
  const share = (cpuSeconds(worker.pid!) - before) / IDLE_SECONDS;
  process.stdout.write(`idle photo worker: ${(share * 100).toFixed(2)} % of a core (bound 1 %)\n`);
  if (share > 0.01) process.exitCode = 1;
}

/** User and system time: fields 14 and 15, counted behind the name, which may hold spaces. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
