import type { FilterTerm, NewTerm } from "./filter-terms.ts";

/** The search as filters see it: they read its terms, and put theirs in the place of others. */
export interface FilterSearch {
  readonly terms: readonly FilterTerm[];
  readonly query: string;
  exchange(isOld: (term: FilterTerm) => boolean, added: readonly NewTerm[]): void;
  /** The query that an exchange would come to. */
  exchanged(isOld: (term: FilterTerm) => boolean, added: readonly NewTerm[]): string;
}
