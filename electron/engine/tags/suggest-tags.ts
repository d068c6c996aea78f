import type { PhotoId } from "../../contract/photo.ts";
import type { TagSuggestion } from "../../contract/tag.ts";
import type { Database } from "../catalog/database.ts";
import { foldText } from "../../contract/fold-text.ts";

/** As many of the tags given last as people still have in mind. */
const RECENT = 10;

export interface TagTyping {
  readonly text: string;
  /** Tags that all of them have are of no use. */
  readonly photos?: readonly PhotoId[] | undefined;
  readonly limit: number;
}

/**
 * Tags of which a level, or a synonym, begins with the text: those given last first, then those that most photos have. Without a
 * text the tags given last.
 */
export function suggestTags(
  db: Database,
  { text, photos = [], limit }: TagTyping,
): TagSuggestion[] {
  const typed = foldText(
    text
      .normalize("NFC")
      .trimStart()
      .replaceAll(/ +/g, " ")
      .replaceAll(/ ?\/ ?/g, "/"),
  );
  const distinct = [...new Set(photos)];
  const rows = db.all<Omit<TagSuggestion, "isRecent"> & { isRecent: 0 | 1 }>(
    `WITH recent AS MATERIALIZED (
       SELECT id, used_at_ms FROM tag WHERE used_at_ms IS NOT NULL
         AND EXISTS (SELECT 1 FROM photo_tag WHERE tag_id = tag.id) ORDER BY used_at_ms DESC LIMIT ${RECENT}),
     common AS MATERIALIZED (
       SELECT tag_id FROM json_each(?2) AS wanted CROSS JOIN photo_tag ON photo_id = wanted.value
       GROUP BY tag_id HAVING count(*) = ?3),
     matching AS (
       SELECT id, 'name' AS matched FROM tag WHERE instr('/' || key, '/' || ?1) > 0
       UNION ALL SELECT tag_id, 'synonym' FROM tag_synonym WHERE instr('/' || key, '/' || ?1) > 0)
     SELECT path AS tag, count, min(matched) AS matched, recent.id IS NOT NULL AS isRecent
     FROM matching JOIN tag USING (id)
     JOIN (SELECT tag_id, sum(own) AS count FROM tag_count
           WHERE folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL) GROUP BY tag_id) AS counted
       ON counted.tag_id = tag.id
     LEFT JOIN recent ON recent.id = tag.id
     WHERE (count > 0 OR favourite IS NOT NULL) AND tag.id NOT IN (SELECT tag_id FROM common)
       AND (?1 <> '' OR recent.id IS NOT NULL)
     GROUP BY tag.id ORDER BY recent.used_at_ms DESC NULLS LAST, count DESC, key LIMIT ?4`,
    [typed, JSON.stringify(distinct), distinct.length, limit],
  );
  return rows.map((row) => ({ ...row, isRecent: row.isRecent === 1 }));
}
