import { expect, test } from "vitest";
import type { ProbeResult } from "../../../../electron/engine/inference/providers/probe/provider-probe.ts";
import { tell } from "../../../../electron/texts/tell.ts";
import { judge } from "../../../../electron/engine/inference/providers/verdict.ts";

const FINE: ProbeResult = {
  agreement: 0.9999,
  hasSameLabels: true,
  photosPerSecond: 90,
  cpuPhotosPerSecond: 30,
};

function outcome(result: Partial<ProbeResult>, precision = "float32") {
  return judge({ kind: "measured", result: { ...FINE, ...result } }, precision);
}

test("a provider that agrees and is faster may be used", () => {
  expect(outcome({})).toEqual({
    kind: "usable",
    reason: "",
    agreement: 0.9999,
    photosPerSecond: 90,
    cpuPhotosPerSecond: 30,
    triedAtMs: expect.any(Number) as number,
  });
});

test("embeddings that differ from the processor’s are a reason, and so is nonsense", () => {
  expect(outcome({ agreement: 0.998 })).toMatchObject({
    kind: "disagrees",
    reason: "its embeddings differ from the processor’s (cosine 0.9980)",
  });
  expect(outcome({ agreement: Number.NaN })).toMatchObject({ kind: "disagrees", agreement: null });
});

test("a quantised file may be computed in float, which is near but not the same", () => {
  expect(outcome({ agreement: 0.995 }, "int8").kind).toBe("usable");
  expect(outcome({ agreement: 0.98 }, "int8").kind).toBe("disagrees");
});

test("another label at the top is a reason, however near the embeddings", () => {
  expect(outcome({ hasSameLabels: false })).toMatchObject({
    kind: "disagrees",
    reason: "its labels differ from the processor’s",
    told: tell("provider.labels"),
  });
});

test("a provider that is no faster is not worth it", () => {
  expect(outcome({ photosPerSecond: 12.34, cpuPhotosPerSecond: 40 })).toMatchObject({
    kind: "slower",
    reason: "it is slower than the processor (12.3 photos/s against 40.0)",
  });
  expect(outcome({ photosPerSecond: 29 }).kind).toBe("slower");
});

test("where in its source onnxruntime noticed a fault is of no use to anybody here", () => {
  const reason =
    "Expected the model at /m.onnx to load on webgpu but got: /onnxruntime_src/webgpu_context.cc:136 " +
    "Init(const C&)::<lambda()> adapter.status == Status::Success was false. Failed to get a WebGPU adapter";

  expect(judge({ kind: "refused", reason }, "float32").reason).toBe(
    "Failed to get a WebGPU adapter",
  );
});

test("what it said when it refused is kept, on one line; a crash is told from a refusal", () => {
  const refused = judge({ kind: "refused", reason: "no adapter\n  at webgpu" }, "float32");
  const crashed = judge({ kind: "crashed", reason: "trying it ended with SIGSEGV" }, "float32");

  expect([refused, crashed]).toMatchObject([
    { kind: "unavailable", reason: "no adapter at webgpu", agreement: null },
    { kind: "crashed", reason: "trying it ended with SIGSEGV" },
  ]);
});
