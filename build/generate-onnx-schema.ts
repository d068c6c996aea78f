/**
 * @file Makes the code that reads and writes ONNX files from their schema: `node build/generate-onnx-schema.ts`.
 * Needs `protoc` (Debian's package protobuf-compiler); the result is in the repository, so that building does not.
 */
import { execFileSync } from "node:child_process";
import { delimiter } from "node:path";
import { inProject } from "./project.ts";

const folder = inProject("electron", "engine", "inference", "graph", "onnx-schema");
const bin = inProject("node_modules", ".bin");
execFileSync(
  "protoc",
  [`--proto_path=${folder}`, `--es_out=${folder}`, "--es_opt=target=js+dts", "onnx.proto"],
  {
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
    stdio: "inherit",
  },
);
