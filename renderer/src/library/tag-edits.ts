import type { Client } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { Notices } from "./notices.svelte.ts";

/** Most that one request takes. */
const MOST_AT_ONCE = 100_000;

/** The photos that an edit touches, and what is known of them. */
export interface TagTarget {
  readonly ids: readonly PhotoId[];
  /** Those that were read; where one is missing, its tags are unknown. */
  readonly known: readonly Photo[];
}

export interface TagEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  /** Shows the edit at once in everything that is on the screen. */
  readonly patch: (ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo) => void;
  readonly refresh: () => void;
}

type Edit = "tag.add" | "tag.remove";

/** Adds or removes a tag, shows it at once and offers to take it back where that is exact. */
export class TagEdits {
  readonly #context: TagEditContext;

  constructor(context: TagEditContext) {
    this.#context = context;
  }

  add(tag: string, target: TagTarget): Promise<boolean> {
    return this.#apply("tag.add", tag.trim(), target);
  }

  remove(tag: string, target: TagTarget): Promise<boolean> {
    return this.#apply("tag.remove", tag, target);
  }

  async #apply(edit: Edit, tag: string, target: TagTarget): Promise<boolean> {
    if (tag === "" || target.ids.length === 0) return false;
    const affected = affectedBy(edit, tag, target);
    try {
      const changed = await this.#send(edit, tag, target.ids);
      this.#tell(edit, tag, changed, exactly(affected, changed, target));
      return true;
    } catch (error) {
      const again = {
        label: say("action.try-again"),
        run: () => void this.#apply(edit, tag, target),
      };
      this.#context.notices.fail(error, again);
      return false;
    }
  }

  async #send(edit: Edit, tag: string, ids: readonly PhotoId[]): Promise<number> {
    let changed = 0;
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const photos = ids.slice(start, start + MOST_AT_ONCE);
      changed += (await this.#context.client.request(edit, { tag, photos })).changed;
    }
    this.#context.patch(new Set(ids), (photo) => withEdit(photo, edit, tag));
    this.#context.refresh();
    return changed;
  }

  #tell(edit: Edit, tag: string, count: number, undoable: readonly PhotoId[] | undefined): void {
    const text = say(edit === "tag.add" ? "tag.added" : "tag.removed", { tag, count });
    if (!undoable || undoable.length === 0) {
      this.#context.notices.show(text);
      return;
    }
    const run = (): void => void this.#undo(edit, tag, undoable);
    this.#context.notices.showUndoable(text, { label: say("action.undo"), run });
  }

  async #undo(edit: Edit, tag: string, ids: readonly PhotoId[]): Promise<void> {
    try {
      await this.#send(edit === "tag.add" ? "tag.remove" : "tag.add", tag, ids);
      this.#context.notices.show(say("tag.undone"));
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }
}

/** The known photos that the edit changes: those that lack the tag, or those that have it. */
function affectedBy(edit: Edit, tag: string, { known }: TagTarget): readonly PhotoId[] {
  return known
    .filter((photo) => hasTag(photo, tag) === (edit === "tag.remove"))
    .map(({ id }) => id);
}

/** The photos that the engine changed, where it is certain which they were. */
export function exactly(
  affected: readonly PhotoId[],
  changed: number,
  { ids, known }: TagTarget,
): readonly PhotoId[] | undefined {
  if (changed === ids.length) return ids;
  return known.length === ids.length && affected.length === changed ? affected : undefined;
}

export function withEdit(photo: Photo, edit: Edit, tag: string): Photo {
  const others = photo.tags.filter((own) => !isSameTag(own, tag));
  if (edit === "tag.remove") return { ...photo, tags: others };
  return hasTag(photo, tag)
    ? photo
    : { ...photo, tags: [...others, tag].sort((a, b) => a.localeCompare(b)) };
}

function hasTag(photo: Photo, tag: string): boolean {
  return photo.tags.some((own) => isSameTag(own, tag));
}

function isSameTag(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: "accent" }) === 0;
}
