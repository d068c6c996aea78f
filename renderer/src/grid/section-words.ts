import type { GridOrder } from "../library/photos/photo-order.ts";
import { folderTitle } from "../library/folder-title.ts";
import { capitalised, formatSectionKey } from "../messages/format.ts";
import { say } from "../messages/say.ts";

/** What the sections of a grid are called; keys are those of contract/query.ts. */
export interface SectionWords {
  /** "May 2023", "B", "4 stars", "Pictures / Lisbon". */
  readonly titleOf: (key: string) => string;
  /** What the scrubber says where the section begins; undefined where it has no room for it. */
  readonly markOf: (key: string) => string | undefined;
  /** What the scrubber goes through. */
  readonly scrubberName: string;
  /** What selects a section: a box that shows itself to a pointer, or a button that is always there. */
  readonly look?: "tick" | "button";
}

/** `roots`: absolute paths of the folders of the library; a directory is called by its way from there. */
export function sectionWords(
  { sort, groupBy }: GridOrder,
  roots: () => readonly string[],
): SectionWords {
  if (groupBy === "folder") {
    return {
      titleOf: (key) => directoryTitle(key, roots()),
      markOf: () => undefined,
      scrubberName: say("scrubber.folder"),
    };
  }
  if (sort === "name")
    return { titleOf: (key) => key, markOf: (key) => key, scrubberName: say("scrubber.letter") };
  if (sort === "rating") {
    return {
      titleOf: (key) =>
        key === "0" ? say("rating.none") : say("rating.stars", { count: Number(key) }),
      markOf: (key) => (key === "" ? undefined : say("scrubber.stars", { count: Number(key) })),
      scrubberName: say("rating.name"),
    };
  }
  return dateWords();
}

/** Days and months; their years stand at the scrubber. */
export function dateWords(): SectionWords {
  return {
    titleOf: (key) => titleOfDate(key) ?? (key === "" ? say("grid.no-date") : key),
    markOf: (key) => /^(\d{4})-/.exec(key)?.[1],
    scrubberName: say("scrubber.name"),
  };
}

function titleOfDate(key: string): string | undefined {
  const date = formatSectionKey(key);
  return date === undefined ? undefined : capitalised(date);
}

/**
 * "Pictures / 2023 / Lisbon": from the folder that was added on, in either platform's notation. That is told from
 * others of its name: "Trip — 2019 / Lisbon".
 */
function directoryTitle(path: string, roots: readonly string[]): string {
  const root = roots
    .filter(
      (root) => path === root || (/^[/\\]/.test(path.slice(root.length)) && path.startsWith(root)),
    )
    .sort((a, b) => b.length - a.length)[0];
  const parts = path.split(/[/\\]/).filter((part) => part !== "");
  if (root === undefined) return parts.at(-1) ?? path;
  const below = parts.slice(root.split(/[/\\]/).filter((part) => part !== "").length);
  return [folderTitle(root, roots), ...below].join(" / ");
}
