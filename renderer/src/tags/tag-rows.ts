import { compareNames } from "../messages/compare-names.ts";
import { tagId, type TreeTag, type TagForest } from "./tag-forest.ts";

/** One row of the tree, as it is drawn and read out. */
export interface TagRow {
  readonly branch: TreeTag;
  /** From 1. */
  readonly level: number;
  /** From 1, among the rows beside it. */
  readonly place: number;
  readonly siblings: number;
  readonly isOpen: boolean;
  /** False where it is open because of the filter. */
  readonly canClose: boolean;
}

export interface RowChoice {
  /** The ids of what the user opened. */
  readonly open: ReadonlySet<string>;
  /** Letters of a name or a synonym, or of a whole path when there is a slash in it. */
  readonly filter: string;
}

const sorted = new WeakMap<readonly TreeTag[], readonly TreeTag[]>();

/** The rows that are to be seen, top to bottom; with a filter, what it finds and what that is inside of. */
export function tagRows({ roots, byId }: TagForest, { open, filter }: RowChoice): TagRow[] {
  const wanted = tagId(filter.trim());
  const found = wanted === "" ? undefined : findTags(byId.values(), wanted);
  const rows: TagRow[] = [];

  function add(branches: readonly TreeTag[], level: number, isAllShown: boolean): void {
    const all = inOrder(branches);
    const shown = isAllShown ? all : all.filter(({ id }) => found!.paths.has(id));
    for (const [at, branch] of shown.entries()) {
      const holdsFound = found?.above.has(branch.id) === true;
      const isOpened = open.has(branch.id) && branch.children.length > 0;
      // What was found can be opened, with everything in it.
      const showsAll = isOpened && (isAllShown || found?.tags.has(branch.id) === true);
      const isOpen = showsAll || holdsFound;
      const canClose = isOpened && (found === undefined || !holdsFound);
      rows.push({ branch, level, place: at + 1, siblings: shown.length, isOpen, canClose });
      if (isOpen) add(branch.children, level + 1, showsAll);
    }
  }

  add(roots, 1, found === undefined);
  return rows;
}

interface Found {
  readonly tags: ReadonlySet<string>;
  /** What has some of them below it. */
  readonly above: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

function findTags(branches: Iterable<TreeTag>, wanted: string): Found {
  const tags = new Set<string>();
  const above = new Set<string>();
  for (const branch of branches) {
    if (!isFound(branch, wanted)) continue;
    tags.add(branch.id);
    for (let up = branch.parent; up && !above.has(up.id); up = up.parent) above.add(up.id);
  }
  return { tags, above, paths: new Set([...tags, ...above]) };
}

function isFound({ id, node }: TreeTag, wanted: string): boolean {
  const own = wanted.includes("/") ? id : id.slice(id.lastIndexOf("/") + 1);
  return own.includes(wanted) || node.synonyms.some((synonym) => tagId(synonym).includes(wanted));
}

/** By name, as people sort. Sorted once for each list, and only when it is seen. */
function inOrder(branches: readonly TreeTag[]): readonly TreeTag[] {
  let list = sorted.get(branches);
  if (!list) {
    list = branches.toSorted((a, b) => compareNames(a.name, b.name));
    sorted.set(branches, list);
  }
  return list;
}
