import { expect, test } from "vitest";
import { fromCursor, toCursor, type PagePosition } from "../../../electron/engine/search/cursor.ts";

test.each<PagePosition>([
  { order: "time", sortAtMs: 1_684_065_787_123, id: 1 },
  { order: "time", sortAtMs: -144_720_000_000, id: 987_654_321 },
  { order: "directory", sortAtMs: 0, id: 42 },
])("$order $sortAtMs $id comes back from its cursor", (position) => {
  const cursor = toCursor(position);

  expect(fromCursor(cursor)).toEqual(position);
  expect(cursor).toMatch(/^[\w-]{1,200}$/);
});

test.each(["", "x", "dDEu", btoa("t1.1;"), btoa("x1.1"), btoa("t1.1.1"), btoa("t1e3.1")])(
  "%j is no cursor",
  (cursor) => {
    expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ code: "request-invalid" }));
  },
);
