import { formatNumber } from "../messages/format.ts";
import { say } from "../messages/say.ts";
import { AlbumIcon, FolderIcon, LabelIcon, TagIcon } from "../ui/icons.ts";
import type { SuggestRow } from "../ui/suggest-row.ts";
import type { Suggestion } from "./suggest.ts";

const icons = { tag: TagIcon, label: LabelIcon, folder: FolderIcon, album: AlbumIcon } as const;

/** A suggestion as the list draws it and a screen reader says it: "crane, bird, Label, 12 photos". */
export function toSuggestRow({ kind, name, family, count, term }: Suggestion): SuggestRow {
  const kindName = say(`search.suggestion.${kind}`);
  return {
    key: `${kind}:${term.value}`,
    text: name,
    ...(family !== undefined && { detail: family }),
    name: say("search.suggestion.option", {
      name: family === undefined ? name : `${name}, ${family}`,
      kind: kindName,
      count,
    }),
    icon: icons[kind],
    note: `${kindName} · ${formatNumber(count)}`,
  };
}
