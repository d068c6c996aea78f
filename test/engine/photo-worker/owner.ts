/**
 * @file A program that starts a photo worker, says its pid, and waits to be killed.
 */
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";

const worker = startPhotoWorker({ model: await resolveModel("starter"), provider: "cpu" });
await worker.report();
process.stdout.write(`${worker.pid}\n`);
