import { hasSums } from "../../catalog/label-sums.ts";
import { listJudged, type JudgedKey } from "../../catalog/verdicts.ts";
import { once } from "../../support/once.ts";
import type { SearchSource } from "../search-source.ts";
import type { LabelVocabulary } from "./vocabulary.ts";

/** What the catalog knows of labels at the moment of asking. */
export interface LabelFacts {
  /** From the active model's card. */
  readonly threshold: number;
  vocabulary(): LabelVocabulary;
  /** Labels that the user confirmed or rejected on some photo. */
  judged(): readonly JudgedKey[];
  /** The row id of a family whose sums are kept; undefined where they have to be added up. */
  sumsOf(key: string): number | undefined;
}

export function readLabelFacts(source: SearchSource): LabelFacts {
  const sums = once(() => readSums(source));
  return {
    threshold: source.model.labelThreshold,
    vocabulary: () => source.vocabulary(),
    judged: once(() => listJudged(source.catalog)),
    sumsOf: (key) => sums().get(key),
  };
}

function readSums(source: SearchSource): Map<string, number> {
  const { catalog, model } = source;
  const { wordNet } = source.vocabulary();
  if (!wordNet) return new Map();
  if (!hasSums(catalog, model.key, wordNet.edition)) {
    source.onMissingSums?.();
    return new Map();
  }
  const rows = catalog.all<{ id: number; wnid: string }>(
    "SELECT family.id, wnid FROM family JOIN model ON model.id = model_id WHERE key = ?",
    [model.key],
  );
  return new Map(rows.map(({ id, wnid }) => [wnid, id]));
}
