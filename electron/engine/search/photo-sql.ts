import type { Query, Term } from "./language/query.ts";
import { allOf, anyOf, not, sql, type Sql } from "./conditions/sql.ts";
import { isAmong, isIn, isMember, unionOf, type IdSet } from "./conditions/id-set.ts";
import { matchIds, toTermSql, type SearchFacts } from "./conditions/term-sql.ts";
import { asksForStarsAlone, holdsFor, starsFor } from "./stars-alone.ts";
import { expandAlbums } from "./smart-albums.ts";
import { combineMatches, toMatch } from "./conditions/text-match.ts";

/** A query in SQL. */
export interface PhotoSql {
  /** Condition on the table `photo`: who is in the result. */
  readonly where: Sql;
  /** The same for a walk that tests few photos: no set of ids is made for it that can be done without. */
  readonly whereFew: Sql;
  /**
   * Set where some term has an index of its own that everything in the result is in: a SELECT of the `id`s that it and its
   * like leave, from indexes alone, without missing photos and those of removed folders. `rest`: what else they must fulfil to be
   * in the result; without it, they are the result.
   */
  readonly bound?: { readonly ids: Sql; readonly rest?: Sql };
  /** Where what is not in the result is sooner counted: a SELECT of the `id`s of the library's other photos. */
  readonly others?: Sql;
}

/**
 * Photos of removed folders are in no result. Missing photos are where the query asks for them: in the branch of an
 * OR that says `is:missing`, not in its other branches.
 */
export function toPhotoSql(query: Query, facts: SearchFacts): PhotoSql {
  const plain = normalise(
    expandAlbums(query, () => facts.albums()),
    false,
  );
  const removed = facts.removedFolderIds();
  const inLibrary =
    removed.length === 0 ? [] : [sql(`photo.folder_id NOT IN (${removed.join(", ")})`)];
  const whereWith = (test: TestOfIds) =>
    allOf([visibleCondition(plain, { facts, test }), ...inLibrary]);
  const conditions = { where: whereWith(isIn), whereFew: whereWith(isMember) };
  if (asksForMissing(plain)) return conditions;
  const bound = boundOf(plain, facts);
  const others = othersOf(plain, facts);
  return { ...conditions, ...(bound && { bound }), ...(others && { others }) };
}

/** NOT moved down to the terms, nested ANDs and ORs flattened. */
function normalise(query: Query, isNegated: boolean): Query {
  if (query.kind === "not") return normalise(query.term, !isNegated);
  if (query.kind !== "and" && query.kind !== "or")
    return isNegated ? { kind: "not", term: query } : query;
  const other = query.kind === "and" ? "or" : "and";
  const kind = isNegated ? other : query.kind;
  const terms = query.terms
    .map((term) => normalise(term, isNegated))
    .flatMap((term) => (term.kind === kind ? term.terms : [term]));
  return { kind, terms };
}

function asksForMissing(query: Query): boolean {
  if (query.kind === "and" || query.kind === "or") return query.terms.some(asksForMissing);
  return query.kind === "is" && query.state === "missing";
}

/** How a photo is tested against a set of ids. */
type TestOfIds = (ids: IdSet) => Sql;

interface Conditions {
  readonly facts: SearchFacts;
  readonly test: TestOfIds;
}

function visibleCondition(query: Query, how: Conditions): Sql {
  if (!asksForMissing(query))
    return allOf([sql("photo.missing_since_ms IS NULL"), condition(query, how)]);
  if (query.kind === "or") return anyOf(query.terms.map((term) => visibleCondition(term, how)));
  if (query.kind !== "and") return condition(query, how);
  const asking = query.terms.filter(asksForMissing).map((term) => visibleCondition(term, how));
  const others = query.terms.filter((term) => !asksForMissing(term));
  return allOf([...asking, condition({ kind: "and", terms: others }, how)]);
}

function condition(query: Query, how: Conditions): Sql {
  if (query.kind === "and") return allOf(conditions(query.terms, "AND", how));
  if (query.kind === "or") return anyOf(conditions(query.terms, "OR", how));
  if (query.kind === "not") return not(condition(query.term, how));
  const term = toTermSql(query, how.facts);
  return "ids" in term ? how.test(term.ids) : term.condition;
}

function conditions(terms: readonly Query[], operator: "AND" | "OR", how: Conditions): Sql[] {
  const { idSets, others } = partition(terms, operator, how.facts);
  // SQLite checks them in this order where it walks the timeline: what is in the timeline's index first.
  return [...others.map((term) => condition(term, how)), ...idSets.map(how.test)];
}

/** Sets of ids, one full-text search for all the words of a group among them, and what is no set of ids. */
function partition(terms: readonly Query[], operator: "AND" | "OR", facts: SearchFacts) {
  const matches: string[] = [];
  const idSets: IdSet[] = [];
  const others: Query[] = [];
  for (const term of terms) {
    const match = toMatch(term);
    const found = match === undefined && isTerm(term) && toTermSql(term, facts);
    if (match !== undefined) matches.push(match);
    else if (found && "ids" in found) idSets.push(found.ids);
    else others.push(term);
  }
  if (matches.length > 0) idSets.unshift(matchIds(combineMatches(matches, operator)));
  return { idSets, others };
}

function boundOf(query: Query, facts: SearchFacts): PhotoSql["bound"] {
  const terms = query.kind === "and" ? query.terms : [query];
  const { idSets, others } = withSet(partition(terms, "AND", facts), facts);
  const [from, ...further] = idSets;
  if (!from) return undefined;
  const byIds = others.filter((term) => needsIdsOnly(term, facts));
  const rest = others.filter((term) => !byIds.includes(term));
  const where = allOf([
    ...further.map(isAmong),
    ...byIds.map((term) => condition(term, { facts, test: isAmong })),
    ...isVisible(facts),
  ]);
  return {
    ids: sql(
      `SELECT photo.id FROM (${from.text}) AS photo WHERE ${where.text}`,
      ...from.values,
      ...where.values,
    ),
    ...(rest.length > 0 && {
      rest: condition({ kind: "and", terms: rest }, { facts, test: isIn }),
    }),
  };
}

/** Where no term is a set of ids but a group of alternatives is, its union is the one. */
function withSet(parts: ReturnType<typeof partition>, facts: SearchFacts): typeof parts {
  if (parts.idSets.length > 0) return parts;
  for (const term of parts.others) {
    const sets = term.kind === "or" ? partition(term.terms, "OR", facts) : undefined;
    if (!sets || sets.others.length > 0) continue;
    return {
      idSets: [unionOf(sets.idSets)],
      others: parts.others.filter((other) => other !== term),
    };
  }
  return parts;
}

function othersOf(query: Query, facts: SearchFacts): Sql | undefined {
  // Most photos have no stars, and are in the result.
  if (asksForStarsAlone(query) && holdsFor(query, 0)) {
    const others = starsFor(query, false);
    const ids = "SELECT id FROM photo INDEXED BY photo_by_stars WHERE missing_since_ms IS NULL";
    return visibleAmong(sql(`${ids} AND rating IN (${others.join(", ")})`), facts);
  }
  const excluded = excludedBy(query);
  if (excluded) {
    const bound = boundOf(excluded, facts);
    return bound && !bound.rest ? bound.ids : undefined;
  }
  const found = isTerm(query) && toTermSql(query, facts);
  if (!found || !("ids" in found) || !found.ids.others) return undefined;
  return visibleAmong(found.ids.others, facts);
}

function visibleAmong({ text, values }: Sql, facts: SearchFacts): Sql {
  const where = allOf(isVisible(facts));
  return sql(
    `SELECT photo.id FROM (${text}) AS photo WHERE ${where.text}`,
    ...values,
    ...where.values,
  );
}

/** What a query leaves out that says nothing else. */
function excludedBy(query: Query): Query | undefined {
  if (query.kind === "not") return query.term;
  if (query.kind !== "and" || query.terms.length === 0) return undefined;
  const terms = query.terms.flatMap((term) => (term.kind === "not" ? [term.term] : []));
  return terms.length === query.terms.length ? { kind: "or", terms } : undefined;
}

function needsIdsOnly(query: Query, facts: SearchFacts): boolean {
  if (query.kind === "and" || query.kind === "or")
    return query.terms.every((term) => needsIdsOnly(term, facts));
  if (query.kind === "not") return needsIdsOnly(query.term, facts);
  return (query.kind === "is" && query.state === "untagged") || "ids" in toTermSql(query, facts);
}

function isTerm(query: Query): query is Term {
  return query.kind !== "and" && query.kind !== "or" && query.kind !== "not";
}

/** Missing photos and those of removed folders, mostly none: then nothing has to be checked. */
function isVisible(facts: SearchFacts): Sql[] {
  const removed = facts.removedFolderIds();
  const hidden: string[] = [];
  if (facts.hasMissing()) {
    hidden.push("SELECT id FROM photo INDEXED BY photo_missing WHERE missing_since_ms IS NOT NULL");
  }
  if (removed.length > 0)
    hidden.push(`SELECT id FROM photo WHERE folder_id IN (${removed.join(", ")})`);
  return hidden.map((ids) => sql(`photo.id NOT IN (${ids})`));
}
