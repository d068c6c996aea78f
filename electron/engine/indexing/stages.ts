import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../catalog/database.ts";
import { copyLabels, saveLabels, type ClassIds } from "../catalog/labels.ts";
import { refreshText } from "../catalog/photo-text.ts";
import {
  absolutePath,
  copyShown,
  findByFingerprint,
  getPhoto,
  markIndexed,
  markShown,
  setFingerprint,
  type PhotoRow,
} from "../catalog/photos.ts";
import type { Inference, PhotoWorker } from "../photo-worker/photo-worker.ts";
import type { VectorTable } from "../vectors/vector-table.ts";
import type { CommitBatch } from "./commit-batch.ts";
import { relinkAppeared } from "./identity.ts";
import type { Stages } from "./index-photo.ts";
import { hasSameStamp } from "./plan-directory.ts";
import { reportMove, type Reconciler } from "./reconcile.ts";

export interface CommitRow {
  readonly photo: PhotoRow;
  readonly fingerprint: string;
  readonly inference: Inference;
}

/** What of a model's rooms a photo passes through. */
export interface IndexingModel {
  readonly model: { readonly key: string };
  readonly classIds: ClassIds;
  readonly photoWorker: PhotoWorker;
  readonly vectors: Pick<VectorTable, "append">;
}

export interface StageParts {
  readonly reconciler: Reconciler;
  readonly batch: CommitBatch<CommitRow>;
  /** The model that answers. It changes only while no photo is on its walk. */
  readonly current: () => IndexingModel;
  readonly thumbnailPath: (fingerprint: string) => string;
}

/** The real rooms behind a photo's walk. */
export function createStages(parts: StageParts): Stages {
  const { reconciler, batch, current } = parts;
  const { db, feed, text } = reconciler;
  return {
    find: (id) => getPhoto(db, id),
    fingerprint: (photo) => current().photoWorker.fingerprint(absolutePath(photo)),
    relink(photo, fingerprint) {
      const old = relinkAppeared(db, photo, fingerprint);
      if (!old) {
        if (isCurrent(db, photo)) setFingerprint(db, photo.id, fingerprint);
        return false;
      }
      feed.report({ kind: "removed", id: photo.id, path: absolutePath(photo) });
      reportMove(reconciler, old, absolutePath(photo));
      return true;
    },
    findTwin: (photo, fingerprint) =>
      findByFingerprint(db, fingerprint).find(
        (twin) => twin.id !== photo.id && twin.indexedBy !== null && twin.widthPx !== null,
      ),
    copyTwin(photo, _fingerprint, twin) {
      if (!isCurrent(db, photo)) return false;
      const { model, classIds } = current();
      db.transaction(() => {
        copyShown(db, twin.id, photo.id);
        copyLabels(db, twin.id, photo.id, classIds);
        markIndexed(db, photo.id, model.key);
        refreshText(db, photo.id, text);
      });
      return true;
    },
    async render(photo, fingerprint) {
      const thumbnailPath = parts.thumbnailPath(fingerprint);
      await mkdir(path.dirname(thumbnailPath), { recursive: true });
      return current().photoWorker.render(absolutePath(photo), thumbnailPath);
    },
    markShown(photo, _fingerprint, rendered) {
      if (!isCurrent(db, photo)) return false;
      markShown(db, photo.id, { ...rendered, ...rendered.facts });
      feed.report({ kind: "shown", id: photo.id, path: absolutePath(photo) });
      return true;
    },
    infer: (rendered) => current().photoWorker.infer(rendered.tensor),
    commit: (photo, fingerprint, inference) => batch.add({ photo, fingerprint, inference }),
  };
}

/** Vectors first, then everything in the catalog in one transaction. See [Note: Commit order]. */
export async function writeCommits(
  parts: Pick<StageParts, "reconciler" | "current">,
  rows: readonly CommitRow[],
): Promise<boolean[]> {
  const { db, text } = parts.reconciler;
  const { model, classIds, vectors } = parts.current();
  await vectors.append(rows.map(({ fingerprint, inference }) => ({ fingerprint, ...inference })));
  return db.transaction(() =>
    rows.map(({ photo, inference }) => {
      if (!isCurrent(db, photo)) return false;
      saveLabels(db, photo.id, {
        classIds,
        probabilities: inference.probabilities,
      });
      markIndexed(db, photo.id, model.key);
      refreshText(db, photo.id, text);
      return true;
    }),
  );
}

/** False when the entry was taken over by another one, or its file changed, while it was being read. */
function isCurrent(db: Database, photo: PhotoRow): boolean {
  const now = getPhoto(db, photo.id);
  return now !== undefined && hasSameStamp(now, photo);
}
