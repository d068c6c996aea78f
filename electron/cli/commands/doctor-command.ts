import { Option, type Command } from "commander";
import type { MachineReport, ProviderVerdict } from "../../contract/machine.ts";
import { providerChoices, type ProviderChoice } from "../../engine/inference/provider-choice.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";

/** `doctor`: what this machine is, what runs the model on it, and why nothing else does. */
export function addDoctorCommand(program: Command): Command {
  return program
    .command("doctor")
    .description("Say what runs the model on this machine, how fast, and why nothing else does.")
    .addOption(
      new Option("--use <provider>", "what runs models on this machine from now on").choices(
        providerChoices,
      ),
    )
    .option("--device <device>", "with --use: which of several devices, by its number")
    .option("--probe", "try every provider and measure again, instead of what is remembered")
    .action(doctor);
}

interface DoctorOptions extends CommonOptions {
  readonly use?: ProviderChoice;
  readonly device?: string;
  readonly probe?: boolean;
}

async function doctor(options: DoctorOptions): Promise<void> {
  await using library = await openClient(options);
  const { use: provider, device } = options;
  if (provider !== undefined)
    await library.client.request("machine.useProvider", {
      provider,
      ...(device !== undefined && { device }),
    });
  if (options.probe) note("Trying every provider of this machine, which takes some seconds…");
  const request = options.probe ? "machine.probe" : "machine.inspect";
  const report = await library.client.request(request, {});
  if (options.json) {
    await printJson(report);
    return;
  }
  for (const line of describe(report)) await printLine(line);
}

function describe(report: MachineReport): string[] {
  const { system, versions, sizes, cuda } = report;
  const graphics = system.graphics.map(({ name, driver }) =>
    driver === null ? name : `${name} (driver ${driver})`,
  );
  const bytes = Object.entries(sizes).map(([what, size]) => `${what} ${toText(size)}`);
  return [
    `system      ${system.name}`,
    `processor   ${system.processor}, ${system.cores} cores, ${toText(system.memoryBytes)} of memory`,
    `graphics    ${graphics.join("; ") || "none found"}`,
    `power       ${report.power}; indexing goes at ${report.pace} pace`,
    `model       ${report.model} ${report.precision}`,
    `runs on     ${report.provider} (asked for: ${report.providerChoice}), ` +
      `${report.threads} threads, ${report.decodersAtOnce} photos open at once`,
    "",
    ...report.providers.flatMap(describeProvider),
    ...(cuda?.isInstalled ? cuda.missing.map((sentence) => `            ${sentence}`) : []),
    "",
    `library     ${report.libraryFolder}`,
    `models      ${report.modelsFolder}`,
    `sizes       ${bytes.join(", ")}`,
    `versions    ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  ];
}

function describeProvider(verdict: ProviderVerdict): string[] {
  const { provider, device, kind, reason, remedy, photosPerSecond, agreement } = verdict;
  const figures = [
    ...(photosPerSecond === null ? [] : [`${photosPerSecond.toFixed(1)} photos/s`]),
    ...(agreement === null ? [] : [`agreement ${agreement.toFixed(5)}`]),
  ];
  const head = [kind, ...(device === null ? [] : [device]), ...figures].join(", ");
  return [
    `${provider.padEnd(11)} ${head}`,
    ...[reason, remedy ?? ""].filter((text) => text !== "").map((text) => `            ${text}`),
  ];
}

function toText(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
