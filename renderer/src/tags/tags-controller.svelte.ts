import type { Client } from "../../../electron/contract/client.ts";
import type { TagWeight } from "../../../electron/contract/tag.ts";
import type { HistoryEdits } from "../library/history-edits.ts";
import type { Notices } from "../library/notices.svelte.ts";
import type { TagState } from "../library/tag-state.svelte.ts";
import { say } from "../messages/say.ts";
import { favouriteLabel } from "./favourite-keys.ts";
import { OpenTags } from "./open-tags.svelte.ts";
import { inside, parentOf, tagId, toForest, type TreeTag, type TagForest } from "./tag-forest.ts";
import { TagChanges } from "./tag-changes.ts";
import type { TagQuestion } from "./tag-question.ts";
import { followTag, type TagTrail } from "./tag-trail.ts";
import { TagTreeView } from "./tag-tree-view.svelte.ts";

export interface TagsContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: HistoryEdits;
  readonly tags: TagState;
  readonly refresh: () => void;
  readonly ask: (question: TagQuestion) => void;
}

/** The user's tags in the window: the trees in the sidebar and in the manager, and what is done with a tag. */
export class TagsController {
  readonly changes: TagChanges;
  readonly ask: TagsContext["ask"];
  readonly forest: TagForest = $derived.by(() => toForest(this.#context.tags.nodes));
  readonly sidebar: TagTreeView;
  readonly manager: TagTreeView;
  /** The tag that the manager describes. */
  readonly chosen: TreeTag | undefined = $derived.by(() =>
    this.#chosenId === undefined ? undefined : this.forest.byId.get(this.#follow(this.#chosenId)),
  );
  /** The manager's field that is to get the keyboard. */
  wantedField = $state<"synonyms" | undefined>();
  #chosenId = $state<string | undefined>();
  #trail = $state.raw<TagTrail>([]);
  readonly #context: TagsContext;

  constructor(context: TagsContext) {
    this.#context = context;
    this.ask = context.ask;
    const open = new OpenTags();
    this.changes = new TagChanges(context, (from, to) => {
      this.#trail = [...this.#trail, [from, to]];
      open.renamed(from, to);
    });
    const follow = (id: string): string => this.#follow(id);
    const source = { forest: () => this.forest, follow, open };
    this.sidebar = new TagTreeView(source);
    this.manager = new TagTreeView(source);
  }

  choose(branch: TreeTag): void {
    this.#chosenId = branch.id;
    this.manager.reveal(branch);
  }

  /** What a new name or place, or without one the end of a tag, would do. */
  weigh(tag: string, to: string | null): Promise<TagWeight> {
    return this.#context.client.request("tag.weigh", { tag, to });
  }

  /** Gives a tag another last level; asks first where two tags would become one. */
  async rename({ node }: TreeTag, name: string): Promise<void> {
    const { tag } = node;
    const to = inside(parentOf(tag), name);
    try {
      const isTaken = tagId(to) !== tagId(tag) && (await this.weigh(tag, to)).merges.length > 0;
      if (isTaken) this.ask({ kind: "join", tag, to });
      else await this.changes.rename(tag, to);
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }

  /** Gives a tag a favourite key, which is taken from the tag that has it; null takes it away. */
  setKey({ node, name }: TreeTag, key: number | null): Promise<boolean> {
    const text =
      key === null
        ? say("tags.key.taken", { name })
        : say("tags.key.given", { key: favouriteLabel(key), name });
    return this.changes.describe(node.tag, { key }, text);
  }

  addSynonym({ node, name }: TreeTag, synonym: string): Promise<boolean> {
    const synonyms = [...node.synonyms, synonym];
    return this.changes.describe(
      node.tag,
      { synonyms },
      say("tags.synonym.added", { synonym, name }),
    );
  }

  removeSynonym({ node, name }: TreeTag, synonym: string): Promise<boolean> {
    const synonyms = node.synonyms.filter((own) => own !== synonym);
    return this.changes.describe(
      node.tag,
      { synonyms },
      say("tags.synonym.removed", { synonym, name }),
    );
  }

  #follow(id: string): string {
    return followTag(id, this.#trail, this.forest);
  }
}
