import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { LabelFamilies } from "./conditions/label-families.ts";

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
  /** What common words stand for; without them labels are found by the names of classes alone. */
  readonly families?: () => LabelFamilies;
}
