import type { Client } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { compareNames } from "../messages/compare-names.ts";
import { say } from "../messages/say.ts";
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
const going = { "tag.add": "tag.adding", "tag.remove": "tag.removing" } as const;

/** Adds or removes a tag, shows it at once and offers to take it back. */
export class TagEdits {
  readonly #context: TagEditContext;

  constructor(context: TagEditContext) {
    this.#context = context;
  }

  /** Undefined where it failed or was cancelled, which is told here, or where nothing was asked for. */
  add(tag: string, target: Pick<TagTarget, "ids">): Promise<Sent | undefined> {
    return this.#apply("tag.add", tag.trim(), target.ids);
  }

  /** The same. */
  remove(tag: string, target: Pick<TagTarget, "ids">): Promise<Sent | undefined> {
    return this.#apply("tag.remove", tag, target.ids);
  }

  async #apply(edit: Edit, tag: string, ids: readonly PhotoId[]): Promise<Sent | undefined> {
    if (tag === "" || ids.length === 0) return undefined;
    const { client, notices, patch, refresh } = this.#context;
    const asked = { ids, going: say(going[edit], { tag, count: ids.length }) };
    try {
      const edited = await sendPatiently(this.#context, asked, (photos) =>
        client.request(edit, { tag, photos }),
      );
      if (!edited) return undefined;
      patch(new Set(ids), (photo) => withEdit(photo, edit, tag));
      const text = say(done[edit], { tag, count: edited.changed });
      offerUndoOf(this.#context, text, edited.entries);
      return edited;
    } catch (error) {
      const run = (): void => void this.#apply(edit, tag, ids);
      notices.fail(error, { label: say("action.try-again"), run });
      return undefined;
    } finally {
      refresh();
    }
  }
}

export function withEdit(photo: Photo, edit: Edit, tag: string): Photo {
  const isIt = (own: string): boolean => tagId(own) === tagId(tag);
  const others = photo.tags.filter((own) => !isIt(own));
  if (edit === "tag.remove") return { ...photo, tags: others };
  return others.length < photo.tags.length
    ? photo
    : { ...photo, tags: [...others, tag].sort(compareNames) };
}
