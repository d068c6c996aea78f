import { describe, expect, test } from "vitest";
import { parseTabSeparated } from "../../electron/cli/tab-separated.ts";

const parse = (text: string) => parseTabSeparated(text, "set.tsv");
const fields = (text: string) => parse(text).map((line) => line.fields);

describe("a line", () => {
  test.each([
    ["Unix", "a\tb\nc\td\n"],
    ["Windows", "a\tb\r\nc\td\r\n"],
    ["old Macintosh", "a\tb\rc\td\r"],
    ["no end after the last one", "a\tb\nc\td"],
  ])("may end in any way (%s)", (_name, text) => {
    expect(fields(text)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("that is empty is left out, and still counted", () => {
    expect(parse("\n\na\n \t \nb\n")).toEqual([
      { number: 3, fields: ["a"] },
      { number: 5, fields: ["b"] },
    ]);
  });

  test("keeps fields that are empty", () => {
    expect(fields("a\t\tb\t\n")).toEqual([["a", "", "b", ""]]);
  });
});

describe("a quoted field", () => {
  test("may hold tabs, line ends and doubled quotes", () => {
    expect(fields('"a\tb"\t"c\nd"\t"say ""cheese"""\t""\n')).toEqual([
      ["a\tb", "c\nd", 'say "cheese"', ""],
    ]);
  });

  test("that spans lines does not disturb the count", () => {
    expect(parse('"a\r\nb"\nc').map(({ number }) => number)).toEqual([1, 3]);
  });

  test("begins at the field's first character: quotes further on are plain", () => {
    expect(fields('5" disk\t6"')).toEqual([['5" disk', '6"']]);
  });

  test("that is never closed is an error with its line", () => {
    expect(() => parse('a\tb\n"c\td\n')).toThrow(/quote .* line 2 of set\.tsv/);
  });

  test("with more after its quote is an error", () => {
    expect(() => parse('"a" b\tc')).toThrow(/line 1 of set\.tsv/);
  });
});

test("of nothing there are no lines", () => {
  expect(parse("")).toEqual([]);
});
