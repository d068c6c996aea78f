import { expect, test } from "vitest";
import {
  canChoose,
  formatAgreement,
  isChosen,
  machineSummary,
  paceSentence,
  providerName,
  systemFacts,
  verdictFacts,
  verdictName,
} from "../../../../renderer/src/settings/machine/describe-machine.ts";
import { reportText } from "../../../../renderer/src/settings/machine/report-text.ts";
import { SyntheticSettings, verdict } from "../../../e2e/synthetic-settings.ts";

const report = new SyntheticSettings().machine;

test("what is in use is said in one line", () => {
  expect(machineSummary(report)).toBe("Processor, int8, 2 threads");
  expect(machineSummary({ ...report, threads: 1 })).toBe("Processor, int8, 1 thread");
  expect(machineSummary({ ...report, provider: "webgpu", precision: "float32" })).toBe(
    "Graphics card (WebGPU), float32",
  );
});

test("of the user's own model, whose precision is not known, none is said", () => {
  expect(machineSummary({ ...report, precision: "file" })).toBe("Processor, 2 threads");
  expect(machineSummary({ ...report, provider: "webgpu", precision: "file" })).toBe(
    "Graphics card (WebGPU)",
  );
});

test("a provider without a name of ours keeps the runtime's", () => {
  expect([providerName("dml"), providerName("qnn")]).toEqual(["Graphics card (DirectML)", "qnn"]);
  expect(verdictName(verdict("webgpu", { device: "NVIDIA RTX 4070" }))).toBe(
    "Graphics card (WebGPU): NVIDIA RTX 4070",
  );
});

test("agreement is never rounded up to the very same", () => {
  expect([0.99999, 0.9998, 1].map(formatAgreement)).toEqual(["0.9999", "0.9998", "1.0000"]);
});

test("the processor is not compared with itself", () => {
  const figures = { photosPerSecond: 41, agreement: 1, triedAtMs: null };

  expect(verdictFacts(verdict("cpu", figures))).toEqual(["41 photos a second"]);
  expect(verdictFacts(verdict("webgpu", figures))).toEqual([
    "41 photos a second",
    "Agrees with the processor to 1.0000",
  ]);
});

test("what is wrong or not here cannot be chosen", () => {
  const kinds = [
    "in-use",
    "usable",
    "slower",
    "disagrees",
    "crashed",
    "unavailable",
    "not-tried",
  ] as const;

  expect(kinds.filter((kind) => canChoose(verdict("webgpu", { kind })))).toEqual([
    "in-use",
    "usable",
    "slower",
    "not-tried",
  ]);
});

test("with two devices of one provider, the one that runs is the chosen one", () => {
  const runs = verdict("webgpu", { device: "A", kind: "in-use" });
  const rests = verdict("webgpu", { device: "B", kind: "usable" });
  const chosen = { ...report, providerChoice: "webgpu", providers: [runs, rests] };

  expect([isChosen(runs, chosen), isChosen(rests, chosen)]).toEqual([true, false]);
  expect(isChosen(runs, { ...chosen, providerChoice: "auto" })).toBe(false);
});

test("pace and power are one sentence", () => {
  expect(paceSentence(report)).toBe("On mains power, at full speed.");
  expect(paceSentence({ ...report, pace: "gentle", power: "battery" })).toBe(
    "Indexing slowly to save the battery.",
  );
});

test("a machine without a graphics card says so", () => {
  expect(systemFacts(report).at(-1)).toEqual({ name: "Graphics", value: "None found" });
  const graphics = [{ name: "NVIDIA RTX 4070", driver: "570.86" }];
  expect(systemFacts({ ...report, system: { ...report.system, graphics } }).at(-1)?.value).toBe(
    "NVIDIA RTX 4070, driver 570.86",
  );
});

test("the copied report has every part of the page", () => {
  const lines = reportText(report).split("\n");

  expect(lines.slice(0, 3)).toEqual([
    "In use",
    "  Processor, int8, 2 threads",
    "  41 photos a second",
  ]);
  expect(lines).toContain("  Thumbnails: 4.1 GB");
  expect(lines).toContain("  Graphics: None found");
  expect(lines).toContain("  Library folder: /home/ada/.local/share/semblance/library");
  expect(lines.find((line) => line.includes("CUDA"))).toContain("libcudnn.so.9 is not here");
  expect(lines.at(-1)).toBe("  SQLite: 3.51.0");
});
