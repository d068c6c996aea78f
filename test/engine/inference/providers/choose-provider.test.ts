import { expect, test } from "vitest";
import {
  chooseProvider,
  type ProviderSurvey,
} from "../../../../electron/engine/inference/providers/choose-provider.ts";
import type { ProbeReply } from "../../../../electron/engine/inference/providers/provider-probe-process.ts";

const WORKS: ProbeReply = { kind: "measured", result: { agreement: 1, providerMs: 1, cpuMs: 9 } };

/** A machine whose candidate answers this way, and how often it was asked. */
function machine(
  reply: ProbeReply,
  { system = "linux", missing }: { system?: string; missing?: string } = {},
) {
  const probed: string[] = [];
  const survey: ProviderSurvey = {
    platform: { system, processor: "x64" },
    missing: () => missing,
    probe: async (provider) => {
      probed.push(provider);
      return reply;
    },
  };
  return { survey, probed };
}

test("auto takes the platform's candidate when it works, agrees and is faster", async () => {
  expect(await chooseProvider("auto", machine(WORKS).survey)).toEqual({
    provider: "cuda",
    reasons: [],
  });
  expect(await chooseProvider("auto", machine(WORKS, { system: "win32" }).survey)).toEqual({
    provider: "dml",
    reasons: [],
  });
});

test.each<[string, ProbeReply, RegExp]>([
  [
    "crashes",
    { kind: "refused", reason: "trying it ended with SIGSEGV" },
    /^cuda: trying it ended with SIGSEGV$/,
  ],
  [
    "disagrees",
    { kind: "measured", result: { agreement: 0.98, providerMs: 1, cpuMs: 9 } },
    /differ from the CPU's \(cosine 0\.9800\)/,
  ],
  [
    "returns nonsense",
    { kind: "measured", result: { agreement: Number.NaN, providerMs: 1, cpuMs: 9 } },
    /differ/,
  ],
  [
    "is slower",
    { kind: "measured", result: { agreement: 1, providerMs: 9, cpuMs: 1 } },
    /slower than the CPU/,
  ],
])("auto falls back to the CPU when the candidate %s, and says why", async (_, reply, reason) => {
  const chosen = await chooseProvider("auto", machine(reply).survey);

  expect(chosen).toEqual({ provider: "cpu", reasons: [expect.stringMatching(reason)] });
});

test("nothing is tried where nothing is installed, or where the CPU was named", async () => {
  const bare = machine(WORKS, { missing: "its libraries are not installed" });
  const named = machine(WORKS);

  expect(await chooseProvider("auto", bare.survey)).toEqual({ provider: "cpu", reasons: [] });
  expect(await chooseProvider("cpu", named.survey)).toEqual({ provider: "cpu", reasons: [] });
  expect([...bare.probed, ...named.probed]).toEqual([]);
});

test("a provider that was named may be slow but must work", async () => {
  const slow = machine({ kind: "measured", result: { agreement: 1, providerMs: 9, cpuMs: 1 } });
  const broken = machine({ kind: "refused", reason: "no device was found" });

  expect(await chooseProvider("webgpu", slow.survey)).toEqual({ provider: "webgpu", reasons: [] });
  await expect(chooseProvider("cuda", broken.survey)).rejects.toMatchObject({
    code: "provider-unavailable",
    message: "The provider cuda cannot run on this machine: no device was found",
  });
});
