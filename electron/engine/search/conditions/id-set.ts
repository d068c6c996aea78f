import { sql, type Sql } from "./sql.ts";

/** A set of photos: a SELECT of `id`, each once. */
export interface IdSet extends Sql {
  /** The same as a condition on the table `photo`, a seek or two for each row that it is asked of. */
  readonly isMember?: Sql;
}

/** SQLite makes the whole set before it tests the first photo: right where most of the library is walked. */
export function isIn(ids: IdSet): Sql {
  return sql(`photo.id IN (${ids.text})`, ...ids.values);
}

/** Right where a few photos are tested. */
export function isMember(ids: IdSet): Sql {
  return ids.isMember ?? isIn(ids);
}
