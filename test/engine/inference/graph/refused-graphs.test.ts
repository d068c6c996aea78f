import { create, toBinary } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  ModelProtoSchema,
  TensorProto_DataLocation,
} from "../../../../electron/engine/inference/graph/onnx-schema/onnx_pb.js";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { openSession } from "../../../../electron/engine/inference/session.ts";
import { OnnxWriter, type ElementType, type Shape } from "../../../support/onnx-writer.ts";
import { residualNet, type NetOptions } from "../../../support/residual-net.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

/** What `resolveModel` says of a file with these bytes, its path left out. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  await using folder = await tempFolder();
  await writeFile(folder.at("net.onnx"), bytes);
  const error: unknown = await resolveModel(folder.at("net.onnx")).then(
    () => "accepted",
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: "model-invalid" });
  return (error as Error).message.replaceAll(folder.at("net.onnx"), "FILE");
}

function netWithInput(input: Shape, type: ElementType = "FLOAT"): Uint8Array {
  const { writer } = residualNet({ input });
  writer.inputs.length = 0;
  writer.addInput("pixels", input, type);
  return writer.toBytes();
}

test.each<[string, Shape, ElementType, string]>([
  [
    "channels last",
    ["N", 224, 224, 3],
    "FLOAT",
    "Expected one input of the shape [N, 3, height, width], channels first (tf2onnx --inputs-as-nchw pixels converts so), in FILE but got pixels FLOAT [?, 224, 224, 3]",
  ],
  [
    "several photos at a time and no fewer",
    [4, 3, 224, 224],
    "FLOAT",
    "Expected an input with a free batch size or 1 in FILE but got pixels FLOAT [4, 3, 224, 224]",
  ],
  [
    "one channel",
    ["N", 1, 224, 224],
    "FLOAT",
    "Expected one input of the shape [N, 3, height, width] in FILE but got pixels FLOAT [?, 1, 224, 224]",
  ],
  [
    "a row instead of a picture",
    ["N", 150528],
    "FLOAT",
    "Expected one input of the shape [N, 3, height, width] in FILE but got pixels FLOAT [?, 150528]",
  ],
  [
    "a picture that is wider than high",
    ["N", 3, 224, 320],
    "FLOAT",
    "Expected an input as high as it is wide in FILE but got pixels FLOAT [?, 3, 224, 320]",
  ],
  [
    "numbers of 16 bits",
    ["N", 3, 224, 224],
    "FLOAT16",
    "Expected an input of 32-bit floating point numbers in FILE but got pixels FLOAT16 [?, 3, 224, 224]",
  ],
])("an input with %s is refused", async (_, shape, type, message) => {
  expect(await refusalOf(netWithInput(shape, type))).toBe(message);
});

test("several inputs are refused by name", async () => {
  const { writer } = residualNet();
  writer.addInput("mask", ["N", 1], "UINT8");

  expect(await refusalOf(writer.toBytes())).toBe(
    "Expected one input of the shape [N, 3, height, width] in FILE but got pixels FLOAT [?, 3, 32, 32], mask UINT8 [?, 1]",
  );
});

test("weights that an old file lists among its inputs are no inputs", async () => {
  await using folder = await tempFolder();
  const { writer } = residualNet();
  for (const { name, dims } of writer.weights) writer.addInput(name, dims.map(Number));
  await writeFile(folder.at("net.onnx"), writer.toBytes());

  expect((await resolveModel(folder.at("net.onnx"))).input.name).toBe("pixels");
});

test("a batch of exactly one works, one photo at a time", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("net.onnx"), netWithInput([1, 3, 32, 32]));
  await using session = await openSession(await resolveModel(folder.at("net.onnx")), "cpu");

  expect(session.maxBatch).toBe(1);
  expect((await session.run(new Float32Array(3 * 32 * 32).fill(0.5), 1)).length).toBe(1);
});

test("a file of embeddings without a classifier is refused: it has no labels to give", async () => {
  const { writer, inside } = residualNet();
  writer.outputs.length = 0;
  writer.addOutput(inside.embedding.tensor, ["N", 32]);

  expect(await refusalOf(writer.toBytes())).toMatch(
    /^Expected class scores from a Gemm, a MatMul or a Conv with constant weights in FILE but got Flatten_\d+ FLOAT \[\?, 32\] from GlobalAveragePool$/,
  );
});

test("scores that are not meant for a softmax are refused by what makes them", async () => {
  const { writer, inside } = residualNet();
  writer.outputs.length = 0;
  writer.addOutput(writer.addNamed("yes", "Sigmoid", [inside.logits.tensor]), ["N", 1000]);

  expect(await refusalOf(writer.toBytes())).toMatch(/but got yes FLOAT \[\?, 1000\] from Sigmoid$/);
});

test("a number of classes that is unknown needs a card", async () => {
  expect(await refusalOf(residualNet({ classes: 1001 }).writer.toBytes())).toBe(
    "Expected a card beside it that names its label file, or 1000 scores in FILE but got no card and 1001 scores",
  );
});

test("a card beside it names the labels, and what else is unusual", async () => {
  await using folder = await tempFolder();
  const labels = Array.from({ length: 5 }, (_, i) => ({ label: `thing ${i}` }));
  await writeFile(folder.at("things.json"), JSON.stringify(labels));
  await writeFile(
    folder.at("net.json"),
    JSON.stringify({ labels: "things.json", embeddingSize: 32 }),
  );
  await writeFile(folder.at("net.onnx"), residualNet({ classes: 5 }).writer.toBytes());

  expect((await resolveModel(folder.at("net.onnx"))).labels.at(-1)).toEqual({
    name: "thing 4",
    wnid: null,
  });
});

test.each<[string, object, string]>([
  [
    "another size of the embedding",
    { embeddingSize: 512 },
    "Expected the embedding of 512 numbers that its card names in FILE but got one of 32",
  ],
  [
    "another size of the input",
    { input: { sizePx: 224 } },
    "Expected an input of 224 pixels, as its card says, in FILE but got 32",
  ],
  [
    "another input",
    { input: { name: "data" } },
    'Expected the input "data" that its card names in FILE but got "pixels"',
  ],
])("a card that names %s is refused", async (_, card, message) => {
  await using folder = await tempFolder();
  await writeFile(folder.at("net.json"), JSON.stringify(card));
  await writeFile(folder.at("net.onnx"), residualNet().writer.toBytes());

  await expect(resolveModel(folder.at("net.onnx"))).rejects.toMatchObject({
    code: "model-invalid",
    message: message.replace("FILE", folder.at("net.onnx")),
  });
});

test("a file whose weights are in another one is refused with that one's name", async () => {
  const { writer } = residualNet();
  writer.weights[0]!.dataLocation = TensorProto_DataLocation.EXTERNAL;
  writer.weights[0]!.externalData = [
    { $typeName: "onnx.StringStringEntryProto", key: "location", value: "net.onnx.data" },
  ];

  expect(await refusalOf(writer.toBytes())).toBe(
    "Expected all weights in FILE but got weights in net.onnx.data: save the model as one file",
  );
});

test.each([0.01, 0.3, 0.9, 0.999])(
  "a file that ends after %d of its length is refused",
  async (share) => {
    const bytes = residualNet().writer.toBytes();

    expect(await refusalOf(bytes.subarray(0, bytes.length * share))).toMatch(
      /^Expected a whole ONNX model in FILE but got one that is cut off after \d+ bytes, or no model at all$/,
    );
  },
);

test.each([
  [
    "text",
    Buffer.from("not a model"),
    /^Expected a whole ONNX model in FILE but got something else$/,
  ],
  [
    "a pointer of Git LFS",
    Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:4e8f\nsize 46820737\n"),
    /but got a pointer of Git LFS: download the file itself$/,
  ],
  ["nothing", Buffer.alloc(0), /^Expected an ONNX graph in FILE but got none$/],
  [
    "a picture",
    readFileSync(new URL("../../../fixtures/photos/rclip/bee.jpg", import.meta.url)),
    /^Expected a whole ONNX model in FILE/,
  ],
])("%s is refused", async (_, bytes, message) => {
  expect(await refusalOf(bytes)).toMatch(message);
});

test("operators that are newer than onnxruntime are refused by it, with the name of the user's file", async () => {
  await using folder = await tempFolder();
  const options: NetOptions = { opset: 9999, head: "gemm" };
  await writeFile(folder.at("net.onnx"), residualNet(options).writer.toBytes());
  const model = await resolveModel(folder.at("net.onnx"));

  await expect(openSession(model, "cpu")).rejects.toMatchObject({
    code: "model-invalid",
    message: expect.stringMatching(/net\.onnx to load on cpu but got: .*opset/s) as string,
  });
});

test("fields that this version of the schema does not know are stepped over, and kept", async () => {
  await using folder = await tempFolder();
  const { writer } = residualNet();
  const later = new BinaryWriter().tag(999, WireType.LengthDelimited).string("later").finish();
  await writeFile(folder.at("net.onnx"), Buffer.concat([writer.toBytes(), later]));

  const { filePath } = await resolveModel(folder.at("net.onnx"));

  expect(readFileSync(filePath).includes(Buffer.from(later))).toBe(true);
});

test("a model without nodes is refused", async () => {
  const empty = toBinary(ModelProtoSchema, create(ModelProtoSchema, { graph: { name: "empty" } }));

  expect(await refusalOf(empty)).toBe("Expected an ONNX graph in FILE but got none");
  expect(await refusalOf(new OnnxWriter(13).toBytes())).toBe(
    "Expected an ONNX graph in FILE but got none",
  );
});
