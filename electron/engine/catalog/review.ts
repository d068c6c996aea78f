/**
 * @file What the user says of photos whose file was replaced by one that looks like another photo. See [Note: Edited].
 */
import type { PhotoChange } from "../../contract/events.ts";
import type { ReviewDecision } from "../../contract/journal.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { forgetFormerFile, getFormerFile, listForReview } from "./former-files.ts";
import { tell } from "../../texts/tell.ts";
import { addChange, record } from "./journal/journal.ts";
import { relinks, toLinkedFile } from "./journal/relinks.ts";
import { getPhoto } from "./photos.ts";

export interface Reviewed {
  /** Photos that had to be reviewed. */
  readonly changed: readonly PhotoId[];
  /** Of the history; undefined where nothing changed. */
  readonly entry: number | undefined;
  readonly happened: readonly PhotoChange[];
}

/**
 * `same`: the photos were edited, and nothing changes. `another`: their files are entries of their own, without tags, and
 * the photos are missing with theirs. Photos that need no review are left out. On the disk when this returns.
 */
export function review(
  db: Database,
  photos: readonly PhotoId[],
  decision: ReviewDecision,
): Reviewed {
  return db.durably(() => {
    const waiting = listForReview(db, JSON.stringify(photos));
    const splits = decision === "another" ? waiting.map((id) => toSplit(db, id)) : [];
    const { entry, changed } = record(
      db,
      {
        touches: [{ kind: "review", photos: waiting }],
        sentence: (count) =>
          tell(decision === "same" ? "done.review.same" : "done.review.another", { count }),
      },
      () => waiting.forEach((id) => forgetFormerFile(db, id)),
    );
    const happened = splits.flatMap(({ photo, before, after }) => {
      addChange(db, entry!, { kind: "relink", photo, before, after });
      return relinks.put(db, {
        key: "",
        value: JSON.stringify(after),
        photos: JSON.stringify([photo]),
      });
    });
    return { entry, changed, happened };
  });
}

function toSplit(db: Database, photo: PhotoId) {
  const entry = getPhoto(db, photo)!;
  return {
    photo,
    before: toLinkedFile(entry),
    after: toLinkedFile({ ...entry, ...getFormerFile(db, photo)! }),
  };
}
