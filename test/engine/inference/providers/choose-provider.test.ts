import { expect, test } from "vitest";
import type { Execution } from "../../../../electron/engine/inference/provider-choice.ts";
import {
  chooseProvider,
  type ProviderSurvey,
} from "../../../../electron/engine/inference/providers/choose-provider.ts";
import type { Verdict } from "../../../../electron/engine/inference/providers/verdict.ts";
import type { Told } from "../../../../electron/contract/told.ts";
import { tell } from "../../../../electron/texts/tell.ts";

function verdict(kind: Verdict["kind"], reason = ""): Verdict {
  const measured = { photosPerSecond: null, cpuPhotosPerSecond: null, agreement: null };
  return { kind, reason, ...measured, triedAtMs: 0 };
}

interface MachineOptions {
  readonly system?: string;
  readonly missing?: Told;
  /** By device, in their order; one device without it. */
  readonly devices?: readonly Verdict[];
  readonly remembered?: Verdict;
  readonly preferred?: number;
}

/** A machine whose candidate turns out this way when it is tried, and what was tried on it. */
function machine(outcome: Verdict, options: MachineOptions = {}) {
  const { system = "linux", missing, devices, remembered, preferred } = options;
  const probed: Execution[] = [];
  const survey: ProviderSurvey = {
    platform: { system, processor: "x64" },
    missing: async () => missing,
    executions: async (provider) =>
      devices ? devices.map((_, deviceId) => ({ provider, deviceId })) : [{ provider }],
    preferred: async (provider) =>
      preferred === undefined ? undefined : { provider, deviceId: preferred },
    remembered: async () => remembered,
    probe: async (execution) => {
      probed.push(execution);
      return devices?.[execution.deviceId ?? 0] ?? outcome;
    },
  };
  return { survey, probed };
}

const WORKS = verdict("usable");
const SLOWER = verdict("slower", "it is slower than the processor");

test("auto takes the platform's candidate when it works, agrees and is faster", async () => {
  expect(await chooseProvider("auto", machine(WORKS).survey)).toEqual({
    execution: { provider: "cuda" },
    reasons: [],
  });
  expect(await chooseProvider("auto", machine(WORKS, { system: "win32" }).survey)).toEqual({
    execution: { provider: "dml" },
    reasons: [],
  });
});

test.each(["crashed", "disagrees", "slower", "unavailable"] as const)(
  "auto falls back to the CPU when the candidate's verdict is %s, and says why",
  async (kind) => {
    const { survey } = machine(verdict(kind, "this is why"));

    expect(await chooseProvider("auto", survey)).toEqual({
      execution: { provider: "cpu" },
      reasons: ["cuda: this is why"],
    });
  },
);

test("of several devices auto takes the first that wins", async () => {
  const { survey, probed } = machine(WORKS, { devices: [SLOWER, WORKS, WORKS] });

  expect(await chooseProvider("auto", survey)).toEqual({
    execution: { provider: "cuda", deviceId: 1 },
    reasons: ["cuda on device 0: it is slower than the processor"],
  });
  expect(probed).toHaveLength(2);
});

test("what is remembered is not tried again, whatever it was", async () => {
  const good = machine(WORKS, { remembered: WORKS });
  const bad = machine(WORKS, { remembered: verdict("crashed", "it hung") });

  expect((await chooseProvider("auto", good.survey)).execution.provider).toBe("cuda");
  expect((await chooseProvider("auto", bad.survey)).execution.provider).toBe("cpu");
  expect([...good.probed, ...bad.probed]).toEqual([]);
});

test("nothing is tried where nothing is installed, or where the CPU was named", async () => {
  const bare = machine(WORKS, { missing: tell("provider.no-libraries") });
  const named = machine(WORKS);
  const cpu = { execution: { provider: "cpu" }, reasons: [] };

  expect(await chooseProvider("auto", bare.survey)).toEqual(cpu);
  expect(await chooseProvider("cpu", named.survey)).toEqual(cpu);
  expect([...bare.probed, ...named.probed]).toEqual([]);
});

test("WebGPU is only for whoever names it", async () => {
  const mac = machine(WORKS, { system: "darwin" });

  const automatic = await chooseProvider("auto", mac.survey);
  const named = await chooseProvider("webgpu", mac.survey);

  expect([automatic.execution.provider, named.execution.provider]).toEqual(["cpu", "webgpu"]);
});

test("a provider that was named may be slow but must work", async () => {
  expect(await chooseProvider("webgpu", machine(SLOWER).survey)).toEqual({
    execution: { provider: "webgpu" },
    reasons: [],
  });
  const broken = machine(verdict("unavailable", "no device was found"));
  await expect(chooseProvider("cuda", broken.survey)).rejects.toMatchObject({
    code: "provider-unavailable",
    message: "The provider cuda cannot run on this machine: no device was found",
  });
  const absent = machine(WORKS, { missing: tell("provider.no-libraries") });
  await expect(chooseProvider("cuda", absent.survey)).rejects.toMatchObject({
    code: "provider-unavailable",
    message: "The provider cuda cannot run on this machine: Its libraries are not installed.",
  });
});

test("a provider that was named is tried again although it failed before: it may have been mended", async () => {
  const mended = machine(WORKS, { remembered: verdict("unavailable", "no driver") });

  const chosen = await chooseProvider("cuda", mended.survey);

  expect([chosen.execution.provider, mended.probed.length]).toEqual(["cuda", 1]);
});

test("the device that the user chose goes before the others, and no other takes its place", async () => {
  const wanted = machine(WORKS, { devices: [WORKS, WORKS], preferred: 1 });
  const broken = machine(WORKS, { devices: [WORKS, verdict("crashed", "it hung")], preferred: 1 });

  expect((await chooseProvider("cuda", wanted.survey)).execution.deviceId).toBe(1);
  await expect(chooseProvider("cuda", broken.survey)).rejects.toMatchObject({
    code: "provider-unavailable",
  });
});
