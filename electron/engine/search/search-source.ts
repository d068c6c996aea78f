import type { CatalogReader } from "../catalog/catalog-reader.ts";

/** The model whose labels are shown and searched. */
export interface ActiveModel {
  readonly key: string;
  /** From its card: labels below it are guesses. */
  readonly labelThreshold: number;
}

/** What a search reads. */
export interface SearchSource {
  readonly catalog: CatalogReader;
  readonly model: ActiveModel;
}
