import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer } from "../../../renderer/src/library/announcer.ts";

let heard: string[];
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  announcer = new Announcer((text) => heard.push(text));
});
afterEach(() => {
  vi.useRealTimers();
});

test("a message after a rest is heard at once", () => {
  announcer.say("Picked.");
  vi.advanceTimersByTime(0);
  vi.advanceTimersByTime(10_000);
  announcer.say("4 stars.");
  vi.advanceTimersByTime(0);

  expect(heard).toEqual(["Picked.", "4 stars."]);
});

test("within a second and a half only the last of several messages is heard", () => {
  announcer.say("Picked.");
  vi.advanceTimersByTime(100);
  for (const text of ["1 star.", "2 stars.", "3 stars."]) announcer.say(text);
  vi.advanceTimersByTime(1_399);
  const before = [...heard];
  vi.advanceTimersByTime(1);

  expect(before).toEqual(["Picked."]);
  expect(heard).toEqual(["Picked.", "3 stars."]);
});

test("counts are heard once the list has been the same for 400 ms", () => {
  for (const text of ["900 photos.", "120 photos.", "12 photos."]) {
    announcer.sayWhenSettled(text);
    vi.advanceTimersByTime(399);
  }
  const before = [...heard];
  vi.advanceTimersByTime(1);

  expect(before).toEqual([]);
  expect(heard).toEqual(["12 photos."]);
});

test("the same message is told again, because it happened again", () => {
  for (let times = 0; times < 2; times++) {
    announcer.say("Picked.");
    vi.advanceTimersByTime(1_500);
  }

  expect(heard).toEqual(["Picked.", "Picked."]);
});

test("a count neither overtakes what somebody did nor takes its place", () => {
  announcer.say("1 photo selected.");
  vi.advanceTimersByTime(0);
  announcer.sayWhenSettled("Indexing started.");
  announcer.say("Picked.");
  announcer.sayWhenSettled("Indexing finished.");
  vi.advanceTimersByTime(10_000);

  expect(heard).toEqual(["1 photo selected.", "Picked.", "Indexing finished."]);
});
