import type { Album } from "../../../electron/contract/album.ts";
import { albumQuery } from "../library/query-text.ts";

/** A whole search to begin with. */
export interface StartSearch {
  readonly kind: "recent" | "saved" | "example";
  readonly name: string;
  readonly query: string;
  /** Photos that it finds, where that is known. */
  readonly count?: number;
}

const MOST_RECENT = 5;
const MOST_SAVED = 4;
const EXAMPLES = ["label:dog taken:2023", "rating:>=4 -tag:work", "is:untagged"] as const;

/** What an empty search box offers: what was searched for last, what was saved, and how a search is written. */
export function startSearches(
  recent: readonly string[],
  albums: readonly Album[],
): readonly StartSearch[] {
  const saved = albums.filter(({ kind, problem }) => kind === "smart" && problem === null);
  return [
    ...recent
      .slice(0, MOST_RECENT)
      .map((query) => ({ kind: "recent", name: query, query }) as const),
    ...saved.slice(0, MOST_SAVED).map(({ name, count }) => ({
      kind: "saved" as const,
      name,
      query: albumQuery(name),
      ...(count !== null && { count }),
    })),
    ...EXAMPLES.map((query) => ({ kind: "example", name: query, query }) as const),
  ];
}
