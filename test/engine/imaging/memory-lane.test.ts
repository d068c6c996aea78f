import { expect, test } from "vitest";
import { MemoryLane } from "../../../electron/engine/imaging/memory-lane.ts";

/** A lane and what happens in it; each job ends when the test says so. */
function observed(budgetBytes: number) {
  const lane = new MemoryLane(budgetBytes);
  const log: string[] = [];
  return {
    log,
    enter(name: string, bytes: number) {
      const parked = Promise.withResolvers<void>();
      const job = async () => {
        log.push(`${name} begins`);
        await parked.promise;
      };
      const turn = {
        waits: () => void log.push(`${name} waits`),
        begins: () => void log.push(`${name} may begin`),
      };
      const done = lane.run(bytes, job, turn);
      return {
        async end() {
          parked.resolve();
          await done;
        },
        async fail() {
          parked.reject(new Error("damaged"));
          await done.catch(() => undefined);
        },
      };
    },
  };
}

test("what fits into the budget together runs together, the others wait in their order", async () => {
  const lane = observed(100);

  const a = lane.enter("a", 60);
  const b = lane.enter("b", 40);
  const c = lane.enter("c", 50);
  const d = lane.enter("d", 10);
  await b.end();
  await a.end();
  await Promise.all([c.end(), d.end()]);

  expect(lane.log.slice(0, 4)).toEqual(["a begins", "b begins", "c waits", "d waits"]);
  expect(lane.log.filter((line) => line.endsWith("begins")).slice(2)).toEqual([
    "c begins",
    "d begins",
  ]);
});

test("what needs more than the budget runs alone, and a damaged file lets the next one in", async () => {
  const lane = observed(100);

  const huge = lane.enter("huge", 900);
  const small = lane.enter("small", 1);
  await huge.fail();
  await small.end();

  expect(lane.log).toEqual(["huge begins", "small waits", "small may begin", "small begins"]);
});

test("what holds no picture never waits", async () => {
  const lane = observed(100);

  const huge = lane.enter("huge", 900);
  const rows = lane.enter("rows", 0);

  expect(lane.log).toEqual(["huge begins", "rows begins"]);
  await Promise.all([huge.end(), rows.end()]);
});
