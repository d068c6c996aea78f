import { expect, test } from "vitest";
import {
  noViews,
  stepView,
  visitView,
  type View,
  type ViewList,
} from "../../renderer/src/view-list.ts";

const all: View = { query: "", page: null };
const cats: View = { query: "label:cat", page: null };
const settings: View = { query: "label:cat", page: "settings" };

function visited(...views: readonly (readonly [View, number] | View)[]): ViewList {
  return views.reduce<ViewList>(
    (list, visit) =>
      "query" in visit ? visitView(list, visit, 0) : visitView(list, visit[0], visit[1]),
    noViews,
  );
}

function queries({ visits }: ViewList): readonly string[] {
  return visits.map(({ query, page }) => (page === null ? query : `${page} over ${query}`));
}

function shown({ visits, at }: ViewList): string | undefined {
  return visits[at]?.query;
}

test("back leads to what was shown before, forward to where one came from", () => {
  const list = visited(all, cats);

  expect(shown(stepView(list, -1))).toBe("");
  expect(shown(stepView(stepView(list, -1), 1))).toBe("label:cat");
});

test("at the ends there is nowhere to go", () => {
  const list = visited(all, cats);

  expect(stepView(list, 1)).toBe(list);
  expect(shown(stepView(stepView(list, -1), -1))).toBe("");
});

test("another view after going back takes the place of those that were ahead", () => {
  const list = visitView(stepView(visited(all, cats), -1), { query: "tag:Lisbon", page: null }, 0);

  expect(queries(list)).toEqual(["", "tag:Lisbon"]);
});

test("to close a page is to go back", () => {
  const list = visitView(visited(all, cats, settings), cats, 0);

  expect([shown(list), list.at]).toEqual(["label:cat", 1]);
  expect(queries(list)).toEqual(["", "label:cat", "settings over label:cat"]);
});

test("what is shown already is no other view", () => {
  expect(queries(visited(all, cats, cats))).toEqual(["", "label:cat"]);
});

test("a search that is typed letter by letter is one view, the next one another", () => {
  const typed = (query: string, run: number) => [{ query, page: null }, run] as const;
  const list = visited(all, typed("c", 1), typed("ca", 1), typed("cat", 1), typed("dog", 2));

  expect(queries(list)).toEqual(["", "cat", "dog"]);
});

test("letters that were taken back leave nothing behind", () => {
  const list = visited(all, [{ query: "c", page: null }, 1], [all, 1]);

  expect(queries(list)).toEqual([""]);
});

test("a hundred views are remembered", () => {
  const views = Array.from({ length: 150 }, (_, at) => ({ query: `tag:${at}`, page: null }));
  const list = visited(...views);

  expect([list.visits.length, shown(list), list.visits[0]?.query]).toEqual([
    100,
    "tag:149",
    "tag:50",
  ]);
});
