/**
 * @file Indexing throughput against its bound and against the plain sequential script.
 *
 * bound = 1 / (1/r_pixels + 1/r_inference), because pixels and inference share the cores of a CPU; r_pixels is
 * hash + decode + thumbnail + tensor alone, r_inference the model alone on the tensors made by it, all in this run.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "../../../electron/contract/client.ts";
import { isPhotoName } from "../../../electron/engine/imaging/supported-files.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";

const shared = path.join(import.meta.dirname, "../../../../shared/photos");
const folder =
  process.argv[2] ??
  (existsSync(shared) ? shared : path.join(import.meta.dirname, "../../fixtures/photos"));
const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));

const { pixels, inference } = await measureAlone();
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
process.stdout.write(`${lines.join("\n")}\n`);

async function measureAlone(): Promise<{ pixels: number; inference: number }> {
  await using worker = startPhotoWorker({ model: await resolveModel("starter"), provider: "auto" });
  await worker.report();
  const files = (await readdir(folder, { recursive: true })).filter((name) => isPhotoName(name));
  const tensors: number[] = [];
  const pixelsMs = await time(() =>
    eachAtOnce(files, 24, async (name) => {
      const file = path.join(folder, name);
      try {
        const fingerprint = await worker.fingerprint(file);
        tensors.push((await worker.render(file, path.join(scratch, `${fingerprint}.webp`))).tensor);
      } catch {
        // Files that cannot be opened cost time on every road and are on none of them photos.
      }
    }),
  );
  const inferenceMs = await time(() =>
    eachAtOnce(tensors, 24, async (tensor) => {
      await worker.infer(tensor);
    }),
  );
  return {
    pixels: (tensors.length * 1000) / pixelsMs,
    inference: (tensors.length * 1000) / inferenceMs,
  };
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
  atOnce: number,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const waiting = values.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const value of waiting) await work(value);
    }),
  );
}
