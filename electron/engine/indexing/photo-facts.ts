import type { Database } from "../catalog/database.ts";
import { STALE_METADATA, writeFileFacts } from "../catalog/photo-facts.ts";
import { keptWithoutSidecar, settleReadTags, withoutMirrored } from "../catalog/mirror-state.ts";
import { xmpFilesOf, type PhotoFileRow } from "../catalog/photo-files.ts";
import { refreshText } from "../catalog/photo-text.ts";
import { absolutePath, type PhotoRow } from "../catalog/photos.ts";
import {
  METADATA_VERSION,
  type PhotoFacts,
  type PhotoWorker,
} from "../photo-worker/photo-worker.ts";
import { foldText } from "../../contract/fold-text.ts";
import { importTags } from "../tags/import-tags.ts";
import type { Reconciler } from "./reconcile.ts";

/** What was read, and what it was read from beside the photo's own file. */
export interface ReadFacts {
  readonly facts: PhotoFacts;
  readonly sidecars: readonly PhotoFileRow[];
}

/** What a photo's file, its sidecars and its name say. */
export async function readFacts(
  db: Database,
  photoWorker: Pick<PhotoWorker, "facts">,
  photo: PhotoRow,
): Promise<ReadFacts> {
  const sidecars = xmpFilesOf(db, photo.id);
  const paths = sidecars.map(({ path }) => path);
  return { facts: await photoWorker.facts(absolutePath(photo), paths), sidecars };
}

/**
 * The catalog's facts are now these, its imported tags among them; what the user entered stays as it is. Where a sidecar
 * came, went or changed while they were read, they are read again soon.
 */
export function saveFacts(
  { db, feed, text }: Pick<Reconciler, "db" | "feed" | "text">,
  photo: PhotoRow,
  { facts, sidecars }: ReadFacts,
): void {
  const isCurrent = JSON.stringify(xmpFilesOf(db, photo.id)) === JSON.stringify(sidecars);
  const version = isCurrent ? METADATA_VERSION : STALE_METADATA;
  db.transaction(() => {
    writeFileFacts(db, photo.id, { facts: withoutMirrored(db, photo.id, facts), version });
    const kept = sidecars.length === 0 ? keptWithoutSidecar(db, photo.id) : [];
    const tags = [...(facts.tags ?? []), ...kept];
    if (importTags(db, photo.id, tags)) feed.reportTags();
    settleReadTags(db, photo.id, tags.map(foldText));
    refreshText(db, photo.id, text);
  });
}
