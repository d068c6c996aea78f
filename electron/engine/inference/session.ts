import { availableParallelism } from "node:os";
import { env, InferenceSession, listSupportedBackends, Tensor } from "onnxruntime-node";
import { LibraryError } from "../../contract/errors.ts";
import { toProbabilities } from "./classify.ts";
import type { Inference } from "./inference.ts";
import { toUnitLength } from "./normalise.ts";
import { tensorLength } from "./preprocess.ts";
import type { Provider } from "./provider-choice.ts";
import type { ResolvedModel } from "./models/resolved-model.ts";

/** Larger batches are not faster on a CPU, and on a GPU only a little. */
const MAX_BATCH = 16;

export const onnxruntimeVersion = env.versions.node ?? env.versions.common;

/** The provider libraries that this build of onnxruntime can load, whether or not they are installed. */
export function listProviders(): { name: string; bundled: boolean }[] {
  return listSupportedBackends();
}

/** A model in memory, on one provider. */
export interface ModelSession extends AsyncDisposable {
  readonly maxBatch: number;
  /** `tensors` holds `count` photos one behind the other; the answers are in their order. */
  run(tensors: Float32Array, count: number): Promise<Inference[]>;
}

export async function openSession(model: ResolvedModel, provider: Provider): Promise<ModelSession> {
  const session = await createSession(model, provider);
  const { outputs, input } = model;
  const wanted = Object.values(outputs) as string[];
  return {
    maxBatch: maxBatch(session, model),
    async run(tensors, count) {
      const shape = [count, 3, input.sizePx, input.sizePx];
      const data = new Tensor("float32", tensors.subarray(0, count * tensorLength(input)), shape);
      return toInferences(await session.run({ [input.name]: data }, wanted), model, count);
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

async function createSession(model: ResolvedModel, provider: Provider): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model.filePath, {
      executionProviders: [provider],
      graphOptimizationLevel: "all",
      executionMode: "sequential",
      // DirectML cannot plan memory ahead.
      enableMemPattern: provider !== "dml",
      intraOpNumThreads: availableParallelism(),
      interOpNumThreads: 1,
      // Threads that wait for work by spinning would take a core from decoding, and from an idle machine.
      extra: { session: { intra_op: { allow_spinning: "0" } } },
      logSeverityLevel: 3,
    });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected the model at ${model.filePath} to load on ${provider} but got: ${said}`;
    throw new LibraryError("model-invalid", message, { cause });
  }
}

/** Some graphs take one photo at a time. */
function maxBatch(session: InferenceSession, { input, filePath }: ResolvedModel): number {
  const metadata = session.inputMetadata.find(({ name }) => name === input.name);
  const batch = metadata?.isTensor ? metadata.shape[0] : undefined;
  if (typeof batch !== "number") return MAX_BATCH;
  if (batch === 1) return 1;
  const message = `Expected a free batch size or 1 of ${filePath} but got ${batch}`;
  throw new LibraryError("model-invalid", message);
}

function toInferences(
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
      probabilities: toProbabilities(scoreRows[i]!, model.temperature),
      ...(stage2Rows && { stage2: toUnitLength(stage2Rows[i]!) }),
      ...(stage3Rows && { stage3: toUnitLength(stage3Rows[i]!) }),
    };
  });
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
  const message = `Expected ${size} numbers from output "${output}" of ${model.filePath} but got ${got}`;
  throw new LibraryError("model-invalid", message);
}
