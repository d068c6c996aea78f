import { listPaths } from "../catalog/photos.ts";
import { setValues } from "../catalog/set-values.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

export function valueHandlers(parts: Parts): Pick<Handlers, "photo.set"> {
  const { db, feed, labelUpkeep, reconciler } = parts;
  return {
    "photo.set": ({ photos, ...change }) => {
      const { entry, changed } = setValues(db, photos, change, reconciler.text);
      for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
      if (entry !== undefined) feed.reportHistory();
      labelUpkeep.refreshTexts();
      return { changed: changed.length, entry: entry ?? null };
    },
  };
}
