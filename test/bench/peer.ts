/**
 * @file The peer: the plain sequential script that a user could write. For each photo: sharp to the model's
 * input, onnxruntime with a batch of one, embedding kept in memory; a thumbnail too, so that both do the same work.
 * `node test/bench/peer.ts FOLDER` prints JSON.
 */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import sharp from "sharp";

const SIZE = 128;
const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];

const folder = process.argv[2]!;
const model =
  process.argv[3] ??
  path.join(import.meta.dirname, "../../native-models/starter/starter-int8.onnx");
const out = await mkdtemp(path.join(tmpdir(), "peer-"));
const session = await InferenceSession.create(model);
const files = (await readdir(folder, { recursive: true })).filter((name) =>
  /\.(jpe?g|png|webp|avif|gif|tiff?)$/i.test(name),
);

const startedMs = performance.now();
const embeddings: Float32Array[] = [];
for (const name of files) {
  try {
    const bytes = await readFile(path.join(folder, name));
    const fingerprint = createHash("sha256").update(bytes).digest("hex");
    await sharp(bytes)
      .rotate()
      .resize(341, 256, { fit: "outside" })
      .webp()
      .toFile(path.join(out, `${fingerprint}.webp`));
    const pixels = await sharp(bytes)
      .rotate()
      .removeAlpha()
      .toColourspace("srgb")
      .resize(146, 146, { fit: "outside" })
      .extract(await centre(bytes))
      .raw()
      .toBuffer();
    const { embedding } = await session.run({
      data: new Tensor("float32", toInput(pixels), [1, 3, SIZE, SIZE]),
    });
    embeddings.push(embedding!.data as Float32Array);
  } catch {
    // A plain script skips what it cannot open.
  }
}
const seconds = (performance.now() - startedMs) / 1000;
await rm(out, { recursive: true });
process.stdout.write(JSON.stringify({ photos: embeddings.length, seconds }));

async function centre(
  bytes: Buffer,
): Promise<{ left: number; top: number; width: number; height: number }> {
  const { autoOrient } = await sharp(bytes).metadata();
  const scale = 146 / Math.min(autoOrient.width, autoOrient.height);
  const [width, height] = [
    Math.round(autoOrient.width * scale),
    Math.round(autoOrient.height * scale),
  ];
  return { left: (width - SIZE) >> 1, top: (height - SIZE) >> 1, width: SIZE, height: SIZE };
}

function toInput(pixels: Buffer): Float32Array {
  const plane = SIZE * SIZE;
  const data = new Float32Array(3 * plane);
  for (let i = 0; i < plane; i++) {
    for (let c = 0; c < 3; c++)
      data[c * plane + i] = (pixels[i * 3 + c]! / 255 - MEAN[c]!) / STD[c]!;
  }
  return data;
}
