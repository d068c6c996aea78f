import { askProbeProcess, type AskOptions } from "./ask-probe-process.ts";
import type { ProbeOptions } from "./provider-probe.ts";
import type { ProbeReply } from "./provider-probe-process.ts";

/** Tries a provider in a process of its own; a crash and a hang are answers like any other. */
export async function tryProvider(probe: ProbeOptions, options?: AskOptions): Promise<ProbeReply> {
  const reply = await askProbeProcess({ kind: "try", ...probe }, options);
  if (reply.kind === "rate" || reply.kind === "listed")
    throw new Error(`expected the outcome of a trial but got "${reply.kind}"`);
  return reply;
}
