import { expect, test } from "vitest";
import { countQuestions } from "../../../renderer/src/filters/count-questions.ts";
import type { FilterSearch } from "../../../renderer/src/filters/filter-search.ts";
import { exchangeTerms, joinQuery, splitQuery } from "../../../renderer/src/search/terms.ts";

function searchOf(query: string): FilterSearch {
  const parts = splitQuery(query, { isTyping: false });
  return {
    terms: parts.terms,
    query,
    exchange: () => undefined,
    exchanged(isOld, added) {
      const { terms, rest } = exchangeTerms(parts, isOld, added);
      return joinQuery(terms, rest);
    },
  };
}

test("the values of a filter that is set are counted as if it were not", () => {
  const { all, without } = countQuestions(searchOf("rating:>=3 camera:canon dog"));

  expect(all).toBe("rating:>=3 camera:canon dog");
  expect(without).toEqual([
    { filter: "rating", query: "camera:canon dog" },
    { filter: "camera", query: "rating:>=3 dog" },
  ]);
});

test("switches are counted as if they were on, once", () => {
  const { switched } = countQuestions(searchOf("is:untagged dog"));

  expect(switched).toEqual({
    untagged: "is:untagged dog",
    failed: "is:untagged is:failed dog",
    missing: "is:untagged is:missing dog",
  });
});
