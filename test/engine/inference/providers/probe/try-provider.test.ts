import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listedProviders } from "../../../../../electron/engine/inference/providers/probe/listed-providers.ts";
import { tryProvider } from "../../../../../electron/engine/inference/providers/probe/try-provider.ts";
import { measureModel } from "../../../../../electron/engine/inference/providers/measure-model.ts";
import { resolveModel } from "../../../../../electron/engine/inference/resolve-model.ts";
import { tempFolder } from "../../../../support/temp-folder.ts";

const probe = {
  model: await resolveModel("starter"),
  execution: { provider: "cpu" },
  threads: 1,
} as const;
const ANY = expect.any(Number) as number;

test("a provider is tried in a process of its own; the CPU agrees with itself", async () => {
  expect(await tryProvider(probe)).toEqual({
    kind: "measured",
    result: {
      agreement: expect.closeTo(1, 5) as number,
      hasSameLabels: true,
      photosPerSecond: ANY,
      cpuPhotosPerSecond: ANY,
    },
  });
});

test("what cannot load is refused with a reason", async () => {
  const model = { ...probe.model, filePath: "/nowhere.onnx" };

  expect(await tryProvider({ ...probe, model })).toEqual({
    kind: "refused",
    reason: expect.stringContaining("/nowhere.onnx") as string,
  });
});

test("a driver that takes its process with it has crashed", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("crashes.mjs"), "process.once('message', () => process.abort());");

  const reply = await tryProvider(probe, { entry: folder.at("crashes.mjs") });

  expect(reply.kind).toBe("crashed");
});

test("a driver that hangs is ended, which is a crash too", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("hangs.mjs"), "process.on('message', () => {});");

  const reply = await tryProvider(probe, { entry: folder.at("hangs.mjs"), timeoutMs: 50 });

  expect(reply).toEqual({ kind: "crashed", reason: "it did not answer within 0.05 s" });
});

test("what onnxruntime can load is listed without loading it here", async () => {
  const names = (await listedProviders()).map(({ name }) => name);

  expect(names).toContain("cpu");
});

test("a model's speed is measured on a provider, or the reason is told", async () => {
  expect(await measureModel(probe.model, "cpu")).toEqual({ photosPerSecond: ANY });
  await expect(
    measureModel({ ...probe.model, filePath: "/nowhere.onnx" }, "cpu"),
  ).rejects.toMatchObject({
    code: "provider-unavailable",
    message: expect.stringContaining("/nowhere.onnx") as string,
  });
});
