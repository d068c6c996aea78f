import { availableParallelism } from "node:os";
import { InferenceSession, listSupportedBackends, Tensor } from "onnxruntime-node";
import { LibraryError } from "../../contract/errors.ts";
import { toLogits, toProbabilities } from "./classify.ts";
import type { Inference } from "./inference.ts";
import { toUnitLength } from "./normalise.ts";
import { tensorLength } from "./preprocess.ts";
import type { Provider } from "./provider-choice.ts";
import type { ResolvedModel } from "./models/resolved-model.ts";

/** Larger batches are not faster on a CPU, and on a GPU only a little. */
const MAX_BATCH = 16;

/** The provider libraries that this build of onnxruntime can load, whether or not they are installed. */
export function listProviders(): readonly ListedProvider[] {
  return listSupportedBackends();
}

export interface ListedProvider {
  readonly name: string;
  /** Whether npm carries its library. */
  readonly bundled: boolean;
}

/** A model in memory, on one provider. */
export interface ModelSession extends AsyncDisposable {
  readonly maxBatch: number;
  /** `tensors` holds `count` photos one behind the other; the answers are in their order. */
  run(tensors: Float32Array, count: number): Promise<Inference[]>;
}

export interface SessionOptions {
  /** Of CUDA and DirectML, counted from 0; the other providers have no choice. */
  readonly deviceId?: number;
  /** Of inference on the processor; all cores without it. */
  readonly threads?: number;
}

/** Rejects with `model-invalid`, with what onnxruntime said of the file on this provider. */
export async function openSession(
  model: ResolvedModel,
  provider: Provider,
  options: SessionOptions = {},
): Promise<ModelSession> {
  const session = await createSession(model, provider, options);
  const { outputs, input } = model;
  const wanted = Object.values(outputs) as string[];
  const most = maxBatch(session, model);
  return {
    maxBatch: most,
    async run(tensors, count) {
      const rows = provider === "cpu" ? count : stableBatch(count, most);
      const shape = [rows, 3, input.sizePx, input.sizePx];
      const data = new Tensor("float32", firstRows(tensors, rows * tensorLength(input)), shape);
      return toInferences(await session.run({ [input.name]: data }, wanted), model, count);
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

/** `bytes`: a graph to run instead of the model's file. Rejects as {@link openSession} does. */
export async function createSession(
  model: ResolvedModel,
  provider: Provider,
  {
    bytes,
    deviceId,
    threads = availableParallelism(),
  }: SessionOptions & { readonly bytes?: Uint8Array },
): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    executionProviders: [deviceId === undefined ? provider : { name: provider, deviceId }],
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    // DirectML cannot plan memory ahead.
    enableMemPattern: provider !== "dml",
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Threads that wait for work by spinning would take a core from decoding, and from an idle machine.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
    logSeverityLevel: 3,
  };
  try {
    return bytes
      ? await InferenceSession.create(bytes, options)
      : await InferenceSession.create(model.filePath, options);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected the model at ${model.sourcePath} to load on ${provider} but got: ${said}`;
    throw new LibraryError("model-invalid", message, { cause });
  }
}

/**
 * Graphics providers compile or plan for every shape that they meet, so that they are given few: a batch is
 * filled up to the next power of two, and what comes back for the rest is not read. The processor takes any.
 */
export function stableBatch(count: number, most: number): number {
  return Math.min(most, 2 ** Math.ceil(Math.log2(count)));
}

/** The rows beyond a batch may hold anything that is a number. */
function firstRows(tensors: Float32Array, length: number): Float32Array {
  if (tensors.length >= length) return tensors.subarray(0, length);
  const longer = new Float32Array(length);
  longer.set(tensors);
  return longer;
}

/** Some graphs take one photo at a time. */
function maxBatch(session: InferenceSession, { input, sourcePath }: ResolvedModel): number {
  const metadata = session.inputMetadata.find(({ name }) => name === input.name);
  const batch = metadata?.isTensor ? metadata.shape[0] : undefined;
  if (typeof batch !== "number") return MAX_BATCH;
  if (batch === 1) return 1;
  const message = `Expected a free batch size or 1 of ${sourcePath} but got ${batch}`;
  throw new LibraryError("model-invalid", message);
}

/** The answers of a run, one for each photo. Throws `model-invalid` where they are not of the sizes that the model has. */
export function toInferences(
  values: InferenceSession.OnnxValueMapType,
  model: ResolvedModel,
  count: number,
): Inference[] {
  const { embedding, scores, stage2, stage3 } = model.outputs;
  const rowsOf = (name: string) => toRows(values[name]!, count);
  const embeddings = rowsOf(embedding);
  const scoreRows = rowsOf(scores);
  const stage2Rows = stage2 === undefined ? undefined : rowsOf(stage2);
  const stage3Rows = stage3 === undefined ? undefined : rowsOf(stage3);
  return embeddings.map((features, i) => {
    checkSize(model, embedding, features, model.embeddingSize);
    checkSize(model, scores, scoreRows[i]!, model.labels.length);
    return {
      embedding: toUnitLength(features),
      probabilities: toProbabilities(readLogits(model, scoreRows[i]!), model.temperature),
      ...(stage2Rows && { stage2: toUnitLength(stage2Rows[i]!) }),
      ...(stage3Rows && { stage3: toUnitLength(stage3Rows[i]!) }),
    };
  });
}

function readLogits({ scoresAre }: ResolvedModel, scores: Float32Array): Float32Array {
  return scoresAre === "probabilities" ? toLogits(scores) : scores;
}

/** One row for each photo; a map [channels, height, width] counts by the mean of each channel. */
function toRows({ data, dims }: Tensor, count: number): Float32Array[] {
  const values = data as Float32Array;
  const channels = dims[1]!;
  const cells = dims.slice(2).reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, photo) =>
    Float32Array.from({ length: channels }, (_, channel) => {
      const start = (photo * channels + channel) * cells;
      if (cells === 1) return values[start]!;
      return values.subarray(start, start + cells).reduce((sum, value) => sum + value, 0) / cells;
    }),
  );
}

function checkSize(model: ResolvedModel, output: string, row: Float32Array, size: number): void {
  const isFinite = row.every((value) => Number.isFinite(value));
  if (row.length === size && isFinite) return;
  const got = isFinite ? `${row.length}` : "some that are not numbers";
  const message = `Expected ${size} numbers from output "${output}" of ${model.sourcePath} but got ${got}`;
  throw new LibraryError("model-invalid", message);
}
