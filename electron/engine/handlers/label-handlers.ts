import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { listPaths } from "../catalog/photos.ts";
import { judge, type JudgedLabel } from "../catalog/verdicts.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type LabelHandlers = Pick<
  Handlers,
  "label.suggest" | "label.explain" | "label.judge" | "label.precision"
>;

export function labelHandlers(parts: Parts): LabelHandlers {
  const { db, feed, search, labelUpkeep } = parts;

  function toJudge(text: string): JudgedLabel {
    const label = search.labels.toJudge(text);
    if (label) return label;
    const near = search.labels.explain(text).nearMisses.map(({ word }) => word);
    const hint = near.length > 0 ? `; near: ${near.join(", ")}` : "";
    throw new LibraryError(
      "request-invalid",
      `expected a label such as dog or "golden retriever" but got ${JSON.stringify(text)}${hint}`,
    );
  }

  function report(ids: readonly PhotoId[]): { changed: number } {
    for (const { id, path } of listPaths(db, ids)) feed.report({ kind: "tagged", id, path });
    if (ids.length > 0) feed.reportHistory();
    return { changed: ids.length };
  }

  return {
    "label.suggest": (input) => search.labels.suggest(input),
    "label.explain": ({ word }) => search.labels.explain(word),
    "label.judge": ({ photos, label, verdict }) => {
      const modelKey = parts.current().model.key;
      const changed = judge(db, photos, { label: toJudge(label), verdict, modelKey });
      labelUpkeep.refreshTexts();
      return report(changed);
    },
    "label.precision": () => search.labels.precision(),
  };
}
