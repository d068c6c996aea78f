import type { VideoFacts } from "../metadata/video/video-facts.ts";
import type { ProviderChoice } from "../inference/provider-choice.ts";
import type { ResolvedModel } from "../inference/models/resolved-model.ts";
import type { WorkerCounts } from "../inference/worker-counts.ts";
import type {
  Inference,
  PhotoFacts,
  PhotoWorker,
  PictureMaps,
  ShownPhoto,
  WorkerReport,
} from "./photo-worker.ts";
import type { DeathRecord } from "./job.ts";
import { Supervisor } from "./supervisor.ts";

export interface PhotoWorkerOptions {
  readonly model: ResolvedModel;
  /** Without it, what the user chose for this machine. */
  readonly provider?: ProviderChoice;
  /** Instead of what is remembered of this machine. */
  readonly counts?: WorkerCounts;
  /** Replaces the worker, between jobs, when it holds more memory than this. */
  readonly maxRssBytes?: number;
  /** How long one file may take before its worker is ended. */
  readonly deadlineMs?: number;
  /** Remembers across runs which files took a worker with them. */
  readonly deaths?: DeathRecord;
}

/** A photo worker whose process, while it has one, can be told from others. */
export interface StartedPhotoWorker extends PhotoWorker {
  readonly pid: number | undefined;
}

/** Twice what a worker has after thousands of photos; with the engine beside it, 700 MB are not passed for long. */
const MAX_RSS_BYTES = 550_000_000;
/** Beyond every deadline inside the worker, so that only a hang reaches it. */
const DEADLINE_MS = 30_000;

/** Its process starts with the first call and is replaced when it dies. Dispose it to end it. */
export function startPhotoWorker(options: PhotoWorkerOptions): StartedPhotoWorker {
  const supervisor = supervise(options);
  /** The file of each tensor, for the case that the tensor is lost. */
  const paths = new Map<number, string>();
  let lastTensor = 0;

  return {
    get pid() {
      return supervisor.pid;
    },
    report: () => supervisor.submit({ kind: "report" }) as Promise<WorkerReport>,
    fingerprint: (path, sizeBytes) =>
      supervisor.submit({
        kind: "fingerprint",
        path,
        ...(sizeBytes !== undefined && { sizeBytes }),
      }) as Promise<string>,
    video: (path) => supervisor.submit({ kind: "video", path }) as Promise<VideoFacts>,
    facts: (path, sidecars) =>
      supervisor.submit({ kind: "facts", path, sidecars }) as Promise<PhotoFacts>,
    async render(path, thumbnailPath) {
      const tensor = ++lastTensor;
      const rendered = await supervisor.submit({ kind: "render", path, thumbnailPath, tensor });
      paths.set(tensor, path);
      return { ...(rendered as ShownPhoto), tensor };
    },
    draw: (path, thumbnailPath) =>
      supervisor.submit({ kind: "render", path, thumbnailPath }) as Promise<ShownPhoto>,
    infer(tensor) {
      const path = paths.get(tensor);
      if (path === undefined)
        throw new Error(`tensor ${tensor} was inferred already, or never made`);
      paths.delete(tensor);
      return supervisor.submit({ kind: "infer", path, tensor }) as Promise<Inference>;
    },
    ...lookers(supervisor),
    ...writers(supervisor),
    get choice() {
      return supervisor.choice;
    },
    get givenUp() {
      return supervisor.givenUp;
    },
    startAgain: () => supervisor.startAgain(),
    restart: (choice) => supervisor.restart(choice),
    settled: () => supervisor.settled(),
    [Symbol.asyncDispose]: () => supervisor[Symbol.asyncDispose](),
  };
}

/** What is looked at and not kept. */
function lookers(
  supervisor: Supervisor,
): Pick<PhotoWorker, "look" | "pictureLook" | "maps" | "grey"> {
  return {
    look: (path, options = {}) =>
      supervisor.submit({ kind: "look", path, ...options }) as Promise<Inference>,
    async pictureLook(path) {
      const look = await supervisor.submit({ kind: "picture-look", path });
      return look === null ? undefined : new Uint8Array(Buffer.from(look as string, "base64"));
    },
    maps: (path, question, region) =>
      supervisor.submit({
        kind: "maps",
        path,
        question,
        ...(region && { region }),
      }) as Promise<PictureMaps>,
    grey: (path, sizePx) =>
      supervisor.submit({ kind: "grey", path, sizePx }) as Promise<Uint8Array>,
  };
}

/** What is written to the disk. */
function writers(
  supervisor: Supervisor,
): Pick<PhotoWorker, "thumbnail" | "preview" | "turnRendition" | "copy"> {
  return {
    async thumbnail(path, thumbnailPath) {
      await supervisor.submit({ kind: "thumbnail", path, thumbnailPath });
    },
    async preview(path, previewPath) {
      await supervisor.submit({ kind: "preview", path, previewPath });
    },
    async turnRendition(path, turnedPath, rendition) {
      await supervisor.submit({ kind: "turn", path, turnedPath, rendition });
    },
    async copy(path, copyPath, settings) {
      await supervisor.submit({ kind: "copy", path, copyPath, settings });
    },
  };
}

function supervise(options: PhotoWorkerOptions): Supervisor {
  const { maxRssBytes = MAX_RSS_BYTES, deadlineMs = DEADLINE_MS, deaths, ...settings } = options;
  return new Supervisor({ settings, maxRssBytes, deadlineMs, ...(deaths && { deaths }) });
}
