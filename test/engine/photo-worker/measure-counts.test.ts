import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { measureCounts } from "../../../electron/engine/photo-worker/measure-counts.ts";

const model = await resolveModel("starter");

test("the counts that are chosen were tried, and are no more than the machine has", async () => {
  const { threads, filesAtOnce, photosPerSecond } = await measureCounts({
    model,
    provider: "cpu",
    trialMs: 20,
  });

  const cores = availableParallelism();
  expect([1, Math.ceil(cores / 2), cores]).toContain(threads);
  expect(filesAtOnce).toBeGreaterThanOrEqual(Math.min(8, cores));
  expect(photosPerSecond).toBeGreaterThan(0);
});

test("a measurement that is not wanted any more is broken off", async () => {
  const signal = AbortSignal.abort();

  await expect(
    measureCounts({ model, provider: "cpu", trialMs: 20, signal }),
  ).rejects.toMatchObject({ name: "AbortError" });
});
