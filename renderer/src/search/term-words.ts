import { areaName } from "../library/area-text.ts";
import { folderTitle } from "../library/folder-title.ts";
import { say } from "../messages/say.ts";
import type { Term } from "./terms.ts";

/**
 * What a term is called on its chip: "label: dog", "not tag: work", "area near 38.7, −9.1".
 * `folders`: the paths of those from which a folder is to be told.
 */
export function chipText(term: Term, folders: readonly string[]): string {
  return (
    areaText(term) ??
    say(term.isNegated ? "search.chip.not" : "search.chip", {
      field: term.field,
      value: shownValue(term, folders),
    })
  );
}

/** A query as it is spoken: "label dog, not tag work"; "" for every photo. `folders` as above. */
export function spokenQuery(
  { terms, rest }: { readonly terms: readonly Term[]; readonly rest: string },
  folders: readonly string[],
): string {
  const spoken = terms.map(
    (term) =>
      areaText(term) ??
      say(term.isNegated ? "spoken.term.not" : "spoken.term", {
        field: term.field,
        value: shownValue(term, folders),
      }),
  );
  return [...spoken, rest.trim()].filter((part) => part !== "").join(", ");
}

function areaText({ field, value, isNegated }: Term): string | undefined {
  const place = field === "place" ? areaName(value) : undefined;
  if (place === undefined) return undefined;
  return say(isNegated ? "search.chip.not.area" : "search.chip.area", { place });
}

/** A folder by its name; a camera or lens without the sign that says that this is all of its name. */
function shownValue({ field, value }: Term, folders: readonly string[]): string {
  if (field === "folder") return folderTitle(value, folders);
  return field === "camera" || field === "lens" ? value.replace(/^=/, "") : value;
}
