import { recordFailure } from "./catalog/failures.ts";
import { absolutePath, getPhoto, type PhotoRow } from "./catalog/photos.ts";
import { decoderVersions } from "./imaging/decoder-versions.ts";
import type { FollowedFolders } from "./indexing/followed-folders.ts";
import type { IndexOutcome } from "./indexing/outcome.ts";
import type { ProgressMeter } from "./indexing/progress-meter.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import { inBackground } from "./support/in-background.ts";

export interface SettleParts {
  readonly reconciler: Pick<Reconciler, "db" | "feed">;
  readonly meter: ProgressMeter;
  readonly folders: Pick<FollowedFolders, "lookAgain">;
  readonly reportProgress: () => void;
}

/** Writes down how a photo's walk ended; see IndexOutcome. */
export function settlePhoto(parts: SettleParts, photo: PhotoRow, outcome: IndexOutcome): void {
  const { meter, folders } = parts;
  const { db, feed } = parts.reconciler;
  const [id, path] = [photo.id, absolutePath(photo)];
  if (outcome.kind === "superseded" || outcome.kind === "away") return;
  // It was reported when it was, and is no progress: it still waits.
  if (outcome.kind === "shown") return;
  meter.finish({ failed: outcome.kind === "failed" });
  parts.reportProgress();
  if (outcome.kind === "indexed") return feed.report({ kind: "indexed", id, path });
  if (getPhoto(db, id)) recordFailure(db, id, { ...outcome, decoders: decoderVersions() });
  feed.report({ kind: "failed", id, path, code: outcome.code });
  // The file went away since it was seen: its directory says whether it moved or is missing.
  if (outcome.code === "file-missing") {
    inBackground(`look for ${path}`, folders.lookAgain(photo.folderId, photo.directory));
  }
}
