import { create, toBinary } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { truncate, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  TensorProto_DataType,
  TensorProtoSchema,
} from "../../../../electron/engine/inference/graph/onnx-schema/onnx_pb.js";
import { peakBytes } from "../../../support/peak-memory.ts";
import { residualNet } from "../../../support/residual-net.ts";
import { tempFolder, type TempFolder } from "../../../support/temp-folder.ts";

const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_FLOAT_DATA = 4;
const TENSOR_RAW_DATA = 9;

/** The start of a fragment of a model with a weight of this many bytes, which are to follow. */
function startOfWeight(bytes: number, field: number): Uint8Array {
  const about = { name: "big", dims: [BigInt(bytes / 4)] };
  const tensor = create(TensorProtoSchema, { ...about, dataType: TensorProto_DataType.FLOAT });
  return [field, GRAPH_INITIALIZER, MODEL_GRAPH].reduce((inner, number, depth) => {
    const before = depth === 0 ? toBinary(TensorProtoSchema, tensor) : new Uint8Array();
    const length = depth === 0 ? bytes : inner.length + bytes;
    const start = new BinaryWriter().tag(number, WireType.LengthDelimited).uint32(length);
    return Buffer.concat([before, start.finish(), inner]);
  }, new Uint8Array());
}

async function growthOf(folder: TempFolder): Promise<number> {
  const script = fileURLToPath(new URL("memory-process.ts", import.meta.url));
  const files = [folder.at("small.onnx"), folder.at("big.onnx")];
  const child = spawn(process.execPath, [script, ...files], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, SEMBLANCE_USER_MODELS: folder.at("user") },
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await once(child, "close");
  return Number(said);
}

test.skipIf(peakBytes() === undefined).each([
  ["as bytes", TENSOR_RAW_DATA],
  ["as numbers", TENSOR_FLOAT_DATA],
])(
  "a file with weights stored %s takes less than twice its size to prepare (where the system tells the peak)",
  async (_, field) => {
    await using folder = await tempFolder();
    const bytes = 64 << 20;
    const small = residualNet().writer.toBytes();
    const start = startOfWeight(bytes, field);
    await writeFile(folder.at("small.onnx"), small);
    await writeFile(folder.at("big.onnx"), [small, start]);
    // What a file is lengthened by are zeros.
    await truncate(folder.at("big.onnx"), small.length + start.length + bytes);

    const growth = await growthOf(folder);

    expect(growth / bytes).toBeGreaterThan(0.5);
    expect(growth / bytes).toBeLessThan(2);
  },
);
