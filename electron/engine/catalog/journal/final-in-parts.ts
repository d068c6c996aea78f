import type { Told } from "../../../contract/told.ts";
import type { Database } from "../database.ts";
import { expectSameEdit, findEntry, nextAct, recordFinal, writeSentence } from "./journal.ts";

export interface FinalPart {
  /** Past tense, no full stop; `count` is the number of photos of all parts. */
  readonly sentence: (count: number) => Told;
  /** Of this part. */
  readonly photos: number;
  /** Why it cannot be undone from here, and what to do instead; a whole sentence. */
  readonly finalBecause: Told;
  /** The entry of the part before; a new one without it. */
  readonly entry?: number | undefined;
}

/**
 * Writes down something that the catalog cannot undo and that is done in parts, as one entry. Each part is the entry's latest act. Answers with
 * the entry. `request-invalid` where `entry` is of something else.
 */
export function recordFinalPart(db: Database, part: FinalPart): number {
  const { sentence, photos, finalBecause, entry: id } = part;
  return db.durably(() => {
    if (id === undefined)
      return recordFinal(db, { sentence: sentence(photos), photos, finalBecause });
    expectSameEdit(db, id, sentence);
    const all = findEntry(db, id)!.photos + photos;
    writeSentence(db, id, { sentence: sentence(all), photos: all });
    db.run("UPDATE journal_entry SET act = ? WHERE id = ?", [nextAct(db), id]);
    return id;
  });
}
