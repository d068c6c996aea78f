/**
 * @file When a photo came into the library, how large and of what shape it is, as conditions.
 */
import { orientationBytes } from "../../../contract/aspect.ts";
import { instantOfWallMs } from "../../catalog/wall-time.ts";
import type { Term } from "../language/query.ts";
import { allOf, sql, type Sql } from "./sql.ts";
import type { TermSql } from "./term-sql.ts";

/** Days are those of the clock here. */
export function addedSql({ fromMs, untilMs }: Extract<Term, { kind: "added" }>): TermSql {
  const tests = [
    ...(fromMs === undefined ? [] : [sql("photo.added_at_ms >= ?", instantOfWallMs(fromMs))]),
    ...(untilMs === undefined ? [] : [sql("photo.added_at_ms < ?", instantOfWallMs(untilMs))]),
  ];
  const test = allOf(tests);
  const ids = `SELECT id FROM photo INDEXED BY photo_by_added WHERE ${test.text}`;
  return { ids: { ...sql(ids, ...test.values), isMember: test } };
}

/** A size without a comparison is the one that is rounded to it, to as many digits as were typed. */
export function sizeSql({ comparison, value }: Extract<Term, { kind: "size" }>): TermSql {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  const half = 0.5 / 10 ** decimals;
  const test =
    comparison === "="
      ? sql("BETWEEN ? AND ?", toPixels(value - half), toPixels(value + half) - 1)
      : sql(`${comparison} ?`, toPixels(value));
  const pixels = "photo.width_px * photo.height_px";
  const ids = `SELECT id FROM photo INDEXED BY photo_by_pixels WHERE width_px IS NOT NULL AND ${pixels} ${test.text}`;
  return {
    ids: {
      ...sql(ids, ...test.values),
      isMember: sql(`coalesce(${pixels} ${test.text}, 0)`, ...test.values),
    },
  };
}

function toPixels(megapixels: number): number {
  return Math.round(megapixels * 1e6);
}

/** Of the index of the timeline alone. A photo whose size is not known has no shape. */
export function orientationCondition({ orientation }: Extract<Term, { kind: "orientation" }>): Sql {
  return sql(
    "(photo.width_px IS NULL) = 0 AND photo.aspect BETWEEN ? AND ?",
    ...orientationBytes[orientation],
  );
}
