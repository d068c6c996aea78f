import { expect, test } from "vitest";
import {
  columnsFor,
  columnsSideBySide,
} from "../../../../renderer/src/viewer/compare/pane-columns.ts";

const wide = { widthPx: 1440, heightPx: 844, captionPx: 54, marginPx: 16 };
const landscape = 1.5;
const portrait = 2 / 3;

function many(count: number, aspect: number): number[] {
  return Array.from({ length: count }, () => aspect);
}

test("two and three photos stand side by side, four where they are drawn larger", () => {
  expect(columnsSideBySide(many(2, landscape), wide)).toBe(2);
  expect(columnsSideBySide(many(3, landscape), wide)).toBe(3);
  expect(columnsSideBySide(many(4, landscape), wide)).toBe(2);
  expect(columnsSideBySide(many(4, portrait), wide)).toBe(4);
});

test("panoramas are compared side by side as well", () => {
  expect(columnsSideBySide(many(2, 4), wide)).toBe(2);
});

test("a survey gives photos as much room as there is", () => {
  expect(columnsFor(many(12, landscape), wide)).toBe(4);
  expect(columnsFor(many(2, 4), wide)).toBe(1);
  expect(columnsFor(many(5, portrait), wide)).toBe(5);
});

test("before the room was measured there is a column at least", () => {
  const none = { widthPx: 0, heightPx: 0, captionPx: 54, marginPx: 16 };

  expect(columnsFor([landscape], none)).toBe(1);
  expect(columnsSideBySide(many(2, landscape), none)).toBe(2);
});
