import type { PhotoId } from "../../../contract/photo.ts";
import { isIn } from "../conditions/id-set.ts";
import { allOf, sql, type Sql } from "../conditions/sql.ts";
import { parseQuery } from "../parse-query.ts";
import { toPhotoSql } from "../photo-sql.ts";
import { readFacts } from "../read-facts.ts";
import type { SearchSource } from "../search-source.ts";
import type { LabelFacts } from "./label-facts.ts";
import { confirmedIds, labelIds, labelTotals } from "./label-sql.ts";

/** Which photos of a label are meant. */
export interface LabelledQuestion {
  /** As after `label:`. */
  readonly label: string;
  /** In [0, 1]. */
  readonly atLeast: number;
  /** Only photos that it finds. */
  readonly query: string;
  /** Only these. */
  readonly photos?: readonly PhotoId[] | undefined;
}

export interface LabelledPhotos {
  /** What `label:` finds with this confidence: the user's word goes before the model's. */
  readonly ids: readonly PhotoId[];
  /** How many more there would be if the user had not said that the label, or a part of it, is wrong. */
  readonly rejected: number;
}

export function labelledPhotos(question: LabelledQuestion, source: SearchSource): LabelledPhotos {
  const facts = readFacts(source);
  const { where } = toPhotoSql(parseQuery(question.query), facts);
  const { photos } = question;
  const scope = allOf([
    where,
    ...(photos
      ? [sql("photo.id IN (SELECT value FROM json_each(?))", JSON.stringify(photos))]
      : []),
  ]);
  const read = (labels: LabelFacts) => readIds(question, { scope, labels, source });
  const ids = read(facts.labels);
  if (facts.labels.judged().length === 0) return { ids, rejected: 0 };
  const kept = new Set(ids);
  const said = read({ ...facts.labels, judged: () => [] });
  return { ids, rejected: said.filter((id) => !kept.has(id)).length };
}

/**
 * Those of the photos that the model is least sure of, the least sure one first; what the user confirmed is sure. On
 * photos of which the user rejected a part of the label, the model counts with that part.
 */
export function leastSure(
  { label, atLeast }: Pick<LabelledQuestion, "label" | "atLeast">,
  { ids, limit }: { readonly ids: readonly PhotoId[]; readonly limit: number },
  source: SearchSource,
): PhotoId[] {
  const { labels } = readFacts(source);
  const totals = labelTotals(label, atLeast, labels);
  const confirmed = confirmedIds(label, labels);
  const rows = source.catalog.all<{ id: PhotoId }>(
    `SELECT said.id FROM json_each(?) AS wanted JOIN (${totals.text}) AS said ON said.id = wanted.value
     WHERE total >= ? AND said.id NOT IN (${confirmed.text}) ORDER BY total, said.id DESC LIMIT ?`,
    [JSON.stringify(ids), ...totals.values, atLeast, ...confirmed.values, limit],
  );
  return rows.map(({ id }) => id);
}

function readIds(
  { label, atLeast }: LabelledQuestion,
  { scope, labels, source }: { scope: Sql; labels: LabelFacts; source: SearchSource },
): PhotoId[] {
  const { text, values } = allOf([scope, isIn(labelIds(label, atLeast, labels))]);
  const { ids } = source.catalog.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM photo WHERE ${text}`,
    values,
  )!;
  return JSON.parse(ids) as PhotoId[];
}
