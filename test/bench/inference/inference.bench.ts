/**
 * @file The model alone by precision, threads and batch size, then indexing throughput against its bound and against
 * the plain sequential script.
 *
 * bound = 1 / (1/r_pixels + 1/r_inference), because pixels and inference share the cores of a CPU; r_pixels is
 * hash + decode + thumbnail + tensor alone, r_inference the model alone, all in this run.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "../../../electron/contract/client.ts";
import { isPhotoName } from "../../../electron/engine/support/file-kind.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { InferenceThread } from "../../../electron/engine/inference/start-inference.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { measureSessions } from "./sessions.ts";

const shared = path.join(import.meta.dirname, "../../../../shared/photos");
const folder =
  process.argv[2] ??
  (existsSync(shared) ? shared : path.join(import.meta.dirname, "../../fixtures/photos"));
/** As many as the engine keeps under way. */
const AT_ONCE = 24;

const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));

const table = await measureSessions();
const model = await resolveModel("starter");
const pixels = await measurePixels();
const inference = await measureInference();
const bound = 1 / (1 / pixels + 1 / inference);
const road = await measureRoad();
const peer = measurePeer();
await rm(scratch, { recursive: true });

const lines = [
  `machine: ${cpus().length} × ${cpus()[0]!.model.trim()}, node ${process.versions.node}`,
  `photos: ${path.basename(path.dirname(folder))}/${path.basename(folder)}`,
  `pixels alone:     ${pixels.toFixed(1)} photos/s`,
  `inference alone:  ${inference.toFixed(1)} photos/s`,
  `bound:            ${bound.toFixed(1)} photos/s`,
  `whole road:       ${road.toFixed(1)} photos/s = ${(road / bound).toFixed(2)} × bound, ${(road / peer).toFixed(2)} × peer`,
  `sequential peer:  ${peer.toFixed(1)} photos/s`,
];
process.stdout.write(`${table.join("\n")}\n\n`);
process.stdout.write(`${lines.join("\n")}\n`);

/** Hash, decode, thumbnail and tensor: tensors that nobody asks for are dropped by the worker. */
async function measurePixels(): Promise<number> {
  await using worker = startPhotoWorker({ model, provider: "auto" });
  await worker.report();
  const files = (await readdir(folder, { recursive: true })).filter((name) => isPhotoName(name));
  let rendered = 0;
  const ms = await time(() =>
    eachAtOnce(files, async (name) => {
      const file = path.join(folder, name);
      try {
        const fingerprint = await worker.fingerprint(file);
        await worker.render(file, path.join(scratch, `${fingerprint}.webp`));
        rendered++;
      } catch {
        // Files that cannot be opened cost time on every road and are on none of them photos.
      }
    }),
  );
  return (rendered * 1000) / ms;
}

/** The model in its thread, tensors at hand, batches filling by themselves. */
async function measureInference(): Promise<number> {
  await using thread = new InferenceThread({ model, choice: "auto" });
  await thread.ready;
  const tensors = Array.from({ length: 1000 }, (_, i) => i);
  const ms = await time(() =>
    eachAtOnce(tensors, async (seed) => {
      const tensor = thread.takeTensor();
      for (let i = 0; i < tensor.length; i += 64) tensor[i] = Math.sin(seed + i);
      await thread.infer(tensor);
    }),
  );
  return (tensors.length * 1000) / ms;
}

async function measureRoad(): Promise<number> {
  await using library = await openLibrary({
    libraryFolder: path.join(scratch, "library"),
    live: false,
  });
  const client = createClient<"cli">(library.connect(["cli"]));
  await client.request("library.inspect", {}); // The model is loaded before the clock starts, as above.
  const { indexed, seconds } = await client.request("library.index", { paths: [folder] });
  return indexed / seconds;
}

function measurePeer(): number {
  const { stdout } = spawnSync(process.execPath, [
    path.join(import.meta.dirname, "../peer.ts"),
    folder,
  ]);
  const { photos, seconds } = JSON.parse(String(stdout)) as { photos: number; seconds: number };
  return photos / seconds;
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function eachAtOnce<T>(
  values: readonly T[],
  work: (value: T) => Promise<void>,
): Promise<void> {
  const waiting = values.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const value of waiting) await work(value);
    }),
  );
}
