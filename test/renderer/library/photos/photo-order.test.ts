import { expect, test } from "vitest";
import {
  groupingOf,
  groupingsOf,
  kindOfQuery,
  orderOfKind,
  requestOrder,
  sortsOf,
  type GridOrder,
} from "../../../../renderer/src/library/photos/photo-order.ts";

const byName: GridOrder = { sort: "name", isReversed: true, groupBy: "day" };

test.each([
  ["", "library"],
  ["added:2026-10-23..", "recent"],
  ['folder:"/home/ada/My photos"', "folder"],
  ["rating:5 folder:/photos", "folder"],
  ["added:2026 dog", "recent"],
  ["dog", "library"],
  ["-folder:/photos", "library"],
  ["tag:Lisbon rating:>=3", "library"],
])("the search “%s” is of the kind %s", (query, kind) => {
  expect(kindOfQuery(query, { isAlbum: false })).toBe(kind);
});

test("an album made by hand keeps its own order until another one is chosen for albums", () => {
  const kind = kindOfQuery("album:Trips", { isAlbum: true });

  expect(orderOfKind(undefined, kind).sort).toBe("own");
  expect(orderOfKind({ album: byName }, kind)).toEqual(byName);
  expect(orderOfKind({ album: byName }, "library").sort).toBe("taken");
  expect(sortsOf(kind)).toContain("own");
  expect(sortsOf("library")).not.toContain("own");
});

test("what another version stored counts for nothing", () => {
  const stored = { ...byName, sort: "size" } as unknown as GridOrder;

  expect(orderOfKind({ library: stored }, "library")).toEqual(orderOfKind(undefined, "library"));
  expect(orderOfKind({ library: { ...byName, sort: "own" } }, "library").sort).toBe("taken");
});

test("names and stars have one natural group, whether days or months were asked for", () => {
  expect(groupingsOf(byName)).toEqual(["month", "folder", "none"]);
  expect(groupingOf(byName)).toBe("month");
  expect(groupingOf({ ...byName, sort: "taken" })).toBe("day");
  expect(groupingsOf({ ...byName, sort: "own" })).toEqual([]);
});

test("an album's own order is asked for by naming none", () => {
  expect(requestOrder({ sort: "own", isReversed: false, groupBy: "month" })).toEqual({
    groupBy: "month",
  });
  expect(requestOrder(byName)).toEqual(byName);
});
