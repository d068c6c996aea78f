import { sql, type Sql } from "./sql.ts";

/** A set of photos: a SELECT of `id`, each once. */
export interface IdSet extends Sql {
  /** The same as a condition on the table `photo`, where there is a cheaper one than making the set. */
  readonly isIn?: Sql;
  /** The same as a condition on the table `photo`, a seek or two for each row that it is asked of. */
  readonly isMember?: Sql;
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
