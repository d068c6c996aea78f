import type { PhotoId } from "../../../contract/photo.ts";
import { tell } from "../../../texts/tell.ts";
import type { Database } from "../../catalog/database.ts";
import { record } from "../../catalog/journal/journal.ts";
import { queueNow } from "../../catalog/mirror-queue.ts";
import { listConflicts } from "../../catalog/mirror-standing.ts";
import { readMirrorState, saveMirrorState } from "../../catalog/mirror-state.ts";
import { settleValues } from "../../catalog/photo-facts.ts";
import { refreshTexts, type TextOptions } from "../../catalog/photo-text.ts";
import { mirroredFields } from "../../catalog/photo-values.ts";
import type { SingleField } from "./mirror-fields.ts";
import { takeOverValue } from "./own-side.ts";

export interface Decision {
  readonly photos: readonly PhotoId[];
  readonly field: SingleField;
  /** The side that is right. */
  readonly take: "library" | "sidecar";
}

export interface Resolved {
  /** Photos of which this was decided; their sidecars are looked at next. */
  readonly resolved: PhotoId[];
  /** Those whose value in the library is another now. */
  readonly changed: PhotoId[];
}

/**
 * Decides what both sides changed. The library's value is written where the sidecar still says what the user saw; the sidecar's is
 * taken over as one entry of the journal.
 */
export function resolveConflicts(
  db: Database,
  { photos, field, take }: Decision,
  text: TextOptions,
): Resolved {
  return db.durably(() => {
    const found = listConflicts(db, photos, field);
    const resolved = found.map(({ id }) => id);
    if (take === "library") {
      for (const { id, conflict } of found) {
        const state = readMirrorState(db, id);
        // What is agreed on and only one side changed since is that side's.
        const agreed = { ...state.agreed, [field]: conflict.inSidecar };
        saveMirrorState(db, id, { ...state, agreed });
      }
      queueNow(db, resolved);
      return { resolved, changed: [] };
    }
    const { changed } = record(
      db,
      {
        touches: [{ kind: "user-value", keys: [mirroredFields[field]], photos: resolved }],
        sentence: (count) =>
          tell("done.mirror.resolved", { field: field === "caption" ? "other" : field, count }),
      },
      () => {
        for (const { id, conflict } of found)
          takeOverValue(db, id, { field, value: conflict.inSidecar });
        settleValues(db, resolved);
      },
    );
    refreshTexts(db, changed, text);
    queueNow(db, resolved);
    return { resolved, changed };
  });
}
