import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { planPlaces, type PlacedPhoto } from "../../../electron/engine/albums/places.ts";

const ids = (...numbers: number[]) => numbers as PhotoId[];

/** The order after the plan, and how many photos that were there got another place. */
function apply(members: readonly PlacedPhoto[], arriving: readonly PhotoId[], before?: PhotoId) {
  const plan = planPlaces(members, arriving, before);
  const places = new Map([...members, ...plan].map(({ id, place }) => [id, place]));
  const order = [...places].sort(([, a], [, b]) => a - b).map(([id, place]) => ({ id, place }));
  expect(new Set(places.values()).size).toBe(order.length);
  return { order, moved: plan.length - arriving.length };
}

test("photos go to the end, before another one, or to the start, and the others keep their places", () => {
  const first = apply([], ids(1, 2, 3));
  const end = apply(first.order, ids(4, 5));
  const middle = apply(end.order, ids(7, 6), 2 as PhotoId);
  const start = apply(middle.order, ids(9, 8), 1 as PhotoId);
  const unknown = apply(start.order, ids(10), 99 as PhotoId);

  expect(unknown.order.map(({ id }) => id)).toEqual([9, 8, 1, 7, 6, 2, 3, 4, 5, 10]);
  expect([first, end, middle, start, unknown].map(({ moved }) => moved)).toEqual([0, 0, 0, 0, 0]);
});

test("where there is no room left, all photos get new places, in the same order", () => {
  let { order } = apply([], ids(1, 2));
  let renumbered = 0;

  for (let id = 3; id < 103; id += 1) {
    const next = apply(order, ids(id), 2 as PhotoId);
    order = next.order;
    if (next.moved > 0) renumbered += 1;
  }

  expect(order.map(({ id }) => id)).toEqual([
    1,
    ...Array.from({ length: 100 }, (_, at) => at + 3),
    2,
  ]);
  expect(renumbered).toBeGreaterThan(0);
  expect(renumbered).toBeLessThan(10);
});
