import { formatNumber } from "../messages/format.ts";
import { say } from "../messages/say.ts";
import {
  AlbumIcon,
  CameraIcon,
  FileIcon,
  FilterIcon,
  FolderIcon,
  HistoryIcon,
  LabelIcon,
  LensIcon,
  SearchIcon,
  SmartAlbumIcon,
  TagIcon,
  TimeIcon,
} from "../ui/icons.ts";
import type { SuggestRow } from "../ui/suggest-row.ts";
import type { StartSearch } from "./start-searches.ts";
import type { Suggestion } from "./suggest.ts";

const icons = {
  tag: TagIcon,
  label: LabelIcon,
  folder: FolderIcon,
  album: AlbumIcon,
  camera: CameraIcon,
  lens: LensIcon,
  value: FilterIcon,
  date: TimeIcon,
  name: FileIcon,
} as const;

/** A suggestion as the list draws it and a screen reader says it: "crane, bird, Label, 12 photos". */
export function toSuggestRow({ kind, name, detail, count, term }: Suggestion): SuggestRow {
  const kindName = say(`search.suggestion.${kind}`);
  const text = kind === "name" ? say("search.suggestion.name.text", { words: name }) : name;
  const full = detail === undefined ? text : `${text}, ${detail}`;
  return {
    // Of the words that are typed there is one row, which each letter changes.
    key: kind === "name" ? kind : `${kind}:${kind === "value" ? name : term.value}`,
    text,
    ...(detail !== undefined && { detail }),
    name:
      count === undefined
        ? say("search.suggestion.plain", { name: full, kind: kindName })
        : say("search.suggestion.option", { name: full, kind: kindName, count }),
    icon: icons[kind],
    note: count === undefined ? kindName : `${kindName} · ${formatNumber(count)}`,
  };
}

const startIcons = { recent: HistoryIcon, saved: SmartAlbumIcon, example: SearchIcon } as const;

/** A whole search as the list draws it, under the heading of its kind. */
export function toStartRow({ kind, name, query, count }: StartSearch): SuggestRow {
  return {
    key: `${kind}:${query}`,
    text: name,
    name: say(`search.start.${kind}.row`, { name }),
    icon: startIcons[kind],
    group: say(`search.start.${kind}`),
    ...(count !== undefined && { note: formatNumber(count) }),
    isRemovable: kind === "recent",
  };
}
