import type { OpenTags } from "./open-tags.svelte.ts";
import type { TreeTag, TagForest } from "./tag-forest.ts";
import { tagRows, type TagRow } from "./tag-rows.ts";
import { rowByName, treeStep } from "./tree-keys.ts";

/** As long as letters follow each other so quickly, they are one word. */
const TYPING_MS = 700;

export interface TagTreeSource {
  readonly forest: () => TagForest;
  /** A tag's id after it was renamed. */
  readonly follow: (id: string) => string;
  readonly open: OpenTags;
}

/** One tree of tags on the screen: what is seen of it, and where the keyboard is. */
export class TagTreeView {
  filter = $state("");
  /** The tag whose name is being edited. */
  renamingId = $state<string | undefined>();
  /** The tag that photos are dragged over. */
  dropId = $state<string | undefined>();
  #activeId = $state<string | undefined>();
  /** Where the active row was, for when its tag is gone. */
  #place = 0;
  #typed = "";
  #typedAtMs = 0;
  readonly #source: TagTreeSource;

  readonly rows: readonly TagRow[] = $derived.by(() =>
    tagRows(this.#source.forest(), { open: this.#source.open.ids, filter: this.filter }),
  );
  /** The row that the keyboard is at. */
  readonly at: number = $derived.by(() => {
    const id = this.#activeId === undefined ? undefined : this.#source.follow(this.#activeId);
    const found = this.rows.findIndex(({ branch }) => branch.id === id);
    return found < 0 ? Math.max(0, Math.min(this.#place, this.rows.length - 1)) : found;
  });

  constructor(source: TagTreeSource) {
    this.#source = source;
  }

  get active(): TreeTag | undefined {
    return this.rows[this.at]?.branch;
  }

  goTo(at: number): void {
    this.#place = at;
    this.#activeId = this.rows[at]?.branch.id;
  }

  /** Opens what a tag is inside of and goes to it. */
  reveal(branch: TreeTag): void {
    const above: string[] = [];
    for (let up = branch.parent; up; up = up.parent) above.push(up.id);
    if (above.length > 0) this.#source.open.open(above);
    this.#activeId = branch.id;
  }

  toggle({ branch, isOpen, canClose }: TagRow): void {
    if (canClose) this.#close([branch.id]);
    else if (!isOpen) this.#source.open.open([branch.id]);
  }

  springOpen(branch: TreeTag): void {
    this.#source.open.open([branch.id]);
  }

  /** Whether the key was one of the tree's own. */
  press(key: string): boolean {
    const step = treeStep(key, this.rows, this.at) ?? this.#type(key);
    if (!step) return false;
    if (step.kind === "go") this.goTo(step.at);
    else if (step.kind === "open") this.#source.open.open(step.ids);
    else this.#close(step.ids);
    return true;
  }

  #close(ids: readonly string[]): void {
    const around = ids.find((id) => this.#activeId?.startsWith(`${id}/`));
    if (around !== undefined) this.#activeId = around;
    this.#source.open.close(ids);
  }

  #type(key: string): { readonly kind: "go"; readonly at: number } | undefined {
    const now = performance.now();
    const isGoingOn = this.#typed !== "" && now - this.#typedAtMs < TYPING_MS;
    const isLetter = /^[\p{L}\p{N}]$/u.test(key) || (isGoingOn && key === " ");
    if (!isLetter) return undefined;
    this.#typed = isGoingOn ? this.#typed + key : key;
    this.#typedAtMs = now;
    return { kind: "go", at: rowByName(this.#typed, this.rows, this.at) ?? this.at };
  }
}
