import { expect, test } from "vitest";
import { Cursor } from "../../../electron/contract/query.ts";
import { nameKey } from "../../../electron/engine/catalog/name-key.ts";
import { fromCursor, toCursor, type PagePosition } from "../../../electron/engine/search/cursor.ts";
import type { PhotoOrder } from "../../../electron/engine/search/photo-order.ts";

function orderBy(by: PhotoOrder["by"], how: Partial<PhotoOrder> = {}): PhotoOrder {
  return { by, isReversed: false, inDirectories: false, ...how };
}

test.each<PagePosition["values"] & [PhotoOrder, ...(string | number)[]]>([
  [orderBy("taken"), 1_684_065_787_123, 1],
  [orderBy("taken", { isReversed: true }), -144_720_000_000, 987_654_321],
  [orderBy("taken", { inDirectories: true }), 0, 42],
  [orderBy("name", { isReversed: true, inDirectories: true }), 'img"[\\01', 3],
  [orderBy("name"), nameKey("写真".repeat(120)), 3],
  [orderBy("added"), 1_800_000_000_000, 5],
  [orderBy("rating"), 5, 1_684_065_787_123, 7],
  [orderBy("album"), -1024, 7],
] as never[])("%j comes back from its cursor", (order: PhotoOrder, ...values) => {
  const cursor = toCursor({ order, values });

  expect(fromCursor(cursor)).toEqual({ order, values });
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(Cursor.safeParse(cursor).success).toBe(true);
});

test.each([
  "",
  "x",
  "dDEu",
  btoa("t[1]"),
  btoa("t[1,2,3]"),
  btoa("t[1,2"),
  btoa('t["a",1]'),
  btoa("t[1.5,1]"),
  btoa("n[1,1]"),
  btoa("x[1,1]"),
  btoa("t[null,1]"),
  btoa("t/-[1,1]"),
])("%j is no cursor", (cursor) => {
  expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ code: "request-invalid" }));
});
