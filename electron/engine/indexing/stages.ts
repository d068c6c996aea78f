import type { FolderId } from "../../contract/folder.ts";
import type { Database } from "../catalog/database.ts";
import { forgetFormerFile } from "../catalog/former-files.ts";
import { copyLabels, saveLabels, type ClassIds } from "../catalog/labels.ts";
import { refreshText } from "../catalog/photo-text.ts";
import {
  absolutePath,
  copyShown,
  getPhoto,
  markIndexed,
  markShown,
  setFingerprint,
  type PhotoRow,
} from "../catalog/photos.ts";
import { markVideoRead } from "../catalog/videos.ts";
import { copyPixelHash, findIndexedTwin, setPixelHash } from "../catalog/same-files.ts";
import type { Inference, PhotoWorker, ShownPhoto } from "../photo-worker/photo-worker.ts";
import { unlessAborted } from "../support/unless-aborted.ts";
import type { VectorTable } from "../vectors/vector-table.ts";
import type { CommitBatch } from "./commit-batch.ts";
import { relinkAppeared, relinkByPixels, type IdentityOptions } from "./identity.ts";
import type { Stages } from "./index-photo.ts";
import { hasSameStamp } from "./plan-directory.ts";
import { readFacts, saveFacts } from "./photo-facts.ts";
import { reportRelink, type Reconciler } from "./reconcile.ts";
import { weighEdit } from "./weigh-edit.ts";

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
  readonly vectors: Pick<VectorTable, "append" | "rows">;
}

export interface StageParts {
  readonly reconciler: Reconciler;
  readonly batch: Pick<CommitBatch<CommitRow>, "add">;
  /** The model that answers. It changes only while no photo is on its walk. */
  readonly current: () => IndexingModel;
  readonly thumbnailPath: (fingerprint: string) => string;
  readonly isAway: (folder: FolderId) => Promise<boolean>;
  /** The engine ends, and waits for no film to be read to its end. */
  readonly ending: AbortSignal;
}

/** The real rooms behind a photo's walk. */
export function createStages(parts: StageParts): Stages {
  const { reconciler, batch, current } = parts;
  const { db, text } = reconciler;
  return {
    find: (id) => getPhoto(db, id),
    isAway: ({ folderId }) => parts.isAway(folderId),
    fingerprint: (photo) =>
      unlessAborted(
        current().photoWorker.fingerprint(absolutePath(photo), photo.sizeBytes),
        parts.ending,
      ),
    ...identityStages(parts),
    ...factStages(parts),
    ...videoStages(parts),
    findTwin: (photo, fingerprint) => findIndexedTwin(db, fingerprint, photo.id),
    copyTwin(photo, _fingerprint, twin) {
      if (!isCurrent(db, photo)) return false;
      const { model, classIds } = current();
      db.transaction(() => {
        copyShown(db, twin.id, photo.id);
        copyPixelHash(db, twin.id, photo.id);
        copyLabels(db, twin.id, photo.id, classIds);
        markIndexed(db, photo.id, model.key);
        refreshText(db, photo.id, text);
      });
      return true;
    },
    render: (photo, fingerprint) =>
      current().photoWorker.render(absolutePath(photo), parts.thumbnailPath(fingerprint)),
    draw: (photo, fingerprint) =>
      current().photoWorker.draw(absolutePath(photo), parts.thumbnailPath(fingerprint)),
    markShown: (photo, _fingerprint, rendered) => showPhoto(reconciler, photo, rendered),
    infer: (rendered) => current().photoWorker.infer(rendered.tensor),
    commit: (photo, fingerprint, inference) => batch.add({ photo, fingerprint, inference }),
  };
}

function factStages({ reconciler, current }: StageParts): Pick<Stages, "readFacts" | "saveFacts"> {
  const { db } = reconciler;
  return {
    readFacts: (photo) => readFacts(db, current().photoWorker, photo),
    saveFacts(photo, read) {
      if (isCurrent(db, photo)) saveFacts(reconciler, photo, read);
    },
  };
}

function videoStages({ reconciler, current }: StageParts): Pick<Stages, "readVideo" | "saveVideo"> {
  const { db, feed } = reconciler;
  return {
    readVideo: (photo) => current().photoWorker.video(absolutePath(photo)),
    saveVideo(photo, facts) {
      if (!isCurrent(db, photo)) return false;
      db.transaction(() => {
        markVideoRead(db, photo.id, facts);
        // No embedding could tell an edited film from another one: at the same path it is the same.
        forgetFormerFile(db, photo.id);
      });
      feed.report({ kind: "shown", id: photo.id, path: absolutePath(photo) });
      return true;
    },
  };
}

/** False when the file changed while it was read, or turned out to be an older entry's by its pixels. */
function showPhoto(reconciler: Reconciler, photo: PhotoRow, rendered: ShownPhoto): boolean {
  const { db, feed } = reconciler;
  if (!isCurrent(db, photo)) return false;
  markShown(db, photo.id, rendered);
  setPixelHash(db, photo.id, rendered.pixelHash);
  const relinked = relinkByPixels(db, photo, identityOptions(reconciler));
  if (relinked) reportRelink(reconciler, relinked);
  else feed.report({ kind: "shown", id: photo.id, path: absolutePath(photo) });
  return relinked === undefined;
}

/** Is the file an older entry's, or is a changed one the same photo? */
function identityStages(parts: StageParts): Pick<Stages, "relink" | "weighEdit"> {
  const { reconciler } = parts;
  const { db } = reconciler;
  return {
    relink(photo, fingerprint) {
      const relinked = relinkAppeared(db, photo, fingerprint, identityOptions(reconciler));
      if (relinked) reportRelink(reconciler, relinked);
      else if (isCurrent(db, photo)) setFingerprint(db, photo.id, fingerprint);
      return relinked !== undefined;
    },
    weighEdit: (photo, fingerprint, inference) =>
      weighEdit({ ...parts, photo, fingerprint, embedding: inference?.embedding }),
  };
}

function identityOptions({ vanished }: Reconciler): IdentityOptions {
  return { graceMs: vanished?.graceMs ?? 0 };
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
