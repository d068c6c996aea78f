/** @file Models, and the machine that they run on. See requests.ts. */
import { z } from "zod";
import { MachineReport, providerChoices } from "../machine.ts";
import { ModelList, ModelName, ModelVerification, Precision } from "../model.ts";
import { AbsolutePath, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

const ModelChoice = z.object({
  name: ModelName,
  /** Without it, what suits this machine. */
  precision: Precision.optional(),
});

export const modelRequests = {
  "model.list": { callers: ["renderer", "cli"], input: Nothing, output: ModelList },
  /** Fetches the file, going on where an earlier download stopped; answers when it is there. */
  "model.install": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  "model.cancelInstall": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Takes over a file on this disk that is one of the known ones, by its checksum. */
  "model.import": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: ModelList,
  },
  /** Answers at once; the library is embedded anew behind it, and the old model answers until that is done. */
  "model.use": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Any .onnx classifier. */
  "model.useFile": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: ModelList,
  },
  /** Answers when no switch is under way any more. */
  "model.settle": { callers: ["cli"], input: Nothing, output: ModelList },
  "model.remove": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  /** Reads every file that is here again; a damaged one is removed. */
  "model.verify": {
    callers: ["renderer", "cli"],
    input: z.object({ name: ModelName.optional() }),
    output: z.array(ModelVerification),
  },
  /** Takes some seconds of this machine's full attention. */
  "model.measure": { callers: ["renderer", "cli"], input: ModelChoice, output: ModelList },
  "machine.inspect": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  /** Tries every provider again, whatever is remembered. */
  "machine.probe": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  "machine.useProvider": {
    callers: ["renderer", "cli"],
    input: z.object({ provider: z.enum(providerChoices), device: z.string().optional() }),
    output: MachineReport,
  },
  /** Fetches the CUDA libraries of onnxruntime; only on Linux x64. */
  "machine.installCuda": { callers: ["renderer", "cli"], input: Nothing, output: MachineReport },
  "machine.clear": {
    callers: ["renderer", "cli"],
    input: z.object({ what: z.enum(["previews", "prepared"]) }),
    output: MachineReport,
  },
  /** The shell knows it on every system; without a shell the engine looks for itself. */
  "machine.power": {
    callers: ["shell"],
    input: z.object({ onBattery: z.boolean() }),
    output: Nothing,
  },
  /** It slept: what changed meanwhile was reported to nobody, so every folder is walked again. */
  "machine.resumed": { callers: ["shell"], input: Nothing, output: Nothing },
  /** The user scrolls or looks at a photo: indexing leaves the machine to that for a moment. */
  "machine.stepBack": { callers: ["renderer"], input: Nothing, output: Nothing },
} as const satisfies Record<string, RequestRow>;
