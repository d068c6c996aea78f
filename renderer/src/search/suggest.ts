import type { Album } from "../../../electron/contract/album.ts";
import type { Folder } from "../../../electron/contract/folder.ts";
import type { LabelSuggestion } from "../../../electron/contract/label.ts";
import type { NamedCount } from "../../../electron/contract/photo-facets.ts";
import { folderName } from "../library/folder-name.ts";
import { folderTitle, tellingParent } from "../library/folder-title.ts";
import { matchingTags, type SuggestedTag } from "../library/tag-suggestions.ts";
import { suggestDate } from "./suggest-date.ts";
import { suggestValues } from "./suggest-values.ts";
import { noNames, type UsedNames } from "./used-names.ts";
import { hasAlternatives, parseTerm, unquoted, type Field, type Term } from "./terms.ts";

export interface Suggestion {
  readonly kind:
    "tag" | "label" | "folder" | "album" | "camera" | "lens" | "value" | "date" | "name";
  readonly name: string;
  /** What tells it from others of its name: a wider word for a label's sense, what a folder is in. */
  readonly detail?: string | undefined;
  /** Undefined where it is not known. */
  readonly count?: number;
  readonly term: Term;
  /** The text without what it takes the place of, where that is more than the last word. */
  readonly before?: string;
}

export interface SuggestSources {
  readonly tags: readonly SuggestedTag[];
  readonly folders: readonly Folder[];
  readonly albums?: readonly Album[];
  /** Those that the engine offers for `labelText`. */
  readonly labels: readonly LabelSuggestion[];
  readonly names?: UsedNames;
}

/** With the row of the words, ten: as many as can be looked over. */
const MOST_SHOWN = 9;
/** Of a field whose values can be counted all are shown. */
const MOST_OF_A_FIELD = 12;
const MOST_OF_A_KIND = 5;
const MOST_NAMES = 3;

/** What could complete the last word that was typed; nothing while it is too short to say much. */
export function suggest(text: string, sources: SuggestSources): readonly Suggestion[] {
  const date = suggestDate(text);
  const words = suggestWords(text, sources);
  return date ? [...words.slice(0, MOST_SHOWN - 1), { kind: "date", ...date }] : words;
}

function suggestWords(text: string, sources: SuggestSources): readonly Suggestion[] {
  const last = lastWord(text);
  if (saysLittle(last)) return [];
  const { field, typed, isNegated } = last;
  const wants = (kind: Field): boolean => field === undefined || field === kind;
  const { cameras, lenses } = sources.names ?? noNames;
  const rows = [
    ...(wants("label") ? labelRows(sources.labels) : []),
    ...(wants("tag") ? tagRows(sources.tags, typed) : []),
    ...(wants("folder") ? folderRows(sources.folders, typed) : []),
    ...(wants("album") ? albumRows(sources.albums ?? [], typed) : []),
    ...(wants("camera") ? nameRows("camera", cameras, typed) : []),
    ...(wants("lens") ? nameRows("lens", lenses, typed) : []),
    ...valueRows(field, typed),
  ].slice(0, field === undefined ? MOST_SHOWN : MOST_OF_A_FIELD);
  return [...rows, ...wordRows(last)].map((row) => ({ ...row, term: { ...row.term, isNegated } }));
}

/** What the engine is asked to complete; undefined where a label would be no answer. */
export function labelText(text: string): string | undefined {
  const last = lastWord(text);
  const isOther = last.field !== undefined && last.field !== "label";
  // After ">" comes a confidence.
  return isOther || saysLittle(last) || last.typed.includes(">") ? undefined : last.typed;
}

/** The letters that suggestions have in common with the text. */
export function typedLetters(text: string): string {
  return lastWord(text).typed;
}

/** The text without the word that a suggestion takes the place of. */
export function withoutLastWord(text: string): string {
  return text.slice(0, text.length - lastToken(text).length);
}

/**
 * The text without a term that is still being typed: `label:d` on the way to `label:dog` finds nothing, and the photos should
 * not go away for it; `is:un` on the way to `is:untagged` is no mistake yet. Enter or a suggestion finishes it.
 */
export function withoutUnfinished(text: string): string {
  const { field, typed } = lastWord(text);
  const values = field === undefined ? [] : suggestValues(field, typed);
  const isBegun = values.length > 0 && values.every(({ value }) => value !== typed.toLowerCase());
  const isUnfinished = (field === "label" || isBegun) && !hasAlternatives(text);
  return isUnfinished ? withoutLastWord(text) : text;
}

function labelRows(labels: readonly LabelSuggestion[]): readonly Suggestion[] {
  return labels.slice(0, MOST_OF_A_KIND).map(({ word, term, family, count }) => ({
    ...row("label", word, count, unquoted(term)),
    detail: family ?? undefined,
  }));
}

function tagRows(tags: readonly SuggestedTag[], typed: string): readonly Suggestion[] {
  return matchingTags(tags, typed)
    .slice(0, MOST_OF_A_KIND)
    .map(({ tag, count }) => row("tag", tag, count, tag));
}

function folderRows(folders: readonly Folder[], typed: string): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  const paths = folders.map(({ path }) => path);
  return folders
    .filter(({ path }) => folderTitle(path, paths).toLowerCase().includes(wanted))
    .slice(0, MOST_OF_A_KIND)
    .map(({ path, photoCount }) => ({
      ...row("folder", folderName(path), photoCount, path),
      detail: tellingParent(path, paths),
    }));
}

function albumRows(albums: readonly Album[], typed: string): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return albums
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_OF_A_KIND)
    .map(({ name, count }) => row("album", name, count ?? 0, name));
}

/** The whole name of a camera or a lens, as the filters write it. */
function nameRows(
  kind: "camera" | "lens",
  names: readonly NamedCount[],
  typed: string,
): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return names
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_NAMES)
    .map(({ name, count }) => row(kind, name, count, `=${name}`));
}

/** As they are written, so that the next time they can be. */
function valueRows(field: Field | undefined, typed: string): readonly Suggestion[] {
  return suggestValues(field, typed).map((term) => ({
    kind: "value",
    name: `${term.field}:${term.value}`,
    term,
  }));
}

/** What is typed as a part of the files' names alone. */
function wordRows({ field, typed }: LastWord): readonly Suggestion[] {
  if (typed === "" || (field !== undefined && field !== "name")) return [];
  return [{ kind: "name", name: typed, term: { isNegated: false, field: "name", value: typed } }];
}

function row(
  kind: Exclude<Suggestion["kind"], "value" | "date" | "name">,
  name: string,
  count: number,
  value: string,
): Suggestion {
  return { kind, name, count, term: { isNegated: false, field: kind, value } };
}

interface LastWord {
  readonly field: Field | undefined;
  readonly typed: string;
  readonly isNegated: boolean;
}

function lastWord(text: string): LastWord {
  const token = lastToken(text);
  const isNegated = token.startsWith("-");
  const word = isNegated ? token.slice(1) : token;
  const colon = word.indexOf(":");
  const field = colon > 0 ? parseTerm(`${word.slice(0, colon)}:x`)?.field : undefined;
  const typed = (field ? word.slice(colon + 1) : word).replaceAll('"', "");
  return { field, typed, isNegated };
}

function saysLittle({ field, typed }: LastWord): boolean {
  return field === undefined && typed.length < 2;
}

function lastToken(text: string): string {
  return /(?:[^\s"()]*"[^"]*|[^\s"()]*)$/.exec(text)?.[0] ?? "";
}
