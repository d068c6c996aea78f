import { expect, test } from "vitest";
import { chipText, spokenQuery } from "../../../renderer/src/search/term-words.ts";
import { splitQuery } from "../../../renderer/src/search/terms.ts";

function spoken(query: string, folders: readonly string[] = []): string {
  return spokenQuery(splitQuery(query, { isTyping: false }), folders);
}

test("a query is spoken term by term, without signs", () => {
  expect(
    ["label:dog", "label:dog -tag:work beach", "folder:/home/ada/Lisbon", ""].map((query) =>
      spoken(query),
    ),
  ).toEqual(["label dog", "label dog, not tag work, beach", "folder Lisbon", ""]);
});

test("a chip reads as the language is written", () => {
  const { terms } = splitQuery('-tag:"New York" camera:"=Canon EOS R5"', { isTyping: false });

  expect(terms.map((term) => chipText(term, []))).toEqual([
    "not tag: New York",
    "camera: Canon EOS R5",
  ]);
});

test("the chip of a folder tells it from others of its name", () => {
  const { terms } = splitQuery("folder:/2019/Trip folder:/2019/Home", { isTyping: false });
  const folders = ["/2019/Trip", "/2021/Trip", "/2019/Home"];

  expect(terms.map((term) => chipText(term, folders))).toEqual([
    "folder: Trip — 2019",
    "folder: Home",
  ]);
});

test("a folder is spoken so that it is told from others of its name", () => {
  expect(spoken("folder:/2019/Trip dog", ["/2019/Trip", "/2021/Trip"])).toBe(
    "folder Trip — 2019, dog",
  );
});
