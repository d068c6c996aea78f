import type { Folder } from "../../../electron/contract/folder.ts";
import type { TagCount } from "../../../electron/contract/library.ts";
import { folderName } from "../library/folder-name.ts";
import { matchingTags } from "../library/tag-suggestions.ts";
import { parseTerm, type Field, type Term } from "./terms.ts";

export interface Suggestion {
  readonly kind: "tag" | "label" | "folder";
  readonly name: string;
  /** Absent where nobody counted. */
  readonly count: number | undefined;
  readonly term: Term;
}

export interface SuggestSources {
  readonly tags: readonly TagCount[];
  readonly folders: readonly Folder[];
  /** Labels of the photos that were read so far. */
  readonly labels: readonly string[];
}

const MOST_SHOWN = 9;
const MOST_OF_A_KIND = 5;

/** What could complete the last word that was typed; nothing while it is too short to say much. */
export function suggest(text: string, sources: SuggestSources): readonly Suggestion[] {
  const { field, typed } = lastWord(text);
  if (field === undefined && typed.length < 2) return [];
  const wants = (kind: Field): boolean => field === undefined || field === kind;
  return [
    ...(wants("label") ? labelRows(sources.labels, typed) : []),
    ...(wants("tag") ? tagRows(sources.tags, typed) : []),
    ...(wants("folder") ? folderRows(sources.folders, typed) : []),
  ].slice(0, MOST_SHOWN);
}

/** The text without the word that a suggestion takes the place of. */
export function withoutLastWord(text: string): string {
  return text.slice(0, text.length - lastToken(text).length);
}

function labelRows(labels: readonly string[], typed: string): readonly Suggestion[] {
  const counted = labels.map((tag) => ({ tag, count: 0 }));
  return matchingTags(counted, typed)
    .slice(0, MOST_OF_A_KIND)
    .map(({ tag }) => row("label", tag, undefined, tag));
}

function tagRows(tags: readonly TagCount[], typed: string): readonly Suggestion[] {
  return matchingTags(tags, typed)
    .slice(0, MOST_OF_A_KIND)
    .map(({ tag, count }) => row("tag", tag, count, tag));
}

function folderRows(folders: readonly Folder[], typed: string): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return folders
    .filter(({ path }) => folderName(path).toLowerCase().includes(wanted))
    .slice(0, MOST_OF_A_KIND)
    .map(({ path, photoCount }) => row("folder", folderName(path), photoCount, path));
}

function row(
  kind: Suggestion["kind"],
  name: string,
  count: number | undefined,
  value: string,
): Suggestion {
  return { kind, name, count, term: { isNegated: false, field: kind, value } };
}

function lastWord(text: string): { readonly field: Field | undefined; readonly typed: string } {
  const token = lastToken(text);
  const colon = token.indexOf(":");
  const field = colon > 0 ? parseTerm(`${token.slice(0, colon)}:x`)?.field : undefined;
  return { field, typed: (field ? token.slice(colon + 1) : token).replaceAll('"', "") };
}

function lastToken(text: string): string {
  return /(?:[^\s"]*"[^"]*|[^\s"]*)$/.exec(text)?.[0] ?? "";
}
