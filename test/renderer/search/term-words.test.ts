import { expect, test } from "vitest";
import { chipText, spokenQuery } from "../../../renderer/src/search/term-words.ts";
import { splitQuery } from "../../../renderer/src/search/terms.ts";

function spoken(query: string): string {
  const { terms, rest } = splitQuery(query, { isTyping: false });
  return spokenQuery(terms, rest);
}

test("a query is spoken term by term, without signs", () => {
  expect(
    ["label:dog", "label:dog -tag:work beach", "folder:/home/ada/Lisbon", ""].map(spoken),
  ).toEqual(["label dog", "label dog, not tag work, beach", "folder Lisbon", ""]);
});

test("a chip reads as the language is written", () => {
  const { terms } = splitQuery('-tag:"New York" camera:"=Canon EOS R5"', { isTyping: false });

  expect(terms.map(chipText)).toEqual(["not tag: New York", "camera: Canon EOS R5"]);
});
