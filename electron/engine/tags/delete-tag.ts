import { tell } from "../../texts/tell.ts";
import { countOnce } from "../catalog/count-once.ts";
import type { Database } from "../catalog/database.ts";
import { record } from "../catalog/journal/journal.ts";
import { describeTagRow } from "../catalog/journal/tag-kinds.ts";
import { markTagStale } from "../catalog/photo-text.ts";
import type { TagChange } from "./rename-tag.ts";
import { countBelow, findUsed, listBranch, listTagged, TAG_ITSELF } from "./used-tags.ts";

/** Takes a tag and everything below it from all photos, as one entry of the journal. */
export function deleteTag(db: Database, text: string): TagChange {
  return db.durably(() => {
    const tag = findUsed(db, text);
    const photos = countBelow(db, tag.id);
    const branch = listBranch(db, tag.id);
    const sentence = tell("done.tag.deleted", { tag: tag.path, count: photos });
    const tagged = listTagged(db, branch);
    const touches = [
      { kind: "tag", photos: tagged, keys: branch },
      { kind: "tag-description", photos: TAG_ITSELF, keys: branch },
    ] as const;
    const { entry, changed } = record(db, { touches, sentence: () => sentence, photos }, () => {
      for (const id of branch) describeTagRow(db, id, { synonyms: [], favourite: null });
      markTagStale(db, tag.id);
      countOnce(db, { tags: branch, rows: tagged.length }, () =>
        db.run("DELETE FROM photo_tag WHERE tag_id IN (SELECT value FROM json_each(?))", [
          JSON.stringify(branch),
        ]),
      );
    });
    return { entry: entry!, changed, sentence, photos };
  });
}
