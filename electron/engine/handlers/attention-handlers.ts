import { readCounts } from "../catalog/counts.ts";
import { clearChosen, countFailures, listFailures } from "../catalog/failures.ts";
import { forgetMissing } from "../catalog/forget-missing.ts";
import { listReplaced } from "../catalog/former-files.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type AttentionHandlers = Pick<
  Handlers,
  "failure.list" | "failure.count" | "failure.retry" | "photo.forget" | "review.list"
>;

/** Photos that are missing, could not be shown, or are to be reviewed. */
export function attentionHandlers(parts: Parts): AttentionHandlers {
  const { db, feed, indexer, search } = parts;
  return {
    "failure.list": ({ folders }) => listFailures(db, folders),
    "failure.count": () => countFailures(db),
    "failure.retry": (choice) => {
      const ids = clearChosen(db, choice);
      for (const { id, path } of listPaths(db, ids)) feed.report({ kind: "changed", id, path });
      if (ids.length > 0) indexer.wake();
      return { changed: ids.length };
    },
    "photo.forget": ({ photos: wanted }) => {
      const { photos, entry } = forgetMissing(db, wanted);
      for (const { id, path } of photos) feed.report({ kind: "removed", id, path });
      if (entry !== undefined) {
        feed.reportHistory();
        feed.reportAlbums();
        feed.reportTags();
      }
      return { changed: photos.length, entry: entry ?? null };
    },
    "review.list": ({ after, limit }) => {
      const replaced = listReplaced(db, { after, limit });
      const photos = search.byId(replaced.map(({ photoId }) => photoId));
      const reviews = replaced.flatMap(({ photoId, ...former }) => {
        const photo = photos.find(({ id }) => id === photoId);
        return photo ? [{ photo, ...former }] : [];
      });
      return { reviews, total: readCounts(db).review };
    },
  };
}
