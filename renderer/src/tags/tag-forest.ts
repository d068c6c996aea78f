import { foldText } from "../../../electron/contract/fold-text.ts";
import type { TagBranch } from "../../../electron/contract/tag.ts";

/** A tag with what is below it. */
export interface TreeTag {
  /** Tells it from every other tag, however it is spelled. */
  readonly id: string;
  readonly node: TagBranch;
  /** The last level: "Lisbon" of "Places/Portugal/Lisbon". */
  readonly name: string;
  readonly parent: TreeTag | undefined;
  readonly children: readonly TreeTag[];
}

export interface TagForest {
  readonly roots: readonly TreeTag[];
  readonly byId: ReadonlyMap<string, TreeTag>;
}

interface GrowingBranch extends TreeTag {
  readonly children: TreeTag[];
}

/** What tells a tag from all others: letter case and the way accents are written do not. */
export function tagId(tag: string): string {
  return foldText(tag);
}

export function lastLevel(tag: string): string {
  return tag.slice(tag.lastIndexOf("/") + 1);
}

/** "Places/Portugal" of "Places/Portugal/Lisbon"; empty at the top. */
export function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf("/")));
}

/** The tag by its last level, inside of another one or at the top. */
export function inside(parent: string, name: string): string {
  return parent === "" ? name : `${parent}/${name}`;
}

/** Whether a tag is another one or below it. */
export function isWithin(tag: string, branch: string): boolean {
  const [own, other] = [tagId(tag), tagId(branch)];
  return own === other || own.startsWith(`${other}/`);
}

/** The id of a tag after one got another name: that one, and all that is below it, moves along. */
export function movedId(id: string, from: string, to: string): string {
  return isWithin(id, from) ? tagId(to) + id.slice(tagId(from).length) : id;
}

/** Puts tags below each other. Every level of a tag is a node of its own, in any order. */
export function toForest(nodes: readonly TagBranch[]): TagForest {
  const byId = new Map<string, GrowingBranch>();
  const roots: TreeTag[] = [];
  const byDepth = nodes
    .map((node) => ({ node, id: tagId(node.tag) }))
    .sort((a, b) => depthOf(a.id) - depthOf(b.id));
  for (const { node, id } of byDepth) {
    const parent = byId.get(parentOf(id));
    const branch = { id, node, name: lastLevel(node.tag), parent, children: [] };
    byId.set(id, branch);
    (parent?.children ?? roots).push(branch);
  }
  return { roots, byId };
}

function depthOf(id: string): number {
  let depth = 0;
  for (const letter of id) if (letter === "/") depth++;
  return depth;
}
