import type { PhotoId } from "../../contract/photo.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { addTag, listTags, removeTag } from "../tags/photo-tags.ts";

export function tagHandlers(parts: Parts): Pick<Handlers, "tag.list" | "tag.add" | "tag.remove"> {
  const { db, feed, labelUpkeep, reconciler } = parts;

  function report(ids: readonly PhotoId[]): { changed: number } {
    for (const { id, path } of listPaths(db, ids)) feed.report({ kind: "tagged", id, path });
    if (ids.length > 0) feed.reportHistory();
    labelUpkeep.refreshTexts();
    return { changed: ids.length };
  }

  return {
    "tag.list": ({ photo }) => listTags(db, photo),
    "tag.add": ({ tag, photos }) => report(addTag(db, tag, photos, reconciler.text)),
    "tag.remove": ({ tag, photos }) => report(removeTag(db, tag, photos, reconciler.text)),
  };
}
