import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import type { Recorded } from "../catalog/journal/journal.ts";
import { listPaths } from "../catalog/photos.ts";
import { judge, type JudgedLabel } from "../catalog/verdicts.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { foldText } from "../../contract/fold-text.ts";
import { countTagged, giveTag, toOwnPath } from "../tags/photo-tags.ts";

type LabelHandlers = Pick<
  Handlers,
  | "label.suggest"
  | "label.explain"
  | "label.browse"
  | "label.judge"
  | "label.toTag"
  | "label.precision"
>;

/** As many as a preview has room for. */
const MOST_SHOWN = 7;

export function labelHandlers(parts: Parts): LabelHandlers {
  const { db, feed, search, labelUpkeep, reconciler } = parts;

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

  function report({ changed, entry }: Recorded) {
    for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
    if (changed.length > 0) feed.reportHistory();
    return { changed: changed.length, entry: entry ?? null };
  }

  return {
    "label.suggest": (input) => search.labels.suggest(input),
    "label.explain": ({ word }) => search.labels.explain(word),
    "label.browse": ({ word }) => search.browser.browse(word),
    "label.judge": ({ photos, label, verdict }) => {
      const modelKey = parts.current().model.key;
      const judged = judge(db, photos, { label: toJudge(label), verdict, modelKey });
      labelUpkeep.refreshTexts();
      return report(judged);
    },
    "label.toTag": ({ label, tag, query, photos, isDryRun, ...input }) => {
      const path = toOwnPath(db, tag);
      const { name } = toJudge(label);
      const { atLeast = parts.current().model.labelThreshold } = input;
      const { ids, rejected } = search.labelled({ label, atLeast, query, photos });
      const have = countTagged(db, path, ids);
      const answer = { adds: ids.length - have, have, rejected, atLeast, leastSure: [] };
      if (isDryRun) {
        const leastSure = search.leastSure({ label, atLeast }, { ids, limit: MOST_SHOWN });
        return { ...answer, leastSure, entry: null };
      }
      const isSameName = foldText(path) === foldText(name);
      const sentence = (count: number) =>
        isSameName
          ? tell("done.label.own-tag", { label: name, count })
          : tell("done.label.tag", { label: name, tag: path, count });
      const given = report(giveTag(db, { path, photos: ids, sentence }, reconciler.text));
      labelUpkeep.refreshTexts();
      return { ...answer, adds: given.changed, entry: given.entry };
    },
    "label.precision": () => search.labels.precision(),
  };
}
