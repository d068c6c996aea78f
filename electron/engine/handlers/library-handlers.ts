import { LibraryError } from "../../contract/errors.ts";
import type { LibraryInspection, LibraryStatus } from "../../contract/library.ts";
import { readCounts } from "../catalog/counts.ts";
import { toldAs } from "../../texts/tell-card.ts";
import { listFailures } from "../catalog/failures.ts";
import { getSetting, setSetting } from "../catalog/settings.ts";
import { indexFolders } from "../indexing/index-folders.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { folderBytes } from "../support/folder-bytes.ts";
import { lancedbVersion } from "../vectors/connect.ts";

type LibraryHandlers = Pick<Handlers, "library.status" | "library.inspect" | "library.index">;

export function libraryHandlers(parts: Parts): LibraryHandlers {
  const { db } = parts;

  /** A run that indexed nothing need not start the model to say what would run it: it is remembered. */
  async function provider(hasRun: boolean): Promise<string> {
    const known = hasRun ? undefined : getSetting(db, "provider");
    if (known !== undefined) return known;
    const report = await parts.current().photoWorker.report();
    setSetting(db, "provider", report.provider);
    return report.provider;
  }

  return {
    "library.status": () => status(parts),
    "library.inspect": () => inspect(parts),
    "library.index": async ({ paths }) => {
      const startedMs = performance.now();
      if (parts.pace.isPaused) {
        const message = "expected indexing to go on but it is paused; resume it first";
        throw new LibraryError("indexing-paused", message);
      }
      // What is written from now on has its sums, so that no search has to wait for them.
      parts.labelUpkeep.makeSums(parts.search.summedFamilies());
      const run = await indexFolders(parts, paths);
      // A live engine goes on behind; a command that ends with this answer must not leave it half done.
      if (!parts.live) {
        await parts.modelSwitch.settled();
        await parts.mirrorUpkeep.settled();
        await parts.metadataUpkeep.settled();
        await parts.catalogCare.backUpIfDue();
      }
      return {
        indexed: run.indexed,
        unchanged: run.unchanged,
        failed: listFailures(db, run.folders),
        seconds: (performance.now() - startedMs) / 1000,
        model: parts.current().model.key,
        provider: await provider(run.indexed > 0),
      };
    },
  };
}

function status(parts: Parts): LibraryStatus {
  const { db, folders, meter } = parts;
  const { model } = parts.current();
  return {
    folders: folders.list(),
    counts: readCounts(db),
    progress: meter.read(parts.countWaiting(), folders.scanning),
    indexing: parts.indexingControl.choice,
    notices: parts.notices.list(),
    model: model.key,
    modelNote: model.note,
    ...toldAs("modelNoteTold", model.note),
    switching: parts.modelSwitch.status(),
  };
}

async function inspect({ current, libraryFolder }: Parts): Promise<LibraryInspection> {
  const { model, photoWorker } = current();
  const report = await photoWorker.report();
  return {
    libraryFolder,
    model: model.key,
    provider: report.provider,
    versions: { node: process.versions.node, ...report.versions, lancedb: lancedbVersion() },
    diskBytes: await folderBytes(libraryFolder),
  };
}
