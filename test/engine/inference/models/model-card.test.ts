import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LabelFile, ModelCard } from "../../../../electron/engine/inference/models/model-card.ts";
import { modelsFolder } from "../../../../electron/engine/inference/models/models-folder.ts";

const read = async (...names: string[]): Promise<unknown> =>
  JSON.parse(await readFile(path.join(modelsFolder(), ...names), "utf8"));

describe.each(["starter", "resnet18", "resnet50"])("the card of %s", (name) => {
  test("is one, and is in the folder of its name", async () => {
    const card = ModelCard.parse(await read(name, "model.json"));

    expect(card.name).toBe(name);
    expect(card.title).not.toBe("");
    expect(card.note).not.toBe("");
  });

  test("names labels that are there", async () => {
    const card = ModelCard.parse(await read(name, "model.json"));

    expect(LabelFile.parse(await read(name, card.labels))).toHaveLength(
      name === "starter" ? 217 : 1000,
    );
  });

  test("says where each file comes from that is not beside it", async () => {
    const { files } = ModelCard.parse(await read(name, "model.json"));
    const beside = await readdir(path.join(modelsFolder(), name));

    for (const { file, url } of Object.values(files)) {
      expect(beside.includes(file)).toBe(url === null);
      if (url !== null) expect(url).toMatch(new RegExp(`^https://.*/${file}$`));
    }
  });
});

test.each([
  ["resnet18:float32", "resnet18-v1-7.onnx", "4e8f8653", 46_820_737],
  ["resnet50:float32", "resnet50-v1-12.onnx", "3f03fdef", 102_576_593],
  ["resnet50:int8", "resnet50-v1-12-int8.onnx", "c234f309", 25_816_052],
])("%s is the ONNX model zoo's %s", async (model, file, checksum, bytes) => {
  const [name = "", precision = ""] = model.split(":");
  const { files } = ModelCard.parse(await read(name, "model.json"));

  expect(files[precision]).toMatchObject({
    file,
    bytes,
    sha256: expect.stringMatching(new RegExp(`^${checksum}`)),
    licence: "Apache-2.0",
  });
});

test("a card may have a second encoder, for sentences", async () => {
  const card = ModelCard.parse(await read("starter", "model.json"));
  const text = { files: card.files, tokenizer: "tokenizer.json", contextLength: 77 };

  expect(ModelCard.parse({ ...card, encoders: { text } }).encoders).toEqual({ text });
});

test("a card that prefers a precision that it does not have is none", async () => {
  const card = ModelCard.parse(await read("starter", "model.json"));

  const parsed = ModelCard.safeParse({ ...card, preferred: { cpu: "int4", gpu: "float32" } });

  expect(parsed.error?.issues[0]?.message).toBe(
    "expected the preferred precisions to be among the files",
  );
});
