import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  ModelProtoSchema,
  TensorProto_DataType,
  type TensorProto,
} from "../../../electron/engine/inference/graph/onnx-schema/onnx_pb.js";
import { modelsFolder } from "../../../electron/engine/inference/models/models-folder.ts";

/** What training made. The other constants imitate a JPEG and enlarge the picture; they are no weights. */
const LEARNED = /^(stem|stage\d|fc)[._]/;

/**
 * Writes the starter's float32 graph with every weight and bias replaced by a normal random number of the mean and
 * deviation that its tensor has, and the card that it needs beside it. Seeded. Answers with the model's file.
 */
export async function writeRandomStarter(folder: string, seed = 1): Promise<string> {
  const starter = path.join(modelsFolder(), "starter");
  const model = fromBinary(ModelProtoSchema, await readFile(path.join(starter, "starter.onnx")));
  const random = normalNumbers(seed);
  const learned = model.graph!.initializer.filter(({ name }) => LEARNED.test(name));
  if (learned.length < 20)
    throw new Error(`expected the starter's weights but got ${learned.length} of them`);
  for (const tensor of learned) randomise(tensor, random);
  const file = path.join(folder, "random.onnx");
  await writeFile(file, toBinary(ModelProtoSchema, model));
  const card = JSON.parse(await readFile(path.join(starter, "model.json"), "utf8")) as {
    input: unknown;
    outputs: unknown;
  };
  const labels = await readFile(path.join(starter, "labels.json"));
  await writeFile(path.join(folder, "labels.json"), labels);
  const { input, outputs } = card;
  await writeFile(
    path.join(folder, "random.json"),
    JSON.stringify({ input, outputs, labels: "labels.json" }),
  );
  return file;
}

function randomise(tensor: TensorProto, random: () => number): void {
  const values = numbersOf(tensor);
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  for (let at = 0; at < values.length; at++) values[at] = mean + deviation * random();
  tensor.rawData = new Uint8Array(values.buffer);
}

function numbersOf({ name, dataType, rawData }: TensorProto): Float32Array | Float16Array {
  // Not `slice`: these bytes are a Buffer, whose slices share the memory of the whole file.
  const { buffer } = new Uint8Array(rawData);
  if (TensorProto_DataType[dataType] === "FLOAT") return new Float32Array(buffer);
  if (TensorProto_DataType[dataType] === "FLOAT16") return new Float16Array(buffer);
  throw new Error(`expected floating-point weights in ${name} but got type ${dataType}`);
}

/** Mean 0, deviation 1, after Box and Muller. */
function normalNumbers(seed: number): () => number {
  let state = seed;
  const even = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
}
