import { expect, test } from "vitest";
import type { PhotoSet } from "../../../../renderer/src/library/photos/photo-set.ts";
import { cullScope } from "../../../../renderer/src/viewer/cull/cull-scope.ts";

const set = { total: 100 } as PhotoSet;
const reader = {
  count: () => Promise.resolve({ pick: 2, reject: 1 }),
  flagged: () => Promise.resolve([]),
};

test("all photos are gone through by their places", () => {
  const scope = cullScope(set, undefined, reader);

  expect([scope.total, scope.placeAt(37), scope.positionOf(37)]).toEqual([100, 37, 37]);
});

test("of a selection the photos are gone through in its order, without those between", async () => {
  const ranges = [
    { start: 3, end: 5 },
    { start: 10, end: 11 },
    { start: 40, end: 43 },
  ];
  const scope = cullScope(set, ranges, reader);

  const places = Array.from({ length: scope.total }, (_, position) => scope.placeAt(position));
  expect(places).toEqual([3, 4, 10, 40, 41, 42]);
  expect(places.map((place) => scope.positionOf(place))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await scope.count()).toEqual({ pick: 2, reject: 1 });
});

test("a photo that is not selected begins at the next one that is", () => {
  const scope = cullScope(
    set,
    [
      { start: 3, end: 5 },
      { start: 10, end: 11 },
    ],
    reader,
  );

  expect([0, 7, 99].map((place) => scope.positionOf(place))).toEqual([0, 2, 2]);
});
