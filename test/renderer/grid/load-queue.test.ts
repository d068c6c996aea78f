import { expect, test } from "vitest";
import { LoadQueue } from "../../../renderer/src/grid/layout/load-queue.ts";

/** A queue, and the pictures that may be in the page at this moment, in the order in which they were granted. */
function queueOf(limit: number): { queue: LoadQueue; granted: Set<string> } {
  const granted = new Set<string>();
  const queue = new LoadQueue(limit, {
    grant: (key) => granted.add(key),
    revoke: (key) => granted.delete(key),
  });
  return { queue, granted };
}

test("the most urgent ones go first, and no more than the limit", () => {
  const { queue, granted } = queueOf(2);
  queue.want(["a", "b", "c"]);

  expect([...granted]).toEqual(["a", "b"]);
});

test("a place that is free goes to the next one", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a", "b"]);
  queue.settle("a");

  expect([...granted]).toEqual(["a", "b"]);
});

test("what is no longer wanted is given up and frees its place", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a", "b"]);
  queue.want(["c"]);

  expect([...granted]).toEqual(["c"]);
});

test("after a turn what was ahead is given up, and what is loaded stays in the page", () => {
  const { queue, granted } = queueOf(2);
  queue.want(["seen", "ahead", "further"]);
  queue.settle("seen");
  queue.want(["behind"], ["behind", "seen", "ahead", "further"]);

  expect(granted).toEqual(new Set(["seen", "behind"]));
});

test("what was loaded before is granted at once", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a"]);
  queue.settle("a");
  queue.want([]);
  expect([...granted]).toEqual([]);

  queue.pause(true);
  queue.want(["a", "b"]);
  expect([...granted]).toEqual(["a"]);
});

test("a pause lets nothing new begin until it ends", () => {
  const { queue, granted } = queueOf(2);
  queue.pause(true);
  queue.want(["a"]);
  expect([...granted]).toEqual([]);

  queue.pause(false);
  expect([...granted]).toEqual(["a"]);
});

test("a day of scrolling is not remembered whole", () => {
  const { queue } = queueOf(1);
  for (let photo = 0; photo < 20_000; photo++) {
    queue.want([String(photo)]);
    queue.settle(String(photo));
  }

  expect([queue.hasSettled("19999"), queue.hasSettled("100")]).toEqual([true, false]);
});
