/**
 * @file Entry of the disposable process that tries a provider: a driver that crashes or hangs takes only
 * this with it. See try-provider.ts for who starts it.
 */
import { listProviders, type ListedProvider } from "../../session.ts";
import {
  measureRate,
  probeProvider,
  type ProbeOptions,
  type ProbeResult,
} from "./provider-probe.ts";

export type ProbeOrder =
  | ({ readonly kind: "try" } & ProbeOptions)
  | ({ readonly kind: "measure" } & ProbeOptions)
  | { readonly kind: "list" };

export type ProbeReply =
  | { readonly kind: "measured"; readonly result: ProbeResult }
  /** It said why it cannot. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It said nothing more: the process ended, or had to be. */
  | { readonly kind: "crashed"; readonly reason: string };

export type ProcessReply =
  | ProbeReply
  | { readonly kind: "rate"; readonly photosPerSecond: number }
  | { readonly kind: "listed"; readonly providers: readonly ListedProvider[] };

process.once("message", (order: ProbeOrder) => void answer(order));
process.once("disconnect", () => process.exit());

async function answer(order: ProbeOrder): Promise<void> {
  const reply = await carryOut(order).catch((error: unknown): ProcessReply => ({
    kind: "refused",
    reason: error instanceof Error ? error.message : String(error),
  }));
  process.send?.(reply, () => process.exit());
}

async function carryOut(order: ProbeOrder): Promise<ProcessReply> {
  switch (order.kind) {
    case "list":
      return { kind: "listed", providers: listProviders() };
    case "measure":
      return { kind: "rate", photosPerSecond: await measureRate(order) };
    case "try":
      return { kind: "measured", result: await probeProvider(order) };
  }
}
