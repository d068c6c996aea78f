import { expect, test } from "vitest";
import { tryProvider } from "../../../../electron/engine/inference/providers/try-provider.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";

test("a provider is tried in a process of its own; the CPU agrees with itself", async () => {
  const reply = await tryProvider(await resolveModel("starter"), "cpu");

  expect(reply).toEqual({
    kind: "measured",
    result: {
      agreement: expect.closeTo(1, 5) as number,
      providerMs: expect.any(Number) as number,
      cpuMs: expect.any(Number) as number,
    },
  });
});

test("what cannot load is refused with a reason", async () => {
  const model = { ...(await resolveModel("starter")), filePath: "/nowhere.onnx" };

  expect(await tryProvider(model, "cpu")).toEqual({
    kind: "refused",
    reason: expect.stringContaining("/nowhere.onnx") as string,
  });
});
