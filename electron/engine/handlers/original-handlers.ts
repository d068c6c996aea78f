import type { ExportReport, ExportTarget } from "../../contract/originals.ts";
import { absolutePath } from "../catalog/photos.ts";
import { exportPhoto } from "../originals/export-photo.ts";
import { readPresentPhoto } from "../originals/present-photo.ts";
import { toProblem } from "../originals/problem.ts";
import { trashPhotos } from "../originals/trash-photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import type { IssuedNames } from "./exchange-handlers.ts";

type OriginalHandlers = Pick<
  Handlers,
  "photo.trash" | "export.open" | "export.openPlace" | "photo.export"
>;

/** The only requests that move or write photo files. */
export function originalHandlers(parts: Parts, { places, targets }: IssuedNames): OriginalHandlers {
  const { db, feed, folders, search, duplicateUpkeep } = parts;

  async function open(path: string): Promise<{ target: ExportTarget; path: string }> {
    const watched = folders.list().map((folder) => folder.path);
    const target = await targets.open(path, watched);
    return { target, path: targets.folderOf(target) };
  }

  return {
    "photo.trash": async ({ photos, entry }) => {
      const report = await trashPhotos(db, photos, {
        trashed: (photo) =>
          feed.report({ kind: "missing", id: photo.id, path: absolutePath(photo) }),
        entry,
      });
      // Whoever trashes copies sees at once which groups are left.
      await duplicateUpkeep.regroup(report.trashed);
      if (report.trashed.length > 0) feed.reportHistory();
      return report;
    },
    "export.open": ({ path }) => open(path),
    "export.openPlace": ({ place }) => open(places.pathOf(place)),
    "photo.export": async ({ target, photos, ...options }) => {
      const folder = targets.folderOf(target);
      const { photoWorker } = parts.current();
      const report: ExportReport = { written: [], problems: [] };
      for (const id of photos) {
        try {
          readPresentPhoto(db, id);
          const copy = await exportPhoto(search.detail(id), { folder, options, photoWorker });
          report.written.push({ id, path: copy });
        } catch (error) {
          report.problems.push(toProblem(db, id, error));
        }
      }
      return report;
    },
  };
}
