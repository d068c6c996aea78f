import path from "node:path";
import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { indexingSize } from "../../../electron/engine/imaging/target-size.ts";
import type { Inference } from "../../../electron/engine/inference/inference.ts";
import { cosine } from "../../../electron/engine/inference/normalise.ts";
import { writeTensor } from "../../../electron/engine/inference/preprocess.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { InferenceThread } from "../../../electron/engine/inference/start-inference.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const model = await resolveModel("starter");

async function infer(thread: InferenceThread, name: string): Promise<Inference> {
  const { image } = await decodePhoto(path.join(FIXTURES, name), (original) =>
    indexingSize(original, model.input.resizePx),
  );
  const tensor = thread.takeTensor();
  writeTensor(image, model.input, tensor);
  return await thread.infer(tensor);
}

test("photos of one thing are nearer to each other than to a stranger", async () => {
  await using thread = new InferenceThread({ model, choice: "cpu" });

  const [banana, another, shirt] = await Promise.all(
    [
      "grocery/Banana_005.jpg",
      "grocery/Banana_013.jpg",
      "clothing/24890459-3da7-4976-a837-f289e7af0d48.jpg",
    ].map((name) => infer(thread, name)),
  );

  expect(cosine(banana!.embedding, another!.embedding)).toBeGreaterThan(
    cosine(banana!.embedding, shirt!.embedding) + 0.05,
  );
});

test("an answer has unit embeddings of the card's sizes and probabilities that sum to 1", async () => {
  await using thread = new InferenceThread({ model, choice: "cpu" });

  const { embedding, stage2, stage3, probabilities } = await infer(thread, "rclip/bee.jpg");

  const length = (values: Float32Array) => Math.hypot(...values);
  expect([embedding.length, stage2!.length, stage3!.length, probabilities.length]).toEqual([
    384, 64, 192, 217,
  ]);
  expect([embedding, stage2!, stage3!].map(length)).toEqual(
    [1, 1, 1].map((one) => expect.closeTo(one, 4) as number),
  );
  expect(probabilities.reduce((sum, each) => sum + each)).toBeCloseTo(1, 4);
});

test("a photo's answer does not depend on the batch it was in", async () => {
  await using thread = new InferenceThread({ model, choice: "cpu" });
  const alone = await infer(thread, "rclip/bee.jpg");

  const names = [
    "grocery/Orange_001.jpg",
    "rclip/bee.jpg",
    "immich/denali.webp",
    "rclip/black kitty.jpeg",
  ];
  const together = await Promise.all(names.map((name) => infer(thread, name)));

  expect(together.map(({ embedding }) => cosine(embedding, alone.embedding) > 0.9999)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("what runs is reported", async () => {
  await using thread = new InferenceThread({ model, choice: "cpu" });

  expect(await thread.ready).toEqual({
    execution: { provider: "cpu" },
    reasons: [],
    counts: { threads: expect.any(Number) as number, filesAtOnce: expect.any(Number) as number },
    maxBatch: 16,
    onnxruntime: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
  });
});

test("a model that does not load fails every photo with the reason", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("broken.onnx"), "not a model");
  await using thread = new InferenceThread({
    model: { ...model, filePath: folder.at("broken.onnx") },
    choice: "cpu",
  });

  const expected = {
    code: "model-invalid",
    message: expect.stringContaining("broken.onnx") as string,
  };
  await expect(infer(thread, "rclip/bee.jpg")).rejects.toMatchObject(expected);
  await expect(infer(thread, "rclip/bee.jpg")).rejects.toMatchObject(expected);
  await expect(thread.ready).rejects.toMatchObject(expected);
});

test("a provider that this machine does not have is an error when it is named", async () => {
  const other = process.platform === "win32" ? "coreml" : "dml";
  await using thread = new InferenceThread({ model, choice: other });

  await expect(thread.ready).rejects.toMatchObject({ code: "provider-unavailable" });
});
