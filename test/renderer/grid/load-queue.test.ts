import { expect, test } from "vitest";
import { LoadQueue } from "../../../renderer/src/grid/layout/load-queue.ts";

function queueOf(limit: number): { queue: LoadQueue; granted: string[] } {
  const granted: string[] = [];
  return { queue: new LoadQueue(limit, (key) => granted.push(key)), granted };
}

test("the most urgent ones go first, and no more than the limit", () => {
  const { queue, granted } = queueOf(2);
  queue.want(["a", "b", "c"]);

  expect(granted).toEqual(["a", "b"]);
});

test("a place that is free goes to the next one", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a", "b"]);
  granted.length = 0;
  queue.settle("a");

  expect(granted).toContain("b");
});

test("what is no longer wanted frees its place", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a", "b"]);
  queue.want(["c"]);

  expect(granted).toEqual(["a", "c"]);
});

test("what was loaded before is granted at once", () => {
  const { queue, granted } = queueOf(1);
  queue.want(["a"]);
  queue.settle("a");
  granted.length = 0;
  queue.pause(true);
  queue.want(["a", "b"]);

  expect(new Set(granted)).toEqual(new Set(["a"]));
});

test("a pause lets nothing new begin until it ends", () => {
  const { queue, granted } = queueOf(2);
  queue.pause(true);
  queue.want(["a"]);
  expect(granted).toEqual([]);

  queue.pause(false);
  expect(granted).toEqual(["a"]);
});
