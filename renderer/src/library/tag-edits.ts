import type { Client } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { compareNames } from "../messages/compare-names.ts";
import { say } from "../messages/say.ts";
import { EqualEdits } from "./equal-edits.ts";
import type { HistoryEdits } from "./history-edits.ts";
import type { Notices } from "./notices.svelte.ts";
import { offerUndoOf, sendPatiently, type Sent } from "./send-in-parts.ts";
import { tagId } from "./tag-path.ts";

/** The photos that an edit touches, and what is known of them. */
export interface TagTarget {
  readonly ids: readonly PhotoId[];
  /** Those that were read; where one is missing, its tags are unknown. */
  readonly known: readonly Photo[];
}

export interface TagEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: Pick<HistoryEdits, "offerUndo" | "undo">;
  /** Shows the edit at once in everything that is on the screen. */
  readonly patch: (ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo) => void;
  readonly refresh: () => void;
}

type Edit = "tag.add" | "tag.remove";

const done = { "tag.add": "tag.added", "tag.remove": "tag.removed" } as const;
const goings = { "tag.add": "tag.adding", "tag.remove": "tag.removing" } as const;

export interface TagEditOptions {
  /** Whoever asks takes it back by its entry, so that is of this edit alone. */
  readonly isAlone?: boolean;
}

/** Adds or removes a tag, shows it at once and offers to take it back; equal edits in a row are one. */
export class TagEdits {
  readonly #context: TagEditContext;
  readonly #row: EqualEdits;

  constructor(context: TagEditContext) {
    this.#context = context;
    this.#row = new EqualEdits(context.notices);
  }

  /** Undefined where it failed or was cancelled, which is told here, or where nothing was asked for. */
  add(
    tag: string,
    target: Pick<TagTarget, "ids">,
    options?: TagEditOptions,
  ): Promise<Sent | undefined> {
    return this.#apply("tag.add", tag.trim(), { ...options, ...target });
  }

  /** The same. */
  remove(
    tag: string,
    target: Pick<TagTarget, "ids">,
    options?: TagEditOptions,
  ): Promise<Sent | undefined> {
    return this.#apply("tag.remove", tag, { ...options, ...target });
  }

  async #apply(
    edit: Edit,
    tag: string,
    asked: TagEditOptions & Pick<TagTarget, "ids">,
  ): Promise<Sent | undefined> {
    const { ids, isAlone = false } = asked;
    if (tag === "" || ids.length === 0) return undefined;
    const { client, notices, patch, refresh } = this.#context;
    // As it is written: the sentence of the history has it so.
    const kind = `${edit} ${tag}`;
    const before = isAlone ? NOTHING : this.#row.before(kind, ids.length);
    patch(new Set(ids), (photo) => withEdit(photo, edit, tag));
    try {
      const going = say(goings[edit], { tag, count: ids.length });
      const sent = await sendPatiently(
        this.#context,
        { ids, going, entry: before.entries[0] },
        (photos, entry) => client.request(edit, { tag, photos, entry }),
      );
      if (!sent) return undefined;
      const all = { ...sent, changed: before.changed + sent.changed };
      offerUndoOf(this.#context, say(done[edit], { tag, count: all.changed }), all.entries);
      if (!isAlone) this.#row.told(kind, all);
      return sent;
    } catch (error) {
      const run = (): void => void this.#apply(edit, tag, asked);
      notices.failChange(error, { label: say("action.try-again"), run });
      return undefined;
    } finally {
      refresh();
    }
  }
}

const NOTHING: Sent = { changed: 0, entries: [] };

export function withEdit(photo: Photo, edit: Edit, tag: string): Photo {
  const isIt = (own: string): boolean => tagId(own) === tagId(tag);
  const others = photo.tags.filter((own) => !isIt(own));
  if (edit === "tag.remove") return { ...photo, tags: others };
  return others.length < photo.tags.length
    ? photo
    : { ...photo, tags: [...others, tag].sort(compareNames) };
}
