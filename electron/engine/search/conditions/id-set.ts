import { anyOf, sql, type Sql } from "./sql.ts";

/** A set of photos: a SELECT of `id`, each once. */
export interface IdSet extends Sql {
  /** The same as a condition on the table `photo`, where there is a cheaper one than making the set. */
  readonly isIn?: Sql;
  /** The same as a condition on the table `photo`, a seek or two for each row that it is asked of. */
  readonly isMember?: Sql;
  /** A SELECT of the `id`s of all other photos, where these are sooner counted. */
  readonly others?: Sql;
}

/** Photos of at least one of the sets. In order, SQLite merges what indexes give in order. */
export function unionOf(sets: readonly IdSet[]): IdSet {
  return {
    text: `${sets.map(({ text }) => `SELECT id FROM (${text})`).join(" UNION ")} ORDER BY id`,
    values: sets.flatMap(({ values }) => values),
    isIn: anyOf(sets.map(isIn)),
    isMember: anyOf(sets.map(isMember)),
  };
}

/** SQLite makes the whole set before it tests the first photo: right where most of the library is walked. */
export function isIn(ids: IdSet): Sql {
  return ids.isIn ?? sql(`photo.id IN (${ids.text})`, ...ids.values);
}

/**
 * Right where another set is walked. The plus keeps SQLite from turning the two around: it takes the value of an indexed column
 * to be rare, and would ask the text index for each photo of the set.
 */
export function isAmong(ids: IdSet): Sql {
  return sql(`+photo.id IN (${ids.text})`, ...ids.values);
}

/** Right where a few photos are tested. */
export function isMember(ids: IdSet): Sql {
  return ids.isMember ?? isIn(ids);
}
