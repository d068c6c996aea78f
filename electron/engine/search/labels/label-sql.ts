/**
 * @file Photos of a label as SQL: what the model says, and before it what the user said.
 */
import { SUM_FLOOR } from "../../catalog/label-sums.ts";
import { allOf, anyOf, not, sql, type Sql } from "../conditions/sql.ts";
import { isIn, type IdSet } from "../conditions/id-set.ts";
import type { LabelFacts } from "./label-facts.ts";
import type { LabelMeaning } from "./vocabulary.ts";

const NOTHING = sql("SELECT NULL AS id WHERE 0");

/**
 * A SELECT of `id`, each once: photos that the label was confirmed on, or a kind of it; and those whose classes at or
 * below it add up to the confidence, classes that were rejected left out. Words that mean nothing find nothing.
 */
export function labelIds(words: string, minConfidence: number, facts: LabelFacts): IdSet {
  const meaning = facts.vocabulary().find(words);
  if (!meaning) return NOTHING;
  const verdicts = verdictsOn(meaning, facts);
  const said = modelIds(meaning, minConfidence, facts);
  if (!verdicts) return said;
  const parts: IdSet[] = [
    unjudged(said, verdicts),
    ...(verdicts.partly.length > 0 ? [rest(meaning, minConfidence, { facts, verdicts })] : []),
    ...(verdicts.confirmed.length > 0 ? [withVerdict("confirmed", verdicts.confirmed)] : []),
  ];
  return {
    text: parts.map(({ text }) => text).join(" UNION "),
    values: parts.flatMap(({ values }) => values),
    // What was judged by hand are small sets beside the model's.
    isMember: anyOf(parts.map((part) => part.isMember ?? isIn(part))),
  };
}

/** A SELECT of `id` and `total`, the summed confidence: what the model says, whatever the user said. */
export function labelTotals(words: string, minConfidence: number, facts: LabelFacts): Sql {
  const meaning = facts.vocabulary().find(words);
  return meaning
    ? totals(meaning, minConfidence, facts)
    : sql("SELECT NULL AS id, 0 AS total WHERE 0");
}

/** A SELECT of `id`: photos that the label was confirmed on, or a kind of it. */
export function confirmedIds(words: string, facts: LabelFacts): Sql {
  const meaning = facts.vocabulary().find(words);
  const verdicts = meaning && verdictsOn(meaning, facts);
  return verdicts ? withVerdict("confirmed", verdicts.confirmed) : NOTHING;
}

/** What was said of labels that have to do with one. */
interface Verdicts {
  /** Confirmed somewhere, and a kind of it. */
  readonly confirmed: readonly string[];
  /** Rejected somewhere, and it is a kind of them. */
  readonly wholly: readonly string[];
  /** Rejected somewhere: some of its classes are a kind of them. */
  readonly partly: readonly { readonly key: string; readonly classIds: readonly number[] }[];
}

interface Known {
  readonly facts: LabelFacts;
  readonly verdicts: Verdicts;
}

function verdictsOn(meaning: LabelMeaning, facts: LabelFacts): Verdicts | undefined {
  const judged = facts.judged();
  if (judged.length === 0) return undefined;
  const vocabulary = facts.vocabulary();
  const [above, below] = [vocabulary.above(meaning.key), vocabulary.below(meaning.key)];
  const own = new Set(meaning.classes.map(({ id }) => id));
  const rejected = judged.filter(({ isRejected }) => isRejected === 1).map(({ label }) => label);
  const partly = rejected
    .filter((key) => !above.has(key))
    .map((key) => ({
      key,
      classIds: vocabulary.membersOf(key).flatMap(({ id }) => (own.has(id) ? [id] : [])),
    }))
    .filter(({ classIds }) => classIds.length > 0);
  const confirmed = judged.filter((each) => each.isConfirmed === 1 && below.has(each.label));
  const wholly = rejected.filter((key) => above.has(key));
  if (confirmed.length + wholly.length + partly.length === 0) return undefined;
  return { confirmed: confirmed.map(({ label }) => label), wholly, partly };
}

function modelIds({ key, classes }: LabelMeaning, min: number, facts: LabelFacts): IdSet {
  if (classes.length === 0) return NOTHING;
  if (classes.length === 1) {
    return sure("label", "class_id", [classes[0]!.id, min]);
  }
  const family = min >= SUM_FLOOR ? facts.sumsOf(key) : undefined;
  if (family !== undefined) return sure("label_sum", "family_id", [family, min]);
  const ids = classes.map(({ id }) => id);
  return sql(
    `SELECT photo_id AS id FROM label WHERE class_id IN (${marks(ids)})
     GROUP BY photo_id HAVING sum(confidence) >= ?`,
    ...ids,
    min,
  );
}

/** Photos whose confidence for a class or a family is at least the second value. */
function sure(table: string, column: string, values: readonly [number, number]): IdSet {
  const where = `${column} = ? AND confidence >= ?`;
  return {
    ...sql(`SELECT photo_id AS id FROM ${table} WHERE ${where}`, ...values),
    isMember: sql(
      `EXISTS (SELECT 1 FROM ${table} WHERE photo_id = photo.id AND ${where})`,
      ...values,
    ),
  };
}

/** Those of the photos on which the user said nothing against the label. */
function unjudged(said: IdSet, { wholly, partly }: Verdicts): IdSet {
  const rejected = [...wholly, ...partly.map(({ key }) => key)];
  if (rejected.length === 0) return said;
  const judged = withVerdict("rejected", rejected);
  return {
    text: `SELECT id FROM (${said.text}) WHERE id NOT IN (${judged.text})`,
    values: [...said.values, ...judged.values],
    ...(said.isMember && { isMember: allOf([said.isMember, not(isIn(judged))]) }),
  };
}

/** Photos on which a part of the label was rejected, where what is left of it is sure enough. */
function rest(meaning: LabelMeaning, min: number, { facts, verdicts }: Known): Sql {
  const { wholly, partly } = verdicts;
  const touched = withVerdict(
    "rejected",
    partly.map(({ key }) => key),
  );
  const total = totals(meaning, min, facts);
  const gone = withVerdict("rejected", wholly);
  const pairs = partly.flatMap(({ key, classIds }) => classIds.map((id) => [key, id]));
  return {
    text: `SELECT id FROM (
      WITH pair (label, class_id) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(?)),
        struck AS (
          SELECT DISTINCT photo_id, class_id FROM pair CROSS JOIN label_verdict USING (label)
          WHERE verdict = 'rejected'),
        part (id, lost) AS MATERIALIZED (
          SELECT photo_id, sum(confidence) FROM struck CROSS JOIN label USING (photo_id, class_id)
          GROUP BY photo_id)
      SELECT touched.id FROM (SELECT DISTINCT id FROM (${touched.text})) AS touched
        CROSS JOIN (${total.text}) AS said USING (id) LEFT JOIN part USING (id)
      WHERE touched.id NOT IN (${gone.text}) AND total - coalesce(lost, 0) >= ? AND total > coalesce(lost, 0))`,
    values: [JSON.stringify(pairs), ...touched.values, ...total.values, ...gone.values, min],
  };
}

/** A SELECT of `id` and the summed confidence, `total`. */
function totals({ key, classes }: LabelMeaning, min: number, facts: LabelFacts): Sql {
  const family = min >= SUM_FLOOR ? facts.sumsOf(key) : undefined;
  if (family !== undefined)
    return sql(
      "SELECT photo_id AS id, confidence AS total FROM label_sum WHERE family_id = ?",
      family,
    );
  const ids = classes.map(({ id }) => id);
  return sql(
    `SELECT photo_id AS id, sum(confidence) AS total FROM label WHERE class_id IN (${marks(ids)})
     GROUP BY photo_id`,
    ...ids,
  );
}

function withVerdict(verdict: "confirmed" | "rejected", keys: readonly string[]): Sql {
  return sql(
    `SELECT photo_id AS id FROM label_verdict
     WHERE label IN (SELECT value FROM json_each(?)) AND verdict = '${verdict}'`,
    JSON.stringify(keys),
  );
}

function marks(ids: readonly number[]): string {
  return ids.map(() => "?").join(", ");
}
