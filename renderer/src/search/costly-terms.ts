import type { Client } from "../../../electron/contract/client.ts";
import type { SearchController } from "./search-controller.svelte.ts";

/** A chip without which the search would find something. */
export interface CostlyTerm {
  /** The chip's place among the terms of the search. */
  readonly at: number;
  /** Photos that are found without it. */
  readonly count: number;
}

const MOST_ASKED = 8;
const MOST_SHOWN = 3;

/** Drops each chip of a search that finds nothing, and answers with those whose loss brings most photos back. */
export async function costlyTerms(
  search: Pick<SearchController, "terms" | "text" | "without">,
  client: Client<"renderer">,
): Promise<readonly CostlyTerm[]> {
  const { terms, text } = search;
  // Without its only part a search is all photos, which there is a button for.
  if (terms.length + (text.trim() === "" ? 0 : 1) < 2) return [];
  const found = await Promise.all(
    terms.slice(0, MOST_ASKED).map(async (_, at) => {
      const page = await client.request("photo.page", { query: search.without(at), limit: 1 });
      return { at, count: page.total };
    }),
  );
  return found
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SHOWN);
}
