import type { ErrorCode } from "../../electron/contract/errors.ts";
import type { Failure } from "../../electron/contract/photo.ts";
import { loadTeller } from "../../electron/texts/load-teller.ts";
import { spawnEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { watchTreeMemory, type TreePeak } from "../support/tree-memory.ts";
import { until } from "../support/until.ts";
import { writeHostileFiles, type HostileFile, type HostileFilesOptions } from "./hostile-files.ts";

export interface HostileReport {
  readonly files: readonly HostileFile[];
  /** Photos with an embedding, and those that failed with the reason. */
  readonly indexed: number;
  readonly failures: readonly Failure[];
  /** The longest time in which no file came to its end. */
  readonly longestPauseMs: number;
  readonly tookMs: number;
  /** Undefined where the system does not tell it. */
  readonly peak: TreePeak | undefined;
}

/** Nothing is waited for any longer; on the slowest machine sixty files take a tenth of it. */
export const HOSTILE_TIMEOUT_MS = 600_000;
/** DESIGN.md: what must be decoded whole, one at a time, with everything else that runs. */
const MAX_TREE_BYTES = 1_500_000_000;

/** Has a real engine, in a process of its own, index a folder of hostile files. Rejects when the engine dies. */
export async function indexHostileFiles(options: HostileFilesOptions): Promise<HostileReport> {
  await using folder = await tempFolder();
  const files = await writeHostileFiles(folder.at("photos"), options);
  await using engine = await spawnEngine(folder.at("library"));
  const { client } = engine;
  using memory = watchTreeMemory(engine.pid);

  const startMs = performance.now();
  await client.request("folder.add", { path: folder.at("photos") });
  let [ended, endedAtMs, longestPauseMs] = [0, startMs, 0];
  const countEnded = async () => {
    const { counts } = await client.request("library.status", {});
    const nowMs = performance.now();
    if (counts.indexed + counts.failed > ended) endedAtMs = nowMs;
    ended = counts.indexed + counts.failed;
    longestPauseMs = Math.max(longestPauseMs, nowMs - endedAtMs);
    return ended;
  };
  await until(
    `an outcome of each of ${files.length} files`,
    async () => (await countEnded()) >= files.length,
    Math.max(HOSTILE_TIMEOUT_MS, files.length * 2000),
  );

  const { counts } = await client.request("library.status", {});
  return {
    files,
    indexed: counts.indexed,
    failures: await client.request("failure.list", {}),
    longestPauseMs,
    tookMs: performance.now() - startMs,
    peak: memory.peak(),
  };
}

/** What must be empty, in a shape that says which files it was where it is not. */
export async function summarise({ files, indexed, failures, peak }: HostileReport) {
  const spanish = await loadTeller("es");
  const whatOf = new Map(files.map(({ path, what }) => [path, what]));
  const tell = ({ path, code, message }: Failure) => `${whatOf.get(path)}: ${code}, ${message}`;
  const isTold = ({ why }: Failure) => {
    const said = why && spanish.say(why.told);
    return said !== undefined && said !== why!.sentence;
  };
  return {
    withoutOutcome: files.length - indexed - failures.length,
    // The deadlines inside the photo worker are 20 s a file.
    hung: failures.filter(({ code }) => HUNG.has(code)).map(tell),
    unexplained: failures.filter(({ code }) => !OF_THE_FILE.has(code) && !HUNG.has(code)).map(tell),
    /** Without words for whoever speaks no English. */
    untold: failures.filter((failure) => !isTold(failure)).map(tell),
    isWithinMemory: peak === undefined || peak.treeBytes <= MAX_TREE_BYTES,
  };
}

const HUNG: ReadonlySet<ErrorCode> = new Set(["decode-timeout", "decoder-crashed"]);
/** What a damaged file may come to. */
const OF_THE_FILE: ReadonlySet<ErrorCode> = new Set([
  "image-corrupt",
  "image-too-large",
  "format-unsupported",
  "exiftool-missing",
]);
