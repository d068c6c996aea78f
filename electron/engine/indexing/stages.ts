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

export interface StageParts {
  readonly reconciler: Reconciler;
  readonly photoWorker: PhotoWorker;
  readonly batch: CommitBatch<CommitRow>;
  readonly classIds: ClassIds;
  readonly modelKey: string;
  readonly thumbnailPath: (fingerprint: string) => string;
}

/** The real rooms behind a photo's walk. */
export function createStages(parts: StageParts): Stages {
  const { reconciler, photoWorker, batch, classIds, modelKey } = parts;
  const { db, feed, text } = reconciler;
  return {
    find: (id) => getPhoto(db, id),
    fingerprint: (photo) => photoWorker.fingerprint(absolutePath(photo)),
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
        (twin) => twin.id !== photo.id && twin.indexedBy === modelKey && twin.widthPx !== null,
      ),
    copyTwin(photo, _fingerprint, twin) {
      if (!isCurrent(db, photo)) return false;
      db.transaction(() => {
        copyShown(db, twin.id, photo.id);
        copyLabels(db, twin.id, photo.id, classIds);
        markIndexed(db, photo.id, modelKey);
        refreshText(db, photo.id, text);
      });
      return true;
    },
    async render(photo, fingerprint) {
      const thumbnailPath = parts.thumbnailPath(fingerprint);
      await mkdir(path.dirname(thumbnailPath), { recursive: true });
      return photoWorker.render(absolutePath(photo), thumbnailPath);
    },
    markShown(photo, _fingerprint, rendered) {
      if (!isCurrent(db, photo)) return false;
      markShown(db, photo.id, { ...rendered, ...rendered.facts });
      feed.report({ kind: "shown", id: photo.id, path: absolutePath(photo) });
      return true;
    },
    infer: (rendered) => photoWorker.infer(rendered.tensor),
    commit: (photo, fingerprint, inference) => batch.add({ photo, fingerprint, inference }),
  };
}

/** Vectors first, then everything in the catalog in one transaction. See [Note: Commit order]. */
export async function writeCommits(
  parts: Omit<StageParts, "batch" | "photoWorker" | "thumbnailPath"> & {
    append(rows: readonly ({ readonly fingerprint: string } & Inference)[]): Promise<void>;
  },
  rows: readonly CommitRow[],
): Promise<boolean[]> {
  const { db, text } = parts.reconciler;
  await parts.append(rows.map(({ fingerprint, inference }) => ({ fingerprint, ...inference })));
  return db.transaction(() =>
    rows.map(({ photo, inference }) => {
      if (!isCurrent(db, photo)) return false;
      saveLabels(db, photo.id, {
        classIds: parts.classIds,
        probabilities: inference.probabilities,
      });
      markIndexed(db, photo.id, parts.modelKey);
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
