import { listPaths } from "../catalog/photos.ts";
import type { Recorded } from "../catalog/journal/journal.ts";
import { countMarks } from "../catalog/mark-states.ts";
import { setValues } from "../catalog/set-values.ts";
import { turnPhotos } from "../catalog/turn-photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

export function valueHandlers(
  parts: Parts,
): Pick<Handlers, "photo.marks" | "photo.set" | "photo.turn"> {
  const { db, feed, labelUpkeep, reconciler } = parts;
  return {
    "photo.set": ({ photos, entry, ...change }) => {
      const options = { ...reconciler.text, entry };
      const answer = report(setValues(db, photos, change, options));
      labelUpkeep.refreshTexts();
      return answer;
    },
    "photo.marks": ({ photos }) => countMarks(db, photos),
    "photo.turn": ({ photos, by }) => {
      const answer = report(turnPhotos(db, photos, by));
      // One of them may stand for an album.
      if (answer.entry !== null) feed.reportAlbums();
      return answer;
    },
  };

  function report({ entry, changed }: Recorded): { changed: number; entry: number | null } {
    for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
    if (entry !== undefined) feed.reportHistory();
    return { changed: changed.length, entry: entry ?? null };
  }
}
