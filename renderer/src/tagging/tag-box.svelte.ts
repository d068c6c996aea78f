import { inParts } from "../library/in-parts.ts";
import type { Client } from "../../../electron/contract/client.ts";
import type { JournalEntry } from "../../../electron/contract/journal.ts";
import type { TagSuggestion } from "../../../electron/contract/tag.ts";
import type { LibraryContext } from "../library/context.ts";
import type { TagTarget } from "../library/tag-edits.ts";
import { tagId, tidyTag } from "../library/tag-path.ts";
import { Throttle } from "../library/throttle.ts";
import { say } from "../messages/say.ts";
import { MOST_SUGGESTED, tagSections, type BoxTag, type TagRow } from "./tag-sections.ts";
import { nextStep, shareOf, type Step, type TagMode } from "./tag-steps.ts";

const REFRESH_MS = 500;

/** A tag with the entries of the history that take back what was done to it here. */
interface OwnTag extends BoxTag {
  readonly entries: readonly JournalEntry["id"][];
}

type BoxContext = Pick<LibraryContext, "client" | "tags" | "tagEdits" | "history" | "notices">;

interface BoxPhotos {
  readonly mode: TagMode;
  readonly target: Promise<TagTarget>;
}

/** The tags of some photos, to be given and taken. Photos that were not read are counted in the background. */
export class TagBox {
  readonly mode: TagMode;
  text = $state("");
  /** Undefined until the photos were counted. */
  total = $state<number | undefined>();
  #tags = $state.raw<ReadonlyMap<string, OwnTag>>(new Map());
  #suggested = $state.raw<readonly TagSuggestion[]>([]);
  #activeId = $state<string | undefined>();
  readonly #known = $derived.by(
    () => new Map(this.#context.tags.nodes.map((node) => [tagId(node.tag), node])),
  );
  readonly sections = $derived.by(() =>
    tagSections({
      mode: this.mode,
      text: this.text,
      total: this.total ?? 0,
      tags: this.total === undefined ? undefined : this.#tags,
      suggested: this.#suggested,
      known: this.#known,
    }),
  );
  readonly rows = $derived.by(() => this.sections.flatMap(({ rows }) => rows));
  /** −1 is the field itself. */
  readonly active = $derived.by(() => this.rows.findIndex(({ id }) => id === this.#activeId));

  readonly #context: BoxContext;
  readonly #client: Client<"renderer">;
  readonly #target: Promise<TagTarget>;
  readonly #counted: Promise<void>;
  #asked = 0;
  /** One edit after the other, in the order of the presses. */
  #queue: Promise<void> = Promise.resolve();
  #edits = 0;
  readonly #recount = new Throttle(REFRESH_MS, () => this.#count());

  constructor(context: BoxContext, { mode, target }: BoxPhotos) {
    this.mode = mode;
    this.#context = context;
    this.#client = context.client;
    this.#target = target;
    this.#counted = this.#count().catch((error: unknown) => context.notices.fail(error));
    this.#suggest();
  }

  /** Follows what is done elsewhere while the box is open; the function ends it. */
  follow(): () => void {
    return this.#client.subscribe(({ name }) => {
      if (name === "history.changed") this.#recount.run();
    });
  }

  type(text: string): void {
    this.text = text;
    this.#activeId = undefined;
    this.#suggest();
  }

  activate(at: number): void {
    this.#activeId = this.rows[at]?.id;
  }

  /** What Enter means: the active row, else the tag that was typed. */
  async enter(): Promise<void> {
    const row = this.rows[this.active];
    if (row) await this.press(row);
    else if (this.mode === "add") await this.#add(tidyTag(this.text.trim()));
    else if (this.rows.length === 1) await this.press(this.rows[0]!);
  }

  /** A click, or a key on a row. */
  async press(row: TagRow): Promise<void> {
    if (row.isNew) return this.#add(row.tag);
    await this.#counted;
    const { found, count } = this.#own(row.tag);
    const total = this.total ?? 0;
    const step = nextStep(shareOf(found, total), shareOf(count, total), this.mode);
    await this.#take(row.tag, step);
  }

  async #add(tag: string): Promise<void> {
    if (tag === "") return;
    this.type("");
    await this.#take(tag, "add");
  }

  /** Shows the step at once and has it done when those before it are. */
  #take(tag: string, step: Step): Promise<void> {
    const total = this.total ?? 0;
    const { found } = this.#own(tag);
    this.#put(tag, { count: { add: total, remove: 0, restore: found }[step] });
    this.#edits++;
    this.#queue = this.#queue.then(async () => {
      const isDone = step === "restore" ? await this.#restore(tag) : await this.#edit(tag, step);
      if (!isDone) await this.#count().catch((error: unknown) => this.#context.notices.fail(error));
    });
    return this.#queue;
  }

  async #edit(tag: string, step: "add" | "remove"): Promise<boolean> {
    const edited = await this.#context.tagEdits[step](tag, await this.#target, { isAlone: true });
    if (!edited) return false;
    this.#put(tag, { entries: [...this.#own(tag).entries, ...edited.entries] });
    return true;
  }

  /** Exactly as it was found, photo by photo: from the history. */
  async #restore(tag: string): Promise<boolean> {
    const { history, notices } = this.#context;
    const { entries } = this.#own(tag);
    this.#put(tag, { entries: [] });
    for (const entry of entries.toReversed()) if (!(await history.undo(entry))) return false;
    notices.show(say("tag.box.restored", { tag }));
    return true;
  }

  #own(tag: string): OwnTag {
    return this.#tags.get(tagId(tag)) ?? { tag, found: 0, count: 0, entries: [] };
  }

  #put(tag: string, change: Partial<OwnTag>): void {
    this.#tags = new Map(this.#tags).set(tagId(tag), { ...this.#own(tag), ...change });
  }

  /** What was not changed here is from now on as it was found. */
  async #count(): Promise<void> {
    const edits = this.#edits;
    const { ids } = await this.#target;
    const counts = new Map<string, OwnTag>();
    let total = 0;
    for (const photos of inParts(ids)) {
      const states = await this.#client.request("tag.states", { photos });
      total += states.total;
      for (const { tag, count } of states.tags) {
        const sum = (counts.get(tagId(tag))?.count ?? 0) + count;
        counts.set(tagId(tag), { tag, found: sum, count: sum, entries: [] });
      }
    }
    // What was pressed meanwhile is newer; the history tells when it is done.
    if (this.total !== undefined && edits !== this.#edits) return;
    for (const [id, own] of this.#tags) {
      const count = counts.get(id)?.count ?? 0;
      // An edit that shows no more was taken back elsewhere.
      const isOurs = own.entries.length > 0 && count !== own.found;
      if (isOurs) counts.set(id, { ...own, count });
    }
    this.total = total;
    this.#tags = counts;
  }

  /** Older answers are dropped. Recent tags stand where nothing is typed. */
  #suggest(): void {
    const asked = ++this.#asked;
    const text = this.text.trim();
    this.#client.request("tag.suggest", { text, limit: MOST_SUGGESTED }).then(
      (suggested) => {
        if (asked === this.#asked) this.#suggested = suggested;
      },
      (error: unknown) => this.#context.notices.fail(error),
    );
  }
}
