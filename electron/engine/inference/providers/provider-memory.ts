import { z } from "zod";
import { providerChoices } from "../../../contract/machine.ts";
import { readMachine, writeMachine } from "../machine-memory.ts";
import type { ProviderChoice } from "../provider-choice.ts";

const entry = z.object({
  provider: z.enum(providerChoices),
  deviceId: z.number().int().nonnegative().optional(),
});
export type RememberedChoice = z.infer<typeof entry>;

const section = { name: "choice", entry };
const KEY = "provider";

/** What the user wants models to run on, on this machine: in every library. */
export async function rememberedChoice(): Promise<RememberedChoice> {
  return (await readMachine(section)).get(KEY) ?? { provider: "auto" };
}

/** The part of it that a photo worker is started with; it looks for the device itself. */
export async function rememberedProvider(): Promise<ProviderChoice> {
  return (await rememberedChoice()).provider;
}

export function rememberChoice(choice: RememberedChoice): Promise<void> {
  return writeMachine(section, KEY, choice);
}
