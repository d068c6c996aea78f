import { expect, test } from "vitest";
import { sectionWords } from "../../../renderer/src/grid/section-words.ts";
import type { GridOrder } from "../../../renderer/src/library/photos/photo-order.ts";

const roots = () => ["/home/ada/Pictures", "/home/ada/Pictures/Archive"];

function words(order: Partial<GridOrder>) {
  return sectionWords({ sort: "taken", isReversed: false, groupBy: "month", ...order }, roots);
}

test("months have their name, and their year at the scrubber", () => {
  const { titleOf, markOf, scrubberName } = words({ sort: "added" });

  expect(["2023-05", "2023-05-14"].map(titleOf)).toEqual(["May 2023", "May 14, 2023"]);
  expect(["2023-05", ""].map(markOf)).toEqual(["2023", undefined]);
  expect(scrubberName).toBe("Date");
});

test("names have their letter in both places", () => {
  const { titleOf, markOf } = words({ sort: "name" });

  expect(["B", "#"].map((key) => [titleOf(key), markOf(key)])).toEqual([
    ["B", "B"],
    ["#", "#"],
  ]);
});

test("stars are written out in the title", () => {
  const { titleOf, markOf } = words({ sort: "rating" });

  expect(["0", "1", "5"].map(titleOf)).toEqual(["No stars", "1 star", "5 stars"]);
  expect(["5", ""].map(markOf)).toEqual(["5★", undefined]);
});

test("a directory is called by its way from the folder that was added, on any platform", () => {
  const { titleOf, markOf } = words({ sort: "rating", groupBy: "folder" });
  const onWindows = sectionWords({ sort: "taken", isReversed: false, groupBy: "folder" }, () => [
    "D:\\Photos",
  ]);

  expect(
    ["/home/ada/Pictures", "/home/ada/Pictures/2023/Lisbon", "/elsewhere/x"].map(titleOf),
  ).toEqual(["Pictures", "Pictures / 2023 / Lisbon", "x"]);
  expect(titleOf("/home/ada/Pictures/Archive/old")).toBe("Archive / old");
  expect(onWindows.titleOf("D:\\Photos\\2023")).toBe("Photos / 2023");
  expect(markOf("/home/ada/Pictures")).toBeUndefined();
});

test("a directory says which of two folders of one name it is in", () => {
  const { titleOf } = sectionWords({ sort: "taken", isReversed: false, groupBy: "folder" }, () => [
    "/photos/2019/Trip",
    "/photos/2021/Trip",
  ]);

  expect(["/photos/2019/Trip", "/photos/2021/Trip/Day 1"].map(titleOf)).toEqual([
    "Trip — 2019",
    "Trip — 2021 / Day 1",
  ]);
});
