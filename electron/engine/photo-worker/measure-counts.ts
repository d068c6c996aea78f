import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { writeKnownPicture } from "../imaging/known-picture.ts";
import type { MeasuredCounts } from "../inference/counts-memory.ts";
import type { ResolvedModel } from "../inference/models/resolved-model.ts";
import type { Provider } from "../inference/provider-choice.ts";
import { usualCounts, type WorkerCounts } from "../inference/worker-counts.ts";
import { startPhotoWorker } from "./start-photo-worker.ts";

export interface MeasureCountsOptions {
  readonly model: ResolvedModel;
  readonly provider: Provider;
  /** Each combination is tried for this long, after a warm-up. */
  readonly trialMs?: number;
  readonly signal?: AbortSignal;
}

type Rated = Omit<MeasuredCounts, "measuredAtMs">;

const TRIAL_MS = 1_200;
/** As many as the indexer keeps under way. */
const AT_ONCE = 24;
/** Less is noise, and the usual counts are right for more than this one picture. */
const MARGIN = 1.05;

/**
 * Finds by trial which counts take the most photos from the file to the embedding: a real photo worker, with a
 * known picture, for each of a handful of combinations; some seconds of the machine's full attention. The
 * threads of inference are tried first, then, with the best of these, the files at once.
 */
export async function measureCounts(options: MeasureCountsOptions): Promise<MeasuredCounts> {
  options.signal?.throwIfAborted();
  const folder = await mkdtemp(path.join(tmpdir(), "semblance-"));
  try {
    const picture = path.join(folder, "known.jpg");
    await writeKnownPicture(picture);
    const rate = async ({ threads, filesAtOnce }: WorkerCounts): Promise<Rated> => {
      const counts = { threads, filesAtOnce };
      return { ...counts, photosPerSecond: await tryCounts(counts, picture, options) };
    };
    let best = await rate(usualCounts());
    for (const list of [threadCounts, fileCounts]) {
      for (const counts of list(best)) {
        if (options.signal?.aborted) break;
        const tried = await rate(counts);
        // Something else may have run just now: who wins must win twice.
        if (isBetter(tried, best) && isBetter(tried, await rate(best))) best = tried;
      }
    }
    options.signal?.throwIfAborted();
    return { ...best, measuredAtMs: Date.now() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isBetter(one: Rated, other: Rated): boolean {
  return one.photosPerSecond > other.photosPerSecond * MARGIN;
}

/** One, half and all of the cores, but what was tried already. */
function threadCounts(best: WorkerCounts): WorkerCounts[] {
  const cores = availableParallelism();
  return others([1, Math.ceil(cores / 2), cores], best.threads).map((threads) => ({
    ...best,
    threads,
  }));
}

/** As many as there are cores, and half as many again. */
function fileCounts(best: WorkerCounts): WorkerCounts[] {
  const cores = availableParallelism();
  return others([cores, Math.ceil(cores * 1.5) + 1], best.filesAtOnce).map((filesAtOnce) => ({
    ...best,
    filesAtOnce,
  }));
}

function others(counts: readonly number[], known: number): number[] {
  return [...new Set(counts)].filter((count) => count !== known);
}

async function tryCounts(
  counts: WorkerCounts,
  picture: string,
  { model, provider, trialMs = TRIAL_MS }: MeasureCountsOptions,
): Promise<number> {
  await using worker = startPhotoWorker({ model, provider, counts });
  const takeOne = async (lane: number) => {
    const { tensor } = await worker.render(picture, `${picture}.${lane}.webp`);
    await worker.infer(tensor);
  };
  await Promise.all(Array.from({ length: counts.filesAtOnce }, (_, lane) => takeOne(lane)));
  let done = 0;
  const startMs = performance.now();
  const untilEnd = async (lane: number) => {
    while (performance.now() < startMs + trialMs) {
      await takeOne(lane);
      done++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => untilEnd(lane)));
  return (done * 1000) / (performance.now() - startMs);
}
