import type { TagBranch, TagSuggestion } from "../../../electron/contract/tag.ts";
import { lastLevel, parentOf, tagId, tidyTag } from "../library/tag-path.ts";
import { compareNames } from "../messages/compare-names.ts";
import { shareOf, type Share, type TagMode } from "./tag-steps.ts";

/** More would push what follows out of sight. */
const MOST_ON_PHOTOS = 8;
export const MOST_SUGGESTED = 8;

/** A tag as the box knows it. */
export interface BoxTag {
  readonly tag: string;
  /** How many of the photos had it when the box opened, and have it now. */
  readonly found: number;
  readonly count: number;
}

export interface TagRow {
  readonly id: string;
  readonly tag: string;
  /** The last level, and the levels above it: "Lisbon" in "Places / Portugal". */
  readonly name: string;
  readonly place: string;
  /** Undefined until it is known, and for a tag that does not exist yet. */
  readonly share: Share | undefined;
  /** How many of the photos have it. */
  readonly count: number;
  /** How many photos of the library have it; undefined where nobody said. */
  readonly everywhere: number | undefined;
  /** The digit of a favourite. */
  readonly key: number | null;
  readonly isNew: boolean;
}

export interface TagSection {
  readonly kind: "on" | "favourites" | "recent" | "matches" | "new";
  readonly rows: readonly TagRow[];
}

export interface BoxContents {
  readonly mode: TagMode;
  readonly text: string;
  readonly total: number;
  /** By {@link tagId}; undefined until the photos were read. */
  readonly tags: ReadonlyMap<string, BoxTag> | undefined;
  readonly suggested: readonly TagSuggestion[];
  readonly known: ReadonlyMap<string, TagBranch>;
}

/** What the box lists for what was typed; no tag twice, and nothing moves while its tags change. */
export function tagSections(contents: BoxContents): readonly TagSection[] {
  const { mode, text, tags } = contents;
  const typed = tidyTag(text.trim());
  const on = [...(tags?.values() ?? [])].filter(isOnPhotos).sort(byFound);
  const parts: [TagSection["kind"], readonly string[]][] =
    mode === "remove"
      ? [["on", on.filter(({ tag }) => beginsWith(tag, typed)).map(({ tag }) => tag)]]
      : typed === ""
        ? [
            ["on", on.slice(0, MOST_ON_PHOTOS).map(({ tag }) => tag)],
            ["favourites", favourites(contents)],
            ["recent", contents.suggested.map(({ tag }) => tag)],
          ]
        : [["matches", contents.suggested.map(({ tag }) => tag)]];
  const listed = new Set<string>();
  const sections = parts.map(([kind, list]) => {
    const fresh = list.filter((tag) => !listed.has(tagId(tag)));
    for (const tag of fresh) listed.add(tagId(tag));
    return { kind, rows: fresh.map((tag) => toRow(tag, contents)) };
  });
  return [...sections, ...newTag(typed, listed, contents)].filter(({ rows }) => rows.length > 0);
}

function isOnPhotos({ found, count }: BoxTag): boolean {
  return found > 0 || count > 0;
}

/** What was added since comes first. */
function byFound(a: BoxTag, b: BoxTag): number {
  const isAdded = Number(b.found === 0) - Number(a.found === 0);
  return isAdded || b.found - a.found || compareNames(a.tag, b.tag);
}

function favourites({ known }: BoxContents): string[] {
  return [...known.values()]
    .filter(({ key }) => key !== null)
    .sort((a, b) => a.key! - b.key!)
    .map(({ tag }) => tag);
}

/** Any level of it. */
function beginsWith(tag: string, typed: string): boolean {
  return `/${tagId(tag)}`.includes(`/${tagId(typed)}`);
}

function newTag(
  typed: string,
  listed: ReadonlySet<string>,
  { mode, known }: BoxContents,
): TagSection[] {
  const id = tagId(typed);
  const isThere = listed.has(id) || known.has(id);
  if (mode === "remove" || isThere || typed.split("/").includes("")) return [];
  const row = { id, tag: typed, name: typed, place: "", share: undefined, count: 0 };
  return [{ kind: "new", rows: [{ ...row, everywhere: undefined, key: null, isNew: true }] }];
}

function toRow(tag: string, { tags, total, known, suggested }: BoxContents): TagRow {
  const id = tagId(tag);
  const count = tags?.get(id)?.count ?? 0;
  const branch = known.get(id);
  return {
    id,
    tag,
    name: lastLevel(tag),
    place: parentOf(tag).replaceAll("/", " / "),
    share: tags && shareOf(count, total),
    count,
    everywhere: branch?.count ?? suggested.find((one) => tagId(one.tag) === id)?.count,
    key: branch?.key ?? null,
    isNew: false,
  };
}
