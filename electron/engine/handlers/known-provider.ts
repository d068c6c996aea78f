import { providerChoices } from "../../contract/machine.ts";
import type { Database } from "../catalog/database.ts";
import { getSetting } from "../catalog/settings.ts";
import type { ProcessorKind } from "../inference/models/model-card.ts";
import type { Provider } from "../inference/provider-choice.ts";
import { rememberedProvider } from "../inference/providers/provider-memory.ts";

/**
 * What models run on here, as far as it is known without starting one: what the user named, else what ran last, else
 * the processor, which every machine has.
 */
export async function knownProvider(db: Database): Promise<Provider> {
  // Asked at once: who waits for the rest may outlive the catalog.
  const last = getSetting(db, "provider");
  const named = await rememberedProvider();
  if (named !== "auto") return named;
  const ran = providerChoices.find((each) => each === last);
  return ran === undefined || ran === "auto" ? "cpu" : ran;
}

export async function processorKind(db: Database): Promise<ProcessorKind> {
  return (await knownProvider(db)) === "cpu" ? "cpu" : "gpu";
}
