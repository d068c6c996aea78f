import { createHash, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** Bytes that stand for a model's file where nobody runs it. */
export function someBytes(count = 200_000): Buffer {
  return randomBytes(count);
}

export function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export interface TestFile {
  readonly bytes: Buffer;
  readonly file?: string;
  /** Null for one that comes with the app. */
  readonly url: string | null;
}

/** Writes the card of a model with two labels into a models folder. */
export async function writeTestCard(
  folder: string,
  name: string,
  files: Readonly<Record<string, TestFile>>,
): Promise<void> {
  const precisions = Object.keys(files);
  const card = {
    name,
    title: `Test ${name}`,
    source: "made by a test",
    files: Object.fromEntries(
      Object.entries(files).map(([precision, { bytes, url, file }]) => [
        precision,
        {
          file: file ?? `${name}-${precision}.onnx`,
          url,
          bytes: bytes.length,
          sha256: sha256Of(bytes),
          licence: "MIT",
        },
      ]),
    ),
    preferred: { cpu: precisions[0], gpu: precisions.at(-1) },
    input: {
      name: "data",
      sizePx: 128,
      resizePx: 146,
      crop: "centre",
      mean: [0.485, 0.456, 0.406],
      std: [0.229, 0.224, 0.225],
    },
    embeddingSize: 384,
    labels: "labels.json",
    temperature: 1,
    labelThreshold: 0.5,
    note: "",
  };
  const at = path.join(folder, name);
  await mkdir(at, { recursive: true });
  await writeFile(path.join(at, "model.json"), JSON.stringify(card));
  const labels = [{ label: "this" }, { label: "that" }];
  await writeFile(path.join(at, "labels.json"), JSON.stringify(labels));
}
