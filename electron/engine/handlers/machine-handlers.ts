import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { clearSetting } from "../catalog/settings.ts";
import type { Execution, Provider, ProviderChoice } from "../inference/provider-choice.ts";
import { possibleProviders } from "../inference/provider-choice.ts";
import { insistOn } from "../inference/providers/choose-provider.ts";
import { installCuda } from "../inference/providers/cuda/install-cuda.ts";
import { deviceIdOf, devicesOf, deviceText } from "../inference/providers/devices.ts";
import { listedProviders } from "../inference/providers/probe/listed-providers.ts";
import { rememberChoice } from "../inference/providers/provider-memory.ts";
import { surveyMachine, thisPlatform } from "../inference/providers/provider-survey.ts";
import { readGraphics } from "../machine/graphics.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { inBackground } from "../support/in-background.ts";
import { remeasureCounts } from "../tune-counts.ts";
import { readMachineReport } from "./machine-report.ts";

type MachineHandlers = Pick<
  Handlers,
  | "machine.inspect"
  | "machine.probe"
  | "machine.useProvider"
  | "machine.installCuda"
  | "machine.clear"
  | "machine.power"
  | "machine.resumed"
  | "machine.stepBack"
>;

export function machineHandlers(parts: Parts): MachineHandlers {
  const { db, pace } = parts;
  return {
    "machine.inspect": () => readMachineReport(parts),
    "machine.probe": async () => {
      await probeAll(parts);
      return readMachineReport(parts);
    },
    "machine.useProvider": async ({ provider, device }) => {
      const execution = await checkChoice(parts, provider, device);
      await rememberChoice({ provider, ...execution });
      clearSetting(db, "provider");
      parts.current().photoWorker.restart(provider);
      return readMachineReport(parts);
    },
    "machine.installCuda": async () => {
      await installCuda();
      parts.current().photoWorker.restart();
      return readMachineReport(parts);
    },
    "machine.clear": async ({ what }) => {
      await (what === "previews" ? clearPreviews(parts) : clearPrepared(parts));
      return readMachineReport(parts);
    },
    "machine.power": (power) => {
      pace.setPower(power);
      return {};
    },
    "machine.resumed": () => {
      inBackground("scan the folders", parts.folders.scanAll());
      return {};
    },
    "machine.stepBack": () => {
      pace.stepBack();
      return {};
    },
  };
}

/** One after the other: two at once would take each other's time. */
async function probeAll(parts: Parts): Promise<void> {
  using _ = parts.pace.hold();
  const { model, photoWorker } = parts.current();
  const survey = surveyMachine(model, listedProviders);
  for (const provider of possibleProviders(thisPlatform)) {
    if ((await survey.missing(provider)) !== undefined) continue;
    for (const execution of await survey.executions(provider)) await survey.probe(execution);
  }
  photoWorker.restart();
  const worker = await photoWorker.report().catch(() => undefined);
  if (worker) await remeasureCounts({ model, photoWorker }, worker.execution);
}

/** Rejects with `provider-unavailable` where the choice cannot run here, before anything is written down. */
async function checkChoice(
  parts: Parts,
  choice: ProviderChoice,
  device: string | undefined,
): Promise<Pick<Execution, "deviceId">> {
  if (choice === "auto" || choice === "cpu") return {};
  const survey = surveyMachine(parts.current().model, listedProviders);
  const named = device === undefined ? undefined : await findDevice(choice, device);
  const { deviceId } = await insistOn(choice, {
    ...survey,
    preferred: () => Promise.resolve(named),
  });
  return deviceId === undefined ? {} : { deviceId };
}

async function findDevice(provider: Provider, text: string): Promise<Execution | undefined> {
  const devices = devicesOf(provider, await readGraphics());
  const id = deviceIdOf(text);
  if (devices.some((each) => each.id === id)) return { provider, deviceId: id! };
  // The only one there is may be named, too.
  if (devices.length === 0 && id === 0) return undefined;
  const known = devices.map(deviceText).join(", ") || "no choice of devices";
  const message = `Expected a device of ${provider} (${known}) but got ${JSON.stringify(text)}`;
  throw new LibraryError("provider-unavailable", message);
}

/** They are made again when somebody looks. */
async function clearPreviews({ paths }: Parts): Promise<void> {
  await removeFrom(paths.previews, () => true);
}

/** Those that this library's models do not need; they are made again when another model is chosen. */
async function clearPrepared({ models, current, modelSwitch }: Parts): Promise<void> {
  // A key ends with the first characters of the model's checksum, and a prepared graph's name begins with them.
  const inUse = [current().model.key, modelSwitch.nextKey ?? ""].map((key) => key.slice(-8));
  await removeFrom(path.join(models.folder, "prepared"), (name) =>
    inUse.every((start) => start === "" || !name.startsWith(start)),
  );
}

async function removeFrom(folder: string, mayGo: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(mayGo)) {
    await rm(path.join(folder, name), { recursive: true, force: true }).catch((cause: unknown) => {
      const message = `Expected to remove ${path.join(folder, name)} but could not`;
      throw new LibraryError("file-unreadable", message, { cause });
    });
  }
}
