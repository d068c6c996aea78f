import type { JournalEntry } from "../../contract/journal.ts";
import { loadTeller } from "../../texts/load-teller.ts";
import { findEntry, listEntries } from "../catalog/journal/journal.ts";
import { review } from "../catalog/review.ts";
import { redo, undo, weigh, type Reverted } from "../catalog/journal/undo.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type HistoryHandlers = Pick<
  Handlers,
  "history.list" | "history.undo" | "history.redo" | "history.weigh" | "review.decide"
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
    feed.reportAlbums();
    feed.reportTags();
    labelUpkeep.refreshTexts();
    // A file that is an entry of its own again waits to be indexed.
    if (happened.length > 0) indexer.wake();
    return changed.length;
  }

  function toAnswer(reverted: Reverted) {
    const { entry, sentence, told } = reverted;
    return { entry, sentence, told, changed: report(reverted) };
  }

  function toEntry(id: number | undefined): JournalEntry | null {
    return (id === undefined ? undefined : findEntry(db, id)) ?? null;
  }

  return {
    "history.list": async ({ limit, language = "en", ...question }) => {
      const isSearch = question.text !== undefined && language !== "en";
      const teller = isSearch ? await loadTeller(language) : undefined;
      const entries = listEntries(db, { ...question, teller, limit: limit + 1 });
      const page = entries.slice(0, limit);
      return { entries: page, next: entries.length > limit ? page.at(-1)!.id : null };
    },
    "history.undo": ({ entry }) => toAnswer(undo(db, entry)),
    "history.redo": ({ entry }) => toAnswer(redo(db, entry)),
    "history.weigh": ({ direction, entry }) => {
      const weighed = weigh(db, direction, entry);
      return { entry: toEntry(weighed.entry), obstacle: toEntry(weighed.obstacle) };
    },
    "review.decide": ({ photos, decision }) => {
      const reviewed = review(db, photos, decision);
      return { changed: report(reviewed), entry: reviewed.entry ?? null };
    },
  };
}
