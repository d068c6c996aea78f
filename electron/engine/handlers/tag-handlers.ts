import type { PhotoId } from "../../contract/photo.ts";
import type { tagRequests } from "../../contract/requests/tag-requests.ts";
import type { Recorded } from "../catalog/journal/journal.ts";
import { listPaths } from "../catalog/photos.ts";
import { inEnglish } from "../../texts/in-english.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { deleteTag } from "../tags/delete-tag.ts";
import { describeTag } from "../tags/describe-tag.ts";
import { countStates, listTags, readTagTree } from "../tags/list-tags.ts";
import { addTag, removeTag } from "../tags/photo-tags.ts";
import { renameTag, weighRename, weighTag, type TagChange } from "../tags/rename-tag.ts";
import { suggestTags } from "../tags/suggest-tags.ts";
import { findUsed } from "../tags/used-tags.ts";

export function tagHandlers(parts: Parts): Pick<Handlers, keyof typeof tagRequests> {
  const { db, feed, labelUpkeep, reconciler } = parts;

  function report({ entry, changed }: Recorded): { changed: number; entry: number | null } {
    reportPhotos(changed);
    if (entry !== undefined) feed.reportHistory();
    labelUpkeep.refreshTexts();
    return { changed: changed.length, entry: entry ?? null };
  }

  /** A tag was changed for all its photos: whoever shows them hears of the tags, and of those that have other tags now. */
  function reportTag({ entry, changed, sentence, photos }: TagChange) {
    report({ entry, changed });
    feed.reportTags();
    return { changed: photos, entry, sentence: inEnglish(sentence), told: sentence };
  }

  function reportPhotos(ids: readonly PhotoId[]): void {
    for (const { id, path } of listPaths(db, ids)) feed.report({ kind: "tagged", id, path });
  }

  return {
    "tag.list": ({ photo }) => listTags(db, photo),
    "tag.tree": () => readTagTree(db),
    "tag.add": ({ tag, photos, entry }) =>
      report(addTag(db, tag, photos, { ...reconciler.text, entry })),
    "tag.remove": ({ tag, photos, entry }) =>
      report(removeTag(db, tag, photos, { ...reconciler.text, entry })),
    "tag.weigh": ({ tag, to }) =>
      to === null ? { ...weighTag(db, findUsed(db, tag)), merges: [] } : weighRename(db, tag, to),
    "tag.rename": ({ tag, to }) => reportTag(renameTag(db, tag, to)),
    "tag.delete": ({ tag }) => reportTag(deleteTag(db, tag)),
    "tag.describe": ({ tag, synonyms, key }) => {
      const described = describeTag(db, tag, { synonyms, favourite: key });
      feed.reportTags();
      return report(described);
    },
    "tag.suggest": (typing) => suggestTags(db, typing),
    "tag.states": ({ photos }) => countStates(db, photos),
  };
}
