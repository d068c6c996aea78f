import { expect, test } from "vitest";
import type { PhotoId } from "../../../../electron/contract/photo.ts";
import { locate } from "../../../../renderer/src/library/photos/locate.ts";

function order(count: number, first = 1): PhotoId[] {
  return Array.from({ length: count }, (_, at) => (first + at) as PhotoId);
}

test("photos are found near their old places with one short request", async () => {
  const now = [...order(10, 900_000), ...order(300_000)];
  const asked: number[] = [];
  const found = await locate(
    new Map([[5_001 as PhotoId, 5_000]]),
    now.length,
    async (offset, limit) => {
      asked.push(limit);
      return now.slice(offset, offset + limit);
    },
  );

  expect([...found]).toEqual([[5_001, 5_010]]);
  expect(asked).toEqual([4_000]);
});

test("a photo that moved far is found in the whole order", async () => {
  const now = order(250_000).reverse();
  const found = await locate(new Map([[1 as PhotoId, 0]]), now.length, async (offset, limit) =>
    now.slice(offset, offset + limit),
  );

  expect([...found]).toEqual([[1, 249_999]]);
});

test("a photo that left the query is absent", async () => {
  const found = await locate(new Map([[7 as PhotoId, 0]]), 3, async () => order(3));

  expect(found.size).toBe(0);
});

test("nothing to look for asks nothing", async () => {
  const found = await locate(new Map(), 3, () => Promise.reject(new Error("asked")));

  expect(found.size).toBe(0);
});

test("places that the query no longer has are looked for everywhere", async () => {
  const now = order(10);
  const found = await locate(new Map([[3 as PhotoId, 90_000]]), 10, async (offset, limit) =>
    now.slice(offset, offset + limit),
  );

  expect([...found]).toEqual([[3, 2]]);
});
