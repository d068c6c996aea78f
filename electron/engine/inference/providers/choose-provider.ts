import { LibraryError } from "../../../contract/errors.ts";
import {
  candidates,
  type Platform,
  type Provider,
  type ProviderChoice,
} from "../provider-choice.ts";
import type { ProbeReply } from "./provider-probe-process.ts";

/** Below this an embedding from the provider is not the CPU's, and neighbours would differ. */
const MIN_AGREEMENT = 0.999;

export interface ChosenProvider {
  readonly provider: Provider;
  /** Why each better candidate that this machine has was passed over. */
  readonly reasons: readonly string[];
}

export interface ProviderSurvey {
  readonly platform: Platform;
  /** Whether its libraries are on this machine; a sentence where they are not. */
  missing(provider: Provider): string | undefined;
  /** Runs the model on it, in a process that may die. */
  probe(provider: Provider): Promise<ProbeReply>;
}

/** `auto` takes the first candidate that works and is faster than the CPU; a named provider must only work. */
export async function chooseProvider(
  choice: ProviderChoice,
  survey: ProviderSurvey,
): Promise<ChosenProvider> {
  if (choice === "cpu") return { provider: "cpu", reasons: [] };
  if (choice !== "auto") return insistOn(choice, survey);
  const reasons: string[] = [];
  for (const provider of candidates(survey.platform)) {
    if (survey.missing(provider) !== undefined) continue;
    const reason = await refusal(provider, survey, { mustBeFaster: true });
    if (reason === undefined) return { provider, reasons };
    reasons.push(`${provider}: ${reason}`);
  }
  return { provider: "cpu", reasons };
}

async function insistOn(provider: Provider, survey: ProviderSurvey): Promise<ChosenProvider> {
  const reason = await refusal(provider, survey, { mustBeFaster: false });
  if (reason === undefined) return { provider, reasons: [] };
  const message = `The provider ${provider} cannot run on this machine: ${reason.trim()}`;
  throw new LibraryError("provider-unavailable", message);
}

async function refusal(
  provider: Provider,
  survey: ProviderSurvey,
  { mustBeFaster }: { mustBeFaster: boolean },
): Promise<string | undefined> {
  const missing = survey.missing(provider);
  if (missing !== undefined) return missing;
  const reply = await survey.probe(provider);
  if (reply.kind === "refused") return reply.reason;
  const { agreement, providerMs, cpuMs } = reply.result;
  // Written so that NaN, which a broken driver returns, is refused too.
  if (!(agreement >= MIN_AGREEMENT)) {
    return `its embeddings differ from the CPU's (cosine ${agreement.toFixed(4)})`;
  }
  if (mustBeFaster && providerMs >= cpuMs) {
    return `it is slower than the CPU (${providerMs.toFixed(1)} ms against ${cpuMs.toFixed(1)} ms)`;
  }
  return undefined;
}
