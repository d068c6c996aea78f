/**
 * @file Flags, colour labels, areas and what the camera was set to as conditions; each has an index of its own.
 */
import type { Comparison, Term } from "../language/query.ts";
import type { IdSet } from "./id-set.ts";
import { sql, type Sql } from "./sql.ts";
import type { TermSql } from "./term-sql.ts";

type ValueTerm = Extract<Term, { kind: "flag" | "colour" | "iso" | "aperture" }>;
type Column = "flag" | "colour_label" | "iso" | "aperture";

/** Cameras write 2.79 or 2.83 for what is printed on the lens as 2.8. */
const APERTURE_TOLERANCE = 0.05;

export function valueSql(term: ValueTerm): TermSql {
  switch (term.kind) {
    case "flag":
      return textSql("flag", term.flag);
    case "colour":
      return textSql("colour_label", term.colour);
    case "iso":
      return { ids: photosWhere("iso", sql(`${term.comparison} ?`, term.value)) };
    case "aperture":
      return { ids: photosWhere("aperture", apertureTest(term.comparison, term.value)) };
  }
}

/** Photos without stars are in no index: what finds them walks the timeline, which has the stars, too. */
export function ratingSql({ comparison, stars }: Extract<Term, { kind: "rating" }>): TermSql {
  // The plus: as a part of the timeline, not as a reason to walk the photos in the order of their stars.
  const condition = sql(`+photo.rating ${comparison} ?`, stars);
  const leastStars = comparison === ">" ? stars + 1 : stars;
  if (comparison.startsWith("<") || leastStars === 0) return { condition };
  const ids = "SELECT id FROM photo INDEXED BY photo_by_rating WHERE rating > 0";
  return {
    ids: {
      ...sql(`${ids} AND rating ${comparison} ?`, stars),
      isIn: condition,
      isMember: condition,
    },
  };
}

function textSql(column: Column, value: string): TermSql {
  if (value !== "none") return { ids: photosWhere(column, sql("= ?", value)) };
  // Most photos have none: the set of those that have one is made sooner.
  const others = photosWhere(column, sql("IS NOT NULL"));
  const isIn = sql(`photo.id NOT IN (${others.text})`);
  return { ids: { ...photosWhere(column, sql("IS NULL")), isIn, others: sql(others.text) } };
}

/** `test`: what follows the column's name. */
function photosWhere(column: Column, { text, values }: Sql): IdSet {
  return {
    ...sql(`SELECT id FROM photo INDEXED BY photo_by_${column} WHERE ${column} ${text}`, ...values),
    isMember: sql(`coalesce(photo.${column} ${text}, 0)`, ...values),
  };
}

function apertureTest(comparison: Comparison, value: number): Sql {
  const [from, to] = [value - APERTURE_TOLERANCE, value + APERTURE_TOLERANCE];
  switch (comparison) {
    case "=":
      return sql("BETWEEN ? AND ?", from, to);
    case "<":
      return sql("< ?", from);
    case ">":
      return sql("> ?", to);
    case "<=":
      return sql("<= ?", to);
    case ">=":
      return sql(">= ?", from);
  }
}

/** Photos in an area, its edges included. */
export function placeSql({ area }: Extract<Term, { kind: "place" }>): TermSql {
  const { west, south, east, north } = area;
  const operator = west > east ? "OR" : "AND";
  const test = sql(
    `photo.latitude BETWEEN ? AND ? AND (photo.longitude >= ? ${operator} photo.longitude <= ?)`,
    ...[south, north, west, east],
  );
  return {
    ids: {
      ...sql(
        `SELECT id FROM photo INDEXED BY photo_by_position WHERE latitude IS NOT NULL AND ${test.text}`,
        ...test.values,
      ),
      isMember: sql(`coalesce(${test.text}, 0)`, ...test.values),
    },
  };
}
