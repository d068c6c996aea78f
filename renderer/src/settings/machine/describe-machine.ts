import type { MachineReport, ProviderVerdict } from "../../../../electron/contract/machine.ts";
import { formatBytes, formatFileDay, formatFourDigits } from "../../messages/format.ts";
import { say, type MessageKey } from "../../messages/say.ts";
import { speedText } from "../speed-text.ts";

const providerNames: Readonly<Record<string, MessageKey>> = {
  cpu: "provider.cpu",
  cuda: "provider.cuda",
  dml: "provider.dml",
  coreml: "provider.coreml",
  webgpu: "provider.webgpu",
};

/** For people; the runtime's own name where there is no better one. */
export function providerName(provider: string): string {
  const key = providerNames[provider];
  return key ? say(key) : provider;
}

/** With its device, where there is a choice of them. */
export function verdictName({ provider, device }: ProviderVerdict): string {
  const name = providerName(provider);
  return device === null ? name : say("provider.device", { name, device });
}

/** "Processor, int8, 2 threads"; without a precision where it is not known. Threads say nothing about a graphics card. */
export function machineSummary({ provider, precision, threads }: MachineReport): string {
  const name = providerName(provider);
  return provider === "cpu"
    ? say("machine.summary.cpu", { provider: name, precision, threads })
    : say("machine.summary", { provider: name, precision });
}

/** Of what runs; null until it was measured. */
export function speedInUse({ providers }: MachineReport): number | null {
  return providers.find(({ kind }) => kind === "in-use")?.photosPerSecond ?? null;
}

export function paceSentence({ pace, power }: MachineReport): string {
  return say(`machine.pace.${pace}.${power}`);
}

/** Four digits, never rounded up: 1 means the very same. */
export function formatAgreement(agreement: number): string {
  return formatFourDigits(Math.floor(agreement * 10_000) / 10_000);
}

/** The figures of a verdict, most telling first. */
export function verdictFacts(verdict: ProviderVerdict): string[] {
  const { provider, photosPerSecond, agreement, triedAtMs } = verdict;
  return [
    ...(photosPerSecond === null ? [] : [speedText(photosPerSecond)]),
    // The processor is what the others are compared with.
    ...(agreement === null || provider === "cpu"
      ? []
      : [say("machine.agreement", { agreement: formatAgreement(agreement) })]),
    ...(triedAtMs === null ? [] : [say("machine.tried", { date: formatFileDay(triedAtMs) })]),
  ];
}

/** Whether naming this provider can work; one that is not here, or is wrong, is refused anyway. */
export function canChoose({ kind }: ProviderVerdict): boolean {
  return kind === "in-use" || kind === "usable" || kind === "slower" || kind === "not-tried";
}

/** Whether this row is what the user asked for; with several devices it is the one that runs. */
export function isChosen(verdict: ProviderVerdict, report: MachineReport): boolean {
  if (report.providerChoice !== verdict.provider) return false;
  const devices = report.providers.filter(({ provider }) => provider === verdict.provider);
  return devices.length === 1 || verdict.kind === "in-use";
}

export const sizeKinds = [
  "catalog",
  "vectors",
  "thumbnails",
  "previews",
  "backups",
  "models",
  "prepared",
] as const satisfies readonly (keyof MachineReport["sizes"])[];

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export function systemFacts({ system }: MachineReport): readonly Fact[] {
  const graphics = system.graphics.map(({ name, driver }) =>
    driver === null ? name : say("machine.system.driver", { name, driver }),
  );
  return [
    { name: say("machine.system.name"), value: system.name },
    { name: say("machine.system.processor"), value: system.processor },
    { name: say("machine.system.cores"), value: String(system.cores) },
    { name: say("machine.system.memory"), value: formatBytes(system.memoryBytes) },
    {
      name: say("machine.system.graphics"),
      value: graphics.length > 0 ? graphics.join("; ") : say("machine.system.graphics.none"),
    },
  ];
}

/** Products are called as their makers call them, in every language. */
const productNames: Readonly<Record<keyof MachineReport["versions"], string>> = {
  semblance: "Semblance",
  node: "Node",
  onnxruntime: "ONNX Runtime",
  sharp: "sharp",
  libvips: "libvips",
  lancedb: "LanceDB",
  sqlite: "SQLite",
};

export function versionFacts({ versions }: MachineReport): readonly Fact[] {
  const keys = Object.keys(productNames) as (keyof typeof productNames)[];
  return keys.map((key) => ({ name: productNames[key], value: versions[key] }));
}
