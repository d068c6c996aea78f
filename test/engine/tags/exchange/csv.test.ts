import { expect, test } from "vitest";
import {
  readCsv,
  toCsvRecord,
  type CsvRecord,
} from "../../../../electron/engine/tags/exchange/csv.ts";
import { joinTags, splitTags } from "../../../../electron/engine/tags/exchange/joined-tags.ts";
import { seeded } from "../../../faults/damage.ts";

/** As a decoder gives them: never cut within a character. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += size)
    yield await Promise.resolve(characters.slice(at, at + size).join(""));
}

async function read(text: string, size = 1000) {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(inPieces(text, size), "a.csv")) records.push(record);
  return records;
}

test("records come back as they were written, wherever the text is cut into pieces", async () => {
  const records = [
    ["path", "title", "caption"],
    ["/a, b.jpg", 'He said "no"', "two\r\nlines\nand a \rthird"],
    ["böat.jpg", " spaces ", '""'],
    ["", "", "x"],
  ];
  const text = records.map(toCsvRecord).join("");

  for (let size = 1; size <= text.length; size++)
    expect((await read(text, size)).map(({ fields }) => fields)).toEqual(records);
});

test("random fields come back as they were written", async () => {
  const random = seeded(7);
  const signs = ['"', ",", "\n", "\r\n", ";", "\t", " ", "a", "é", "😀"];
  const field = () =>
    `x${Array.from({ length: Math.floor(random() * 8) }, () => signs[Math.floor(random() * signs.length)]).join("")}`;
  const records = [
    ["path", "b", "c"],
    ...Array.from({ length: 500 }, () => [field(), field(), field()]),
  ];

  const text = records.map(toCsvRecord).join("");

  expect((await read(text, 17)).map(({ fields }) => fields)).toEqual(records);
});

test("lines are counted through fields of several lines, and empty lines are left out", async () => {
  const text = 'path,title\n\n"a","b\nc"\n,\n"d",e';

  expect(await read(text, 3)).toEqual([
    { line: 1, fields: ["path", "title"] },
    { line: 3, fields: ["a", "b\nc"] },
    { line: 6, fields: ["d", "e"] },
  ]);
});

test.each([";", "\t"])("the header tells that %j separates fields", async (separator) => {
  const text = `path${separator}tags\r\na,b${separator}"c${separator}d"\r\n`;

  expect((await read(text, 4)).map(({ fields }) => fields)).toEqual([
    ["path", "tags"],
    ["a,b", `c${separator}d`],
  ]);
});

test.each(['path\n"never closed,\n', 'path\na\n"closed"too late\n'])(
  "a stray quote is told with its line: %j",
  async (text) => {
    await expect(read(text)).rejects.toThrow(/line [23] of a\.csv to be closed/);
  },
);

test("tags in one cell keep semicolons, quotes and slashes", () => {
  const tags = ["Places/Lisbon", "a; b", 'the "old" one', "x|y", "ferry"];

  expect(joinTags(tags)).toBe('Places/Lisbon; "a; b"; "the ""old"" one"; x|y; ferry');
  expect(splitTags(joinTags(tags))).toEqual(tags);
  expect(splitTags(" a ;; b;")).toEqual(["a", "b"]);
  expect(splitTags("")).toEqual([]);
  expect(splitTags('"a; b')).toBeUndefined();
});
