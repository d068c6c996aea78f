import { createHash } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { modelsFolder } from "../../../electron/engine/inference/models/models-folder.ts";
import { ModelCard } from "../../../electron/engine/inference/models/model-card.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const STARTER = path.join(modelsFolder(), "starter");

test("the starter is known by name, with everything that its card says", async () => {
  const model = await resolveModel("starter");

  expect({
    ...model,
    labels: model.labels.slice(0, 2),
    sourcePath: path.basename(model.sourcePath),
    filePath: path.basename(model.filePath),
  }).toEqual({
    key: "starter-int8-fc293d71",
    name: "starter",
    precision: "int8",
    sourcePath: "starter-int8.onnx",
    filePath: "starter-int8.onnx",
    input: {
      name: "data",
      sizePx: 128,
      resizePx: 146,
      crop: "centre",
      mean: [0.485, 0.456, 0.406],
      std: [0.229, 0.224, 0.225],
    },
    outputs: { embedding: "embedding", scores: "logits", stage2: "stage2", stage3: "stage3" },
    scoresAre: "logits",
    embeddingSize: 384,
    labels: [
      { name: "tench", wnid: "n01440764" },
      { name: "goldfish", wnid: "n01443537" },
    ],
    temperature: 1,
    labelThreshold: 0.5,
    note: expect.stringContaining("217 things") as string,
  });
  expect(model.labels.length).toBe(217);
});

test("every file of the starter's card has the size and checksum that the card says", async () => {
  const card = ModelCard.parse(
    JSON.parse(await readFile(path.join(STARTER, "model.json"), "utf8")),
  );

  for (const file of Object.values(card.files)) {
    const bytes = await readFile(path.join(STARTER, file.file));
    expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([
      file.bytes,
      file.sha256,
    ]);
  }
});

test("the other precision is reached by its file, and a copy elsewhere is still the starter", async () => {
  await using folder = await tempFolder();
  await copyFile(path.join(STARTER, "starter.onnx"), folder.at("copy.onnx"));

  expect((await resolveModel(path.join(STARTER, "starter.onnx"))).key).toBe(
    "starter-float32-ad308e07",
  );
  expect((await resolveModel(folder.at("copy.onnx"))).key).toBe("starter-float32-ad308e07");
});

test("a card beside a model file may say only what is unusual", async () => {
  await using folder = await tempFolder();
  await copyFile(path.join(STARTER, "starter.onnx"), folder.at("mine.onnx"));
  await copyFile(path.join(STARTER, "labels.json"), folder.at("classes.json"));
  await writeFile(
    folder.at("mine.json"),
    JSON.stringify({ labels: "classes.json", input: { sizePx: 128 } }),
  );

  expect(await resolveModel(folder.at("mine.onnx"))).toMatchObject({
    key: "mine-file-ad308e07",
    name: "mine",
    input: { name: "data", sizePx: 128, resizePx: 146 },
    outputs: { embedding: "embedding", scores: "logits" },
    embeddingSize: 384,
    labelThreshold: 0.5,
    note: "",
  });
});

test("a label file of another length is refused", async () => {
  await using folder = await tempFolder();
  await copyFile(path.join(STARTER, "starter.onnx"), folder.at("mine.onnx"));
  await writeFile(folder.at("classes.json"), JSON.stringify([{ label: "only one" }]));
  await writeFile(folder.at("mine.json"), JSON.stringify({ labels: "classes.json" }));

  await expect(resolveModel(folder.at("mine.onnx"))).rejects.toMatchObject({
    code: "model-invalid",
    message: expect.stringMatching(
      /^Expected a score for each of 1 labels in .*mine\.onnx but got 217 scores$/,
    ) as string,
  });
});

test.each([
  [
    "nothing-of-that-name",
    "model-missing",
    /^Expected the name of a model or a file ending in \.onnx/,
  ],
  ["../starter", "model-missing", /^Expected the name of a model/],
  ["/nowhere/at/all.onnx", "model-missing", /at \/nowhere\/at\/all\.onnx/],
])("%s is refused with %s", async (name, code, message) => {
  await expect(resolveModel(name)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
  });
});

test("a file that is no model is refused by name", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("text.onnx"), "not a model");

  await expect(resolveModel(folder.at("text.onnx"))).rejects.toMatchObject({
    code: "model-invalid",
    message: expect.stringContaining("text.onnx") as string,
  });
});
