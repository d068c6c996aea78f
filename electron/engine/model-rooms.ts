import type { Database } from "./catalog/database.ts";
import { ensureModel, type ClassIds } from "./catalog/labels.ts";
import { WorkerDeaths } from "./catalog/worker-deaths.ts";
import { decoderVersions } from "./imaging/decoder-versions.ts";
import type { ProviderChoice } from "./inference/provider-choice.ts";
import type { ResolvedModel } from "./inference/resolve-model.ts";
import type { PhotoWorker } from "./photo-worker/photo-worker.ts";
import { startPhotoWorker } from "./photo-worker/start-photo-worker.ts";
import { VectorTable } from "./vectors/vector-table.ts";

/** A model at work, and all that is for it alone: embedding spaces never mix. */
export interface ModelRooms extends AsyncDisposable {
  readonly model: ResolvedModel;
  readonly classIds: ClassIds;
  readonly vectors: VectorTable;
  readonly photoWorker: PhotoWorker;
}

export interface ModelRoomsOptions {
  readonly db: Database;
  readonly model: ResolvedModel;
  /** Without it, what the user chose for this machine. */
  readonly provider?: ProviderChoice;
  readonly vectorsFolder: string;
  /** Its embeddings could not be read and must be made again. */
  readonly onLost: () => void;
}

/** Nothing native is loaded before it is needed. */
export function openModelRooms(options: ModelRoomsOptions): ModelRooms {
  const { db, model, provider, vectorsFolder: folder, onLost } = options;
  const vectors = new VectorTable({ folder, model: model.key, onLost });
  const deaths = new WorkerDeaths(db, decoderVersions());
  const photoWorker = startPhotoWorker({ model, deaths, ...(provider && { provider }) });
  return {
    model,
    classIds: ensureModel(db, model.key, model.labels),
    vectors,
    photoWorker,
    async [Symbol.asyncDispose]() {
      await photoWorker[Symbol.asyncDispose]();
      await vectors[Symbol.asyncDispose]();
    },
  };
}
