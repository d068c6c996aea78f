import type { ProviderVerdict } from "../../contract/machine.ts";
import type { Told } from "../../contract/told.ts";
import { inEnglish } from "../../texts/in-english.ts";
import { tell } from "../../texts/tell.ts";
import { devicesOf, deviceText } from "../inference/providers/devices.ts";
import type { ProviderSurvey } from "../inference/providers/choose-provider.ts";
import { thisPlatform } from "../inference/providers/provider-survey.ts";
import type { Verdict } from "../inference/providers/verdict.ts";
import { possibleProviders, type Execution, type Provider } from "../inference/provider-choice.ts";
import type { GraphicsCard } from "../machine/graphics.ts";

export interface ProviderRowOptions {
  readonly survey: ProviderSurvey;
  readonly cards: readonly GraphicsCard[];
  /** What really runs; undefined where nothing can. */
  readonly inUse: Execution | undefined;
}

const UNKNOWN = { photosPerSecond: null, agreement: null, triedAtMs: null };

/** Every provider that this system may have, on each of its devices, with what is remembered of it. */
export async function providerRows(options: ProviderRowOptions): Promise<ProviderVerdict[]> {
  const rows = await Promise.all(
    possibleProviders(thisPlatform).map((provider) => rowsOf(provider, options)),
  );
  return rows.flat();
}

async function rowsOf(
  provider: Provider,
  { survey, cards, inUse }: ProviderRowOptions,
): Promise<ProviderVerdict[]> {
  const missing = await survey.missing(provider);
  if (missing !== undefined) {
    const row = { provider, device: null, kind: "unavailable", ...UNKNOWN } as const;
    return [{ ...row, ...reasonOf(missing), ...remedyOf(provider, "unavailable", cards) }];
  }
  const devices = devicesOf(provider, cards);
  const executions = await survey.executions(provider);
  return Promise.all(
    executions.map(async (execution) => {
      const device = devices.find(({ id }) => id === execution.deviceId);
      const isInUse =
        inUse?.provider === provider && inUse.deviceId === (execution.deviceId ?? inUse.deviceId);
      const known = judgement(provider, await survey.remembered(execution), isInUse);
      const remedy = remedyOf(provider, known.kind, cards);
      return { provider, device: device ? deviceText(device) : null, ...remedy, ...known };
    }),
  );
}

function judgement(
  provider: Provider,
  verdict: Verdict | undefined,
  isInUse: boolean,
): Omit<ProviderVerdict, "provider" | "device" | "remedy"> {
  const { photosPerSecond, agreement, triedAtMs } = verdict ?? UNKNOWN;
  const measured = { photosPerSecond, agreement, triedAtMs };
  if (isInUse) return { kind: "in-use", reason: "", ...measured };
  if (provider === "cpu" || verdict?.kind === "usable")
    return { kind: "usable", ...reasonOf(tell("provider.usable")), ...measured };
  if (verdict)
    return { kind: verdict.kind, ...reasonOf(verdict.told ?? verdict.reason), ...measured };
  const why = tell(provider === "webgpu" ? "provider.experimental" : "provider.not-tried");
  return { kind: "not-tried", ...reasonOf(why), ...measured };
}

/** What may help, as far as that can be known. */
function remedyOf(
  provider: Provider,
  kind: ProviderVerdict["kind"],
  cards: readonly GraphicsCard[],
): Pick<ProviderVerdict, "remedy" | "remedyTold"> {
  if (kind !== "unavailable" && kind !== "crashed" && kind !== "disagrees") return { remedy: null };
  const told = remedyFor(provider, kind, cards);
  return { remedy: inEnglish(told), remedyTold: told };
}

function remedyFor(
  provider: Provider,
  kind: ProviderVerdict["kind"],
  cards: readonly GraphicsCard[],
): Told {
  if (provider === "cuda") {
    const hasCard = cards.some(({ name, vendor }) => /nvidia/i.test(`${vendor} ${name}`));
    if (!hasCard) return tell("remedy.nvidia");
    return tell("remedy.cuda");
  }
  if (provider === "webgpu" && thisPlatform.system === "linux" && kind === "unavailable")
    return tell("remedy.vulkan");
  return tell("remedy.driver");
}

/** What a library of others says is English. */
function reasonOf(why: Told | string): Pick<ProviderVerdict, "reason" | "reasonTold"> {
  if (typeof why === "string") return { reason: sentence(why) };
  return { reason: inEnglish(why), reasonTold: why };
}

function sentence(fragment: string): string {
  const text = fragment.charAt(0).toUpperCase() + fragment.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
