import { expect, test } from "vitest";
import type { Client } from "../../../electron/contract/client.ts";
import { costlyTerms } from "../../../renderer/src/search/costly-terms.ts";
import { joinQuery, splitQuery } from "../../../renderer/src/search/terms.ts";

/** As the search box holds a query. */
function searchFor(query: string) {
  const { terms, rest: text } = splitQuery(query, { isTyping: false });
  return { terms, text, without: (at: number) => joinQuery(terms.toSpliced(at, 1), text) };
}

function clientWith(totals: Readonly<Record<string, number>>): Client<"renderer"> {
  const request = (_name: string, { query }: { query: string }) =>
    Promise.resolve({ photos: [], total: totals[query] ?? 0, next: null });
  return { request } as unknown as Client<"renderer">;
}

test("the chip without which most is found comes first, one that does not matter is left out", async () => {
  const client = clientWith({
    "taken:2023 tag:work": 12,
    "label:dog tag:work": 87,
    "label:dog taken:2023": 0,
  });

  expect(await costlyTerms(searchFor("label:dog taken:2023 tag:work"), client)).toEqual([
    { at: 1, count: 87 },
    { at: 0, count: 12 },
  ]);
});

test("words beside a chip stay", async () => {
  const client = clientWith({ beach: 5 });

  expect(await costlyTerms(searchFor("rating:>=4 beach"), client)).toEqual([{ at: 0, count: 5 }]);
});

test("of a search of one part nothing is dropped", async () => {
  expect(await costlyTerms(searchFor("label:dog"), clientWith({ "": 99 }))).toEqual([]);
});
