import type { LabelCover } from "../../../contract/label-browse.ts";
import { SUM_FLOOR } from "../../catalog/label-sums.ts";
import { isIn } from "../conditions/id-set.ts";
import { toPhotoSql } from "../photo-sql.ts";
import type { Query } from "../language/query.ts";
import { readFacts } from "../read-facts.ts";
import type { SearchSource } from "../search-source.ts";

/** The photo that shows a class best. */
export interface ClassCover extends LabelCover {
  readonly confidence: number;
}

/** Photos that can stand for a label: shown, with a thumbnail. */
const DRAWN = "photo.fingerprint IS NOT NULL AND photo.kind <> 'video' AND photo.has_failed = 0";

/**
 * Of each class of the active model the photo that it is surest of, where nobody said that the photo has a wrong label:
 * the beginning of a range of the index each. By row id.
 */
export function readClassCovers(source: SearchSource): Map<number, ClassCover> {
  const { where } = toPhotoSql({ kind: "and", terms: [] }, readFacts(source));
  const ids = JSON.stringify(source.vocabulary().classes.map(({ id }) => id));
  const rows = source.catalog.all<ClassCover & { classId: number }>(
    `WITH best AS MATERIALIZED (
       SELECT value AS classId, (
         SELECT photo_id FROM label CROSS JOIN photo ON photo.id = photo_id
         WHERE class_id = value AND confidence >= ? AND ${DRAWN} AND ${where.text}
           AND NOT EXISTS (SELECT 1 FROM label_verdict WHERE photo_id = photo.id AND verdict = 'rejected')
         ORDER BY confidence DESC LIMIT 1) AS photoId
       FROM json_each(?))
     SELECT classId, photo.id, fingerprint, turn, confidence FROM best
     CROSS JOIN photo ON photo.id = photoId
     JOIN label ON label.photo_id = photoId AND class_id = classId`,
    [SUM_FLOOR, ...where.values, ids],
  );
  return new Map(rows.map(({ classId, ...cover }) => [classId, cover]));
}

/** Any photo of a query that can be drawn, the newest first; null where there is none. */
export function anyCover(query: Query, source: SearchSource): LabelCover | null {
  const { where, bound } = toPhotoSql(query, readFacts(source));
  const narrowed = bound ? isIn(bound.ids) : where;
  const rows = source.catalog.all<LabelCover>(
    `SELECT photo.id, fingerprint, turn FROM photo WHERE ${DRAWN} AND ${narrowed.text} AND ${where.text}
     ORDER BY photo.id DESC LIMIT 1`,
    [...narrowed.values, ...where.values],
  );
  return rows[0] ?? null;
}
