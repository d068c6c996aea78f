import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { record, type Recorded } from "../catalog/journal/journal.ts";
import { describeTagRow } from "../catalog/journal/tag-kinds.ts";
import { findBySynonym, findTag, isInUse, type TagRow } from "../catalog/tags.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toldError } from "../../texts/told-error.ts";
import { findUsed, readDescription, TAG_ITSELF } from "./used-tags.ts";
import { toTagPath } from "./tag-name.ts";

/** What is absent stays as it is. */
export interface NewDescription {
  /** Other words for the tag: all there are to be. */
  readonly synonyms?: readonly string[] | undefined;
  /** The digit that gives it, 1 to 9; taken from the tag that has it. */
  readonly favourite?: number | null | undefined;
}

/** Says something of a tag, as one entry of the journal. `tag-invalid` where a synonym is another tag's word or name. */
export function describeTag(db: Database, text: string, given: NewDescription): Recorded {
  const tag = findUsed(db, text);
  const before = readDescription(db, tag.id);
  const { favourite = before.favourite } = given;
  const synonyms = given.synonyms ? toSynonyms(db, tag, given.synonyms) : before.synonyms;
  const holder = db.get<{ id: number }>("SELECT id FROM tag WHERE favourite = ?", [favourite]);
  const keys = [tag.id, ...(holder ? [holder.id] : [])];
  return record(
    db,
    {
      touches: [{ kind: "tag-description", photos: TAG_ITSELF, keys }],
      sentence: () => describeChange(tag, given),
    },
    () => describeTagRow(db, tag.id, { synonyms, favourite }),
  );
}

function describeChange({ path }: TagRow, { synonyms, favourite }: NewDescription): Told {
  if (synonyms !== undefined) return tell("done.tag.synonyms", { tag: path });
  if (favourite === null || favourite === undefined) return tell("done.tag.no-key", { tag: path });
  return tell("done.tag.key", { tag: path, digit: favourite });
}

/** Each once; a tag's own name says nothing. */
function toSynonyms(db: Database, tag: TagRow, words: readonly string[]): string[] {
  const known = new Map(words.map(toTagPath).map((word) => [foldText(word), word]));
  known.delete(tag.key);
  for (const word of known.values()) {
    const namesake = findTag(db, word);
    const other =
      findBySynonym(db, word) ?? (namesake && isInUse(db, namesake.id) ? namesake : tag);
    if (other.id === tag.id) continue;
    throw toldError(
      "tag-invalid",
      foldText(other.path) === foldText(word)
        ? tell("refused.synonym.tag", { other: other.path, tag: tag.path })
        : tell("refused.synonym.taken", { word, other: other.path }),
    );
  }
  return [...known.values()].sort();
}
