import { expect, test } from "vitest";
import { nearestInReach } from "../../../electron/engine/vectors/nearest-in-reach.ts";

/** A table of 5,000 rows, each a thousandth further away than the one before; `asked` is what it was asked for. */
function table() {
  const asked: number[] = [];
  const ask = (limit: number) => {
    asked.push(limit);
    const count = Math.min(limit, 5000);
    const rows = Array.from({ length: count }, (_, index) => ({
      fingerprint: `${index}`,
      distance: index / 1000,
    }));
    return Promise.resolve(rows);
  };
  return { asked, ask };
}

test.each([
  { what: "a short list", limit: 1000, reach: 0.05, found: 51, questions: [200] },
  { what: "a longer one", limit: 10_000, reach: 1, found: 1001, questions: [200, 800, 3200] },
  { what: "a limit between", limit: 500, reach: 1, found: 500, questions: [200, 500] },
  { what: "a small limit", limit: 30, reach: 1, found: 30, questions: [30] },
  { what: "all", limit: 20_000, reach: 9, found: 5000, questions: [200, 800, 3200, 12_800] },
])("$what is asked for by $questions", async ({ limit, reach, found, questions }) => {
  const { asked, ask } = table();

  const near = await nearestInReach({ limit, reach }, ask);

  expect(near).toHaveLength(found);
  expect(near.every(({ distance }) => distance <= reach)).toBe(true);
  expect(asked).toEqual(questions);
});

test("without a reach the limit is asked for", async () => {
  const { asked, ask } = table();

  expect(await nearestInReach({ limit: 700, reach: undefined }, ask)).toHaveLength(700);
  expect(asked).toEqual([700]);
});
