import type { Indexing } from "./compose-indexing.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import type { LabelUpkeep } from "./label-upkeep.ts";
import type { MetadataUpkeep } from "./metadata-upkeep.ts";
import { MirrorUpkeep } from "./mirror-upkeep.ts";

/** Files in a second: what a disk, and a program that synchronises the folder, hardly notice. */
const FILES_A_SECOND = 50;
/** While photos are indexed. */
const FILES_BESIDE_INDEXING = 10;

export interface MirrorRooms {
  readonly reconciler: Pick<Reconciler, "db" | "feed" | "text">;
  readonly indexing: Pick<Indexing, "indexer" | "pace" | "folders">;
  readonly live: boolean;
  readonly metadataUpkeep: Pick<MetadataUpkeep, "wake">;
  readonly labelUpkeep: Pick<LabelUpkeep, "refreshTexts">;
}

/** The automatic mirror, awake whenever the user changed something or a folder came back; ends with `stack`. */
export function composeMirror(rooms: MirrorRooms, stack: AsyncDisposableStack): MirrorUpkeep {
  const { reconciler, indexing, live, metadataUpkeep, labelUpkeep } = rooms;
  const { feed } = reconciler;
  const mirrorUpkeep = stack.use(
    new MirrorUpkeep({
      reconciler,
      live,
      filesPerSecond: () => filesPerSecond(rooms),
      offline: () => indexing.folders.offline,
      onSettled(changed) {
        // What another program wrote is merged; now its reader may have the rest.
        metadataUpkeep.wake();
        if (changed.length > 0) labelUpkeep.refreshTexts();
      },
    }),
  );
  if (!live) return mirrorUpkeep;
  const unsubscribe = feed.subscribe(({ name }) => {
    if (name === "history.changed" || name === "folder.changed") mirrorUpkeep.wake();
  });
  stack.defer(unsubscribe);
  return mirrorUpkeep;
}

/** The user goes first. What is asked for on the command line is wanted now. */
function filesPerSecond({ indexing, live }: MirrorRooms): number {
  const { indexer, pace } = indexing;
  if (!live) return Infinity;
  if (pace.isHeld) return 0;
  return indexer.isIdle ? FILES_A_SECOND : FILES_BESIDE_INDEXING;
}
