import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLabelledFiles } from "../../electron/cli/labelled-files.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let folder: TempFolder;
beforeAll(async () => {
  folder = await tempFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

async function read(content: string | Uint8Array) {
  const source = folder.at("set.tsv");
  await writeFile(source, content);
  return readLabelledFiles(source);
}

const expected = () => [
  { path: folder.at("cats", "1.jpg"), label: "cat" },
  { path: folder.at("2.jpg"), label: "dog" },
];

test("paths begin at the folder of the file, or are absolute", async () => {
  const { files } = await read(`path\tlabel\ncats/1.jpg\tcat\n${folder.at("2.jpg")}\tdog\n`);

  expect(files).toEqual(expected());
});

test("columns are found by name, in any order and among others", async () => {
  const { files } = await read("Label\tbytes\tPath \ncat\t7\tcats/1.jpg\ndog\t\t2.jpg\n");

  expect(files).toEqual(expected());
});

test("spaces around a label are no part of it", async () => {
  const { files } = await read("path\tlabel\ncats/1.jpg\t cat\n2.jpg\tdog \n");

  expect(files).toEqual(expected());
});

test("a byte order mark is no part of the header", async () => {
  const text = "\ufeffpath\tlabel\r\ncats/1.jpg\tcat\r\n2.jpg\tdog\r\n";

  expect((await read(text)).files).toEqual(expected());
  expect((await read(Buffer.from(text, "utf16le"))).files).toEqual(expected());
});

test("rows without a label are counted and left out", async () => {
  const { files, unlabelled } = await read("path\tlabel\ncats/1.jpg\tcat\nx.jpg\t\n2.jpg\tdog\n");

  expect([files, unlabelled]).toEqual([expected(), 1]);
});

describe("an error says the line and what was expected there", () => {
  test.each([
    ["", 'the columns "path" and "label", .* line 1 .* but got nothing'],
    [
      "a.jpg\tcat\nb.jpg\tcat\n",
      'the columns "path" and "label", .* line 1 .* but got "a.jpg", "cat"',
    ],
    ["\n\npath,label\na.jpg,cat\n", 'line 3 .* but got "path,label"'],
    ["path\tlabel\na.jpg\tcat\n\tcat\n", "a path in line 3 .* but got none"],
    ["path\tlabel\na.jpg\tcat\nb.jpg cat\n", 'a label after a tab in line 3 .* "b.jpg cat" alone'],
    ["path\tlabel\na.jpg\tcat\nb\t.jpg\tcat\n", "2 fields in line 3 .* but got 3"],
    ['path\tlabel\n"a.jpg\tcat\n', "quote .* line 2"],
    [`path\tlabel\na.jpg\t${"c".repeat(501)}\n`, "at most 500 characters in line 2 .* but got 501"],
    ["path\tlabel\na.jpg\tcat\n\n./a.jpg\tcat\n", "each file once .* ./a.jpg in lines 2 and 4"],
    ["path\tlabel\na.jpg\tcat\n", "at least 2 files with a label .* but got 1"],
  ])("%j", async (content, message) => {
    await expect(read(content)).rejects.toThrow(new RegExp(`^Expected .*${message}`));
  });

  test("bytes that are no text", async () => {
    await expect(read(Uint8Array.of(0x70, 0xff, 0x00))).rejects.toThrow(
      /^Expected text in UTF-8 in .*set\.tsv/,
    );
  });

  test("a file that is not there", async () => {
    await expect(readLabelledFiles(folder.at("none.tsv"))).rejects.toThrow(
      /^Expected a TSV file at .*none\.tsv but there is none$/,
    );
  });
});
