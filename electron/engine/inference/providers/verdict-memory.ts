import { z } from "zod";
import { Told } from "../../../contract/told.ts";
import type { GraphicsCard } from "../../machine/graphics.ts";
import { readMachine, writeMachine } from "../machine-memory.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import { onnxruntimeVersion } from "../onnxruntime-package.ts";
import type { Execution } from "../provider-choice.ts";
import type { Verdict } from "./verdict.ts";

const Rate = z.number().positive().nullable();

const section = {
  name: "verdicts",
  entry: z.object({
    kind: z.enum(["usable", "slower", "disagrees", "crashed", "unavailable"]),
    reason: z.string(),
    told: z.optional(Told),
    photosPerSecond: Rate,
    cpuPhotosPerSecond: Rate,
    agreement: z.number().nullable(),
    triedAtMs: z.number(),
  }) satisfies z.ZodType<Verdict>,
};

/** What a verdict is about. It holds no longer than all of this stays as it is. */
export interface Tried {
  readonly execution: Execution;
  readonly model: ResolvedModel;
  /** Every card of the machine with its driver: which of them a provider takes is its own affair. */
  readonly cards: readonly GraphicsCard[];
}

export async function rememberedVerdict(tried: Tried): Promise<Verdict | undefined> {
  return (await readMachine(section)).get(keyOf(tried));
}

export function rememberVerdict(tried: Tried, verdict: Verdict): Promise<void> {
  return writeMachine(section, keyOf(tried), verdict);
}

/** Exported for tests: a changed provider, device, driver, runtime or model is another key. */
export function keyOf({ execution, model, cards }: Tried): string {
  const { provider, deviceId } = execution;
  const devices = cards.map(({ name, driver }) => `${name} (${driver ?? "unknown driver"})`);
  return [
    deviceId === undefined ? provider : `${provider} ${deviceId}`,
    devices.join(", ") || "no card",
    `onnxruntime ${onnxruntimeVersion()}`,
    model.key,
  ].join(" | ");
}
