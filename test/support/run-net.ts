import { writeFile } from "node:fs/promises";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { toUnitLength } from "../../electron/engine/inference/normalise.ts";
import { SIDE_PX, type Inside, type Net } from "./residual-net.ts";
import type { TempFolder } from "./temp-folder.ts";

/** Two pictures of noise, always the same. */
export function twoPictures(sidePx = SIDE_PX): Float32Array {
  const length = 2 * 3 * sidePx * sidePx;
  return Float32Array.from({ length }, (_, i) => 2 * Math.sin((i * i) / 997));
}

/** Every output of a model's file, by onnxruntime alone. */
export async function runFile(
  file: string,
  pixels: Float32Array,
  shape: readonly number[],
): Promise<InferenceSession.OnnxValueMapType> {
  const session = await InferenceSession.create(file, { logSeverityLevel: 3 });
  try {
    return await session.run({ [session.inputNames[0]!]: new Tensor("float32", pixels, shape) });
  } finally {
    await session.release();
  }
}

/** What a net's inner tensors hold for each of two pictures: spatial means, as floating point numbers. */
export async function insideOf(
  net: Net,
  folder: TempFolder,
  pixels = twoPictures(),
): Promise<Record<Inside, Float32Array[]>> {
  const names = new Set(Object.values(net.inside).map(({ tensor }) => tensor));
  for (const { tensor, scale } of Object.values(net.inside)) {
    // Listed as an output, a tensor comes out as it is; without sizes, any shape will do.
    if (names.delete(tensor)) net.writer.addOutput(tensor, undefined, scale ? "UINT8" : "FLOAT");
  }
  const file = folder.at("inside.onnx");
  await writeFile(file, net.writer.toBytes());
  const sidePx = Math.sqrt(pixels.length / 6);
  const values = await runFile(file, pixels, [2, 3, sidePx, sidePx]);
  const entries = Object.entries(net.inside).map(([name, { tensor, scale = 1, zeroPoint = 0 }]) => {
    const rows = meansOf(values[tensor]!);
    return [name, rows.map((row) => row.map((value) => (value - zeroPoint) * scale))];
  });
  return Object.fromEntries(entries) as Record<Inside, Float32Array[]>;
}

/** The distance of two rows of numbers as a share of the second's length. */
export function relativeError(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!)) / Math.hypot(...b);
}

/** The distance of two directions. */
export function directionError(a: Float32Array, b: Float32Array): number {
  return relativeError(toUnitLength(a), toUnitLength(b));
}

/** For each picture, the mean of each channel of [N, channels, …]. */
export function meansOf({ data, dims }: Tensor): Float32Array[] {
  const [count = 0, channels = 0] = dims;
  const values = Array.from(data as ArrayLike<number>);
  const cells = values.length / count / channels;
  return Array.from({ length: count }, (_, photo) =>
    Float32Array.from({ length: channels }, (_, channel) => {
      const start = (photo * channels + channel) * cells;
      return values.slice(start, start + cells).reduce((sum, value) => sum + value, 0) / cells;
    }),
  );
}
