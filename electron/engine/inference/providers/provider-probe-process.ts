/**
 * @file Entry of the disposable process that tries a provider: a driver that crashes or hangs takes only
 * this with it. See try-provider.ts for who starts it.
 */
import { probeProvider, type ProbeResult } from "./provider-probe.ts";
import type { Provider } from "../provider-choice.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";

export interface ProbeOrder {
  readonly model: ResolvedModel;
  readonly provider: Provider;
}

export type ProbeReply =
  | { readonly kind: "measured"; readonly result: ProbeResult }
  | { readonly kind: "refused"; readonly reason: string };

process.once("message", (order: ProbeOrder) => void answer(order));
process.once("disconnect", () => process.exit());

async function answer({ model, provider }: ProbeOrder): Promise<void> {
  const reply = await probeProvider(model, provider).then(
    (result): ProbeReply => ({ kind: "measured", result }),
    (error: unknown): ProbeReply => ({
      kind: "refused",
      reason: error instanceof Error ? error.message : String(error),
    }),
  );
  process.send?.(reply, () => process.exit());
}
