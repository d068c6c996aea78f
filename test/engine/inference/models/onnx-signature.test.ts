import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { modelsFolder } from "../../../../electron/engine/inference/models/models-folder.ts";
import { readOnnxSignature } from "../../../../electron/engine/inference/models/onnx-signature.ts";
import { hasShared, SHARED } from "../../../support/fixtures.ts";

test("a model file says what goes in and what comes out", async () => {
  const bytes = await readFile(path.join(modelsFolder(), "starter", "starter.onnx"));

  expect(readOnnxSignature(bytes)).toEqual({
    inputs: [{ name: "data", shape: [undefined, 3, undefined, undefined] }],
    outputs: [
      { name: "embedding", shape: [undefined, 384] },
      { name: "logits", shape: [undefined, 217] },
      { name: "stage2", shape: [undefined, 64] },
      { name: "stage3", shape: [undefined, 192] },
      { name: "features", shape: [undefined, 384, undefined, undefined] },
    ],
  });
});

test.skipIf(!hasShared)(
  "the one output of ../shared's published model shapes is seen",
  async () => {
    const bytes = await readFile(
      path.join(SHARED, "models/conformance/resnet50-thin-int8-qdq.onnx"),
    );

    expect(readOnnxSignature(bytes)).toEqual({
      inputs: [{ name: "data", shape: [undefined, 3, 224, 224] }],
      outputs: [{ name: "resnetv17_dense0_fwd", shape: [undefined, 1000] }],
    });
  },
);

test("a file that was cut off, and one that is no model, throw", async () => {
  const bytes = await readFile(path.join(modelsFolder(), "starter", "starter.onnx"));

  expect(() => readOnnxSignature(bytes.subarray(0, 100_000))).toThrow("cut off");
  expect(() =>
    readOnnxSignature(Buffer.from("version https://git-lfs.github.com/spec/v1")),
  ).toThrow();
  expect(() => readOnnxSignature(Buffer.alloc(0))).toThrow("no graph");
});
