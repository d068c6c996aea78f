import { listEntries } from "../catalog/journal/journal.ts";
import { review } from "../catalog/review.ts";
import { redo, undo, type Reverted } from "../catalog/journal/undo.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type HistoryHandlers = Pick<
  Handlers,
  "history.list" | "history.undo" | "history.redo" | "review.decide"
>;

export function historyHandlers(parts: Parts): HistoryHandlers {
  const { db, feed, indexer, labelUpkeep } = parts;

  function report({ changed, happened }: Pick<Reverted, "changed" | "happened">): number {
    const told = new Set(happened.map(({ id }) => id));
    for (const change of happened) feed.report(change);
    for (const { id, path } of listPaths(db, changed)) {
      if (!told.has(id)) feed.report({ kind: "tagged", id, path });
    }
    feed.reportHistory();
    labelUpkeep.refreshTexts();
    // A file that is an entry of its own again waits to be indexed.
    if (happened.length > 0) indexer.wake();
    return changed.length;
  }

  function toAnswer(reverted: Reverted) {
    const { entry, sentence } = reverted;
    return { entry, sentence, changed: report(reverted) };
  }

  return {
    "history.list": ({ before, limit }) => {
      const entries = listEntries(db, { before, limit: limit + 1 });
      const page = entries.slice(0, limit);
      return { entries: page, next: entries.length > limit ? page.at(-1)!.id : null };
    },
    "history.undo": ({ entry }) => toAnswer(undo(db, entry)),
    "history.redo": ({ entry }) => toAnswer(redo(db, entry)),
    "review.decide": ({ photos, decision }) => ({ changed: report(review(db, photos, decision)) }),
  };
}
