import { folderName } from "./folder-name.ts";

/** What a folder is called where others may have the same name: "Trip", or "Trip — 2019". */
export function folderTitle(path: string, all: readonly string[]): string {
  const parent = tellingParent(path, all);
  return parent === undefined ? folderName(path) : `${folderName(path)} — ${parent}`;
}

/**
 * As much of the way to a folder, from its own parent upwards, as none of the folders has that are called the same:
 * "2019", or "2019/Iceland" where that parent is called the same as well. Undefined where its name is its own.
 */
export function tellingParent(path: string, all: readonly string[]): string | undefined {
  const own = wayTo(path);
  const others = all
    .map(wayTo)
    .filter((way) => way.at(-1) === own.at(-1) && way.join("/") !== own.join("/"));
  if (others.length === 0) return undefined;
  for (let first = own.length - 2; first >= 0; first--) {
    const parents = own.slice(first, -1);
    const isTaken = others.some((way) => endsWith(way.slice(0, -1), parents));
    if (!isTaken) return parents.join(separatorOf(path));
  }
  // At the top of a disk, or with the whole way in that of another.
  return path.slice(0, path.lastIndexOf(folderName(path))) || undefined;
}

function wayTo(path: string): readonly string[] {
  return path.split(/[/\\]/).filter((part) => part !== "");
}

function endsWith(way: readonly string[], end: readonly string[]): boolean {
  return end.length <= way.length && end.every((part, at) => part === way.at(at - end.length));
}

function separatorOf(path: string): string {
  return path.includes("\\") ? "\\" : "/";
}
