import type { FolderId } from "../../contract/folder.ts";
import type { Failure } from "../../contract/photo.ts";
import { readCounts } from "../catalog/counts.ts";
import { listFailures } from "../catalog/failures.ts";
import { absolutePath, countWaiting } from "../catalog/photos.ts";
import { getSetting, setSetting } from "../catalog/settings.ts";
import { indexFolders } from "../indexing/index-folders.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { folderBytes } from "../support/folder-bytes.ts";
import { lancedbVersion } from "../vectors/connect.ts";

type LibraryHandlers = Pick<
  Handlers,
  "library.status" | "library.inspect" | "library.index" | "failure.list"
>;

export function libraryHandlers(parts: Parts): LibraryHandlers {
  const { db, folders, meter, model } = parts;

  function failures(some?: readonly FolderId[]): Failure[] {
    return listFailures(db, some).map((row) => ({
      path: absolutePath(row),
      code: row.code,
      message: row.message,
    }));
  }

  /** A run that indexed nothing need not start the model to say what would run it: it is remembered. */
  async function provider(hasRun: boolean): Promise<string> {
    const known = hasRun ? undefined : getSetting(db, "provider");
    if (known !== undefined) return known;
    const report = await parts.photoWorker.report();
    setSetting(db, "provider", report.provider);
    return report.provider;
  }

  return {
    "library.status": () => ({
      folders: folders.list(),
      counts: readCounts(db),
      progress: meter.read(countWaiting(db), folders.scanning),
      model: model.key,
      modelNote: model.note,
    }),
    "library.inspect": async () => {
      const report = await parts.photoWorker.report();
      return {
        libraryFolder: parts.libraryFolder,
        model: model.key,
        provider: report.provider,
        versions: { node: process.versions.node, ...report.versions, lancedb: lancedbVersion() },
        diskBytes: await folderBytes(parts.libraryFolder),
      };
    },
    "library.index": async ({ paths }) => {
      const startedMs = performance.now();
      const run = await indexFolders(parts, paths);
      return {
        indexed: run.indexed,
        unchanged: run.unchanged,
        failed: failures(run.folders),
        seconds: (performance.now() - startedMs) / 1000,
        model: model.key,
        provider: await provider(run.indexed > 0),
      };
    },
    "failure.list": ({ folders: some }) => failures(some),
  };
}
