import type { MachineReport } from "../../../../electron/contract/machine.ts";
import { formatBytes } from "../../messages/format.ts";
import { retell } from "../../messages/retell.ts";
import { say } from "../../messages/say.ts";
import {
  machineSummary,
  paceSentence,
  sizeKinds,
  speedInUse,
  systemFacts,
  verdictFacts,
  verdictName,
  versionFacts,
} from "./describe-machine.ts";
import { speedText } from "../speed-text.ts";

/** The whole page as plain text, to be pasted where somebody asks for it. */
export function reportText(report: MachineReport): string {
  const speed = speedInUse(report);
  return [
    ...section(say("machine.in-use"), [
      machineSummary(report),
      ...(speed === null ? [] : [speedText(speed)]),
      say("machine.model", { model: report.model }),
      say("machine.decoders", { count: report.decodersAtOnce }),
      paceSentence(report),
    ]),
    ...section(say("machine.providers"), report.providers.map(verdictLine)),
    ...(report.cuda
      ? section(say("machine.cuda.title"), [
          say(report.cuda.isInstalled ? "machine.cuda.here" : "machine.cuda.absent"),
          ...report.cuda.missing,
        ])
      : []),
    ...section(say("machine.sizes"), [
      ...sizeKinds.map(
        (kind) => `${say(`machine.size.${kind}`)}: ${formatBytes(report.sizes[kind])}`,
      ),
      `${say("machine.folder.library")}: ${report.libraryFolder}`,
      `${say("machine.folder.models")}: ${report.modelsFolder}`,
    ]),
    ...section(
      say("machine.system"),
      systemFacts(report).map(({ name, value }) => `${name}: ${value}`),
    ),
    ...section(
      say("machine.versions"),
      versionFacts(report).map(({ name, value }) => `${name}: ${value}`),
    ),
  ]
    .join("\n")
    .trimEnd();
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...lines.map((line) => `  ${line}`), ""];
}

function verdictLine(verdict: MachineReport["providers"][number]): string {
  const parts = [
    say(`verdict.${verdict.kind}`),
    retell(verdict.reasonTold, verdict.reason).text,
    retell(verdict.remedyTold, verdict.remedy ?? "").text,
  ];
  const text = [...parts.filter((part) => part !== ""), ...verdictFacts(verdict)];
  return `${verdictName(verdict)}: ${text.join(" · ")}`;
}
