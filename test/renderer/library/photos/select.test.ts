import { expect, test } from "vitest";
import {
  editTarget,
  emptySelection,
  runChoice,
  select,
  selectAll,
  selectForMenu,
  selectNone,
  toggleRun,
} from "../../../../renderer/src/library/photos/select.ts";

const five = select(emptySelection, 5, "only");

test("a click selects one photo and nothing else", () => {
  expect(select(five, 9, "only")).toEqual({ ranges: [{ start: 9, end: 10 }], anchor: 9, focus: 9 });
});

test("a range goes from the anchor, in either direction, and can be drawn again", () => {
  expect(select(five, 8, "extend").ranges).toEqual([{ start: 5, end: 9 }]);
  expect(select(select(five, 8, "extend"), 3, "extend").ranges).toEqual([{ start: 3, end: 6 }]);
});

test("a toggle adds, takes out, and is where the next range begins", () => {
  const two = select(five, 9, "toggle");

  expect(two.ranges).toEqual([
    { start: 5, end: 6 },
    { start: 9, end: 10 },
  ]);
  expect(two.anchor).toBe(9);
  expect(select(two, 9, "toggle").ranges).toEqual([{ start: 5, end: 6 }]);
});

test("a range can be added to what is selected", () => {
  const two = select(five, 9, "toggle");

  expect(select(two, 11, "add-range").ranges).toEqual([
    { start: 5, end: 6 },
    { start: 9, end: 12 },
  ]);
});

test("moving the keyboard alone selects nothing", () => {
  expect(select(five, 7, "focus")).toEqual({ ...five, focus: 7 });
});

test("all and none", () => {
  expect(selectAll(five, 100).ranges).toEqual([{ start: 0, end: 100 }]);
  expect(selectNone(selectAll(five, 100)).ranges).toEqual([]);
});

test("an edit touches the selection, else the focused photo, else nothing", () => {
  expect(editTarget(five, 10)).toEqual([{ start: 5, end: 6 }]);
  expect(editTarget({ ...emptySelection, focus: 3 }, 10)).toEqual([{ start: 3, end: 4 }]);
  expect(editTarget(emptySelection, 0)).toEqual([]);
});

test("a right-click keeps the selection it is on, and selects what is outside it", () => {
  const several = select(five, 8, "extend");

  expect(selectForMenu(several, 6)).toEqual({ ...several, focus: 6 });
  expect(selectForMenu(several, 20).ranges).toEqual([{ start: 20, end: 21 }]);
});

const run = { start: 10, end: 14 };

test("a run of photos is selected whole, and taken out again", () => {
  const all = toggleRun(emptySelection, run);

  expect(all).toEqual({ ranges: [run], anchor: 10, focus: 10 });
  expect(runChoice(all, run)).toBe("all");
  expect(toggleRun(all, run).ranges).toEqual([]);
});

test("a run that is selected in part becomes whole, and what else is selected stays", () => {
  const some = select(select(emptySelection, 2, "only"), 12, "toggle");

  expect(runChoice(some, run)).toBe("some");
  expect(toggleRun(some, run).ranges).toEqual([{ start: 2, end: 3 }, run]);
  expect(toggleRun(some, run).focus).toBe(12);
});

test("the one photo that is selected because the keyboard is on it makes room for a run", () => {
  expect(runChoice(five, run)).toBe("none");
  expect(toggleRun(five, run)).toEqual({ ranges: [run], anchor: 10, focus: 10 });
});
