import { LibraryError } from "../../../contract/errors.ts";
import type { Told } from "../../../contract/told.ts";
import { inEnglish } from "../../../texts/in-english.ts";
import {
  candidates,
  type Execution,
  type Platform,
  type Provider,
  type ProviderChoice,
} from "../provider-choice.ts";
import type { Verdict } from "./verdict.ts";

export interface ChosenProvider {
  readonly execution: Execution;
  /** Why each better candidate that this machine has was passed over. */
  readonly reasons: readonly string[];
}

export interface ProviderSurvey {
  readonly platform: Platform;
  /** Whether its libraries are on this machine; a whole sentence where they are not. */
  missing(provider: Provider): Promise<Told | undefined>;
  /** A provider on each device that there is to choose from, or simply the provider. */
  executions(provider: Provider): Promise<readonly Execution[]>;
  /** The device that the user chose for it, where that is still there. */
  preferred(provider: Provider): Promise<Execution | undefined>;
  /** What trying it came to earlier, on this machine as it is now. */
  remembered(execution: Execution): Promise<Verdict | undefined>;
  /** Tries it in a process that may die, and remembers what that came to. */
  probe(execution: Execution): Promise<Verdict>;
}

/** `auto` takes the first candidate that works and is faster than the CPU; a named provider must only work. */
export async function chooseProvider(
  choice: ProviderChoice,
  survey: ProviderSurvey,
): Promise<ChosenProvider> {
  if (choice === "cpu") return { execution: { provider: "cpu" }, reasons: [] };
  if (choice !== "auto") return { execution: await insistOn(choice, survey), reasons: [] };
  const reasons: string[] = [];
  for (const provider of candidates(survey.platform)) {
    if ((await survey.missing(provider)) !== undefined) continue;
    for (const execution of await survey.executions(provider)) {
      const known = await survey.remembered(execution);
      const { kind, reason } = known ?? (await survey.probe(execution));
      if (kind === "usable") return { execution, reasons };
      reasons.push(`${nameOf(execution)}: ${reason}`);
    }
  }
  return { execution: { provider: "cpu" }, reasons };
}

/**
 * The provider that the user named, on the device that the user named or its first that works. Rejects with
 * `provider-unavailable`, saying why. What failed before is tried again: whoever names it may have mended it.
 */
export async function insistOn(provider: Provider, survey: ProviderSurvey): Promise<Execution> {
  const missing = await survey.missing(provider);
  if (missing !== undefined) throw unavailable(provider, inEnglish(missing));
  const preferred = await survey.preferred(provider);
  const executions = preferred ? [preferred] : await survey.executions(provider);
  const reasons: string[] = [];
  for (const execution of executions) {
    const known = await survey.remembered(execution);
    if (known && mayRun(known)) return execution;
    const verdict = await survey.probe(execution);
    if (mayRun(verdict)) return execution;
    reasons.push(verdict.reason);
  }
  throw unavailable(provider, reasons.join("; "));
}

function mayRun({ kind }: Verdict): boolean {
  return kind === "usable" || kind === "slower";
}

function nameOf({ provider, deviceId }: Execution): string {
  return deviceId === undefined ? provider : `${provider} on device ${deviceId}`;
}

function unavailable(provider: Provider, reason: string): LibraryError {
  const message = `The provider ${provider} cannot run on this machine: ${reason.trim()}`;
  return new LibraryError("provider-unavailable", message);
}
