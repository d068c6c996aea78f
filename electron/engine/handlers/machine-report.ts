import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { MachineReport } from "../../contract/machine.ts";
import { inEnglish } from "../../texts/in-english.ts";
import { tell } from "../../texts/tell.ts";
import { rememberedCounts } from "../inference/counts-memory.ts";
import type { Provider } from "../inference/provider-choice.ts";
import {
  isCudaInstalled,
  missingLibraries,
  readLoader,
} from "../inference/providers/cuda/cuda-libraries.ts";
import { onnxruntimeVersion } from "../inference/onnxruntime-package.ts";
import { listedProviders } from "../inference/providers/probe/listed-providers.ts";
import { rememberedProvider } from "../inference/providers/provider-memory.ts";
import { surveyMachine, thisPlatform } from "../inference/providers/provider-survey.ts";
import { usualCounts } from "../inference/worker-counts.ts";
import { readGraphics } from "../machine/graphics.ts";
import { readOnBattery } from "../machine/power.ts";
import { readSystem } from "../machine/system.ts";
import type { Parts } from "../parts.ts";
import { folderBytes } from "../support/folder-bytes.ts";
import { once } from "../support/once.ts";
import { lancedbVersion } from "../vectors/connect.ts";
import { providerRows } from "./provider-rows.ts";

/** The truth about this machine, from what is remembered of it: nothing is tried or measured. */
export async function readMachineReport(parts: Parts): Promise<MachineReport> {
  const { model, photoWorker } = parts.current();
  const choice = photoWorker.choice ?? (await rememberedProvider());
  // All at once: most of it is waiting for other programs.
  const [worker, cards, system, sizes, power, cuda] = await Promise.all([
    // A provider that was named and cannot run is a truth like any other: its row says why.
    photoWorker.report().catch(() => undefined),
    readGraphics(),
    readSystem(),
    readSizes(parts),
    readPower(parts),
    readCuda(),
    listedProviders(),
  ]);
  const wanted: Provider = choice === "auto" ? "cpu" : choice;
  const counts = worker?.counts ?? (await rememberedCounts(model, wanted)) ?? usualCounts();
  return {
    provider: worker?.provider ?? wanted,
    providerChoice: choice,
    model: model.name,
    precision: model.precision,
    threads: counts.threads,
    decodersAtOnce: counts.filesAtOnce,
    providers: await providerRows({
      survey: surveyMachine(model, listedProviders),
      cards,
      inUse: worker?.execution,
    }),
    system: {
      ...system,
      graphics: cards.map(({ name, driver }) => ({ name, driver })),
    },
    versions: {
      semblance: semblanceVersion(),
      node: process.versions.node,
      onnxruntime: onnxruntimeVersion(),
      sharp: worker?.versions.sharp ?? "unknown",
      libvips: worker?.libvips ?? "unknown",
      lancedb: lancedbVersion(),
      sqlite: process.versions.sqlite ?? "unknown",
    },
    libraryFolder: parts.libraryFolder,
    modelsFolder: parts.models.folder,
    sizes,
    power,
    pace: parts.pace.kind,
    cuda,
  };
}

async function readSizes({ paths, models }: Parts): Promise<MachineReport["sizes"]> {
  const preparedFolder = path.join(models.folder, "prepared");
  const catalogFiles = ["", "-wal", "-shm"].map((ending) => bytesOf(paths.catalog + ending));
  const all = await Promise.all(
    [
      ...catalogFiles,
      folderBytes(paths.vectors),
      folderBytes(paths.thumbnails),
      folderBytes(paths.previews),
      folderBytes(paths.backups),
      folderBytes(models.folder),
      folderBytes(preparedFolder),
      bytesOf(path.join(models.folder, "machine.json")),
    ].map((bytes) => bytes.catch(() => 0)),
  );
  const [file, log, index, vectors, thumbnails, previews, backups, user, prepared, memory] = all;
  return {
    catalog: file! + log! + index!,
    vectors: vectors!,
    thumbnails: thumbnails!,
    previews: previews!,
    backups: backups!,
    models: Math.max(0, user! - prepared! - memory!),
    prepared: prepared!,
  };
}

async function bytesOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

async function readPower({ pace }: Parts): Promise<MachineReport["power"]> {
  if (pace.power !== "unknown") return pace.power;
  const onBattery = await readOnBattery();
  if (onBattery === undefined) return "unknown";
  return onBattery ? "battery" : "mains";
}

async function readCuda(): Promise<MachineReport["cuda"]> {
  if (thisPlatform.system !== "linux" || thisPlatform.processor !== "x64") return null;
  const told = missingLibraries(await readLoader()).map(({ name, files }) =>
    tell("provider.needs-library", { name, files: files.join(", ") }),
  );
  return { isInstalled: isCudaInstalled(), missing: told.map(inEnglish), missingTold: told };
}

const semblanceVersion = once(() => {
  const description = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(description) as { version: string }).version;
});
