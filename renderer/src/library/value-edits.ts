import type { Client } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { ValueChange } from "../../../electron/contract/values.ts";
import { say } from "../messages/say.ts";
import { EqualEdits } from "./equal-edits.ts";
import type { HistoryEdits } from "./history-edits.ts";
import type { Notices } from "./notices.svelte.ts";
import { offerUndoOf, sendPatiently, type Sent } from "./send-in-parts.ts";

export interface ValueEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: HistoryEdits;
  /** Shows the edit at once in everything that is on the screen. */
  readonly patch: (ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo) => void;
  /** Reads again what is on the screen. */
  readonly refresh: () => void;
}

/** Photos are given values; without a change, what was given is in the library, or was refused. */
export type ValueListener = (ids: ReadonlySet<PhotoId>, change?: ValueChange) => void;

/** Gives photos stars, a flag, a colour label, a title or a caption, shows it at once and offers to take it back. */
export class ValueEdits {
  readonly #context: ValueEditContext;
  readonly #listeners = new Set<ValueListener>();
  readonly #row: EqualEdits;

  constructor(context: ValueEditContext) {
    this.#context = context;
    this.#row = new EqualEdits(context.notices);
  }

  onSet(listener: ValueListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A failure is told here; the photos are then shown as they are in the library. `isQuiet`: nothing is told of what was done, because
   * who does it sees it.
   */
  async set(
    change: ValueChange,
    photos: readonly PhotoId[],
    options: { readonly isQuiet?: boolean } = {},
  ): Promise<boolean> {
    if (photos.length === 0) return false;
    const { client, notices, patch, refresh } = this.#context;
    const ids = new Set(photos);
    patch(ids, (photo) => withValues(photo, change));
    this.#tellListeners(ids, change);
    try {
      const going = say("set.going", { count: photos.length });
      const kind = JSON.stringify(change);
      // What nobody is told of is taken back step by step.
      const before = options.isQuiet ? undefined : this.#row.before(kind, photos.length);
      const sent = await sendPatiently(
        this.#context,
        { ids: photos, going, entry: before?.entries[0] },
        (part, entry) => client.request("photo.set", { ...change, photos: part, entry }),
      );
      if (!sent) return false;
      if (before) this.#tell(change, { ...sent, changed: before.changed + sent.changed });
      return true;
    } catch (error) {
      const run = (): void => void this.set(change, photos, options);
      notices.failChange(error, { label: say("action.try-again"), run });
      return false;
    } finally {
      this.#tellListeners(ids);
      refresh();
    }
  }

  /** `sent`: all of a row of equal edits. */
  #tell(change: ValueChange, sent: Sent): void {
    offerUndoOf(this.#context, describeChange(change, sent.changed), sent.entries);
    this.#row.told(JSON.stringify(change), sent);
  }

  #tellListeners(ids: ReadonlySet<PhotoId>, change?: ValueChange): void {
    for (const listener of this.#listeners) listener(ids, change);
  }
}

/** The photo as it will be. What is taken back is the file's to say, which only the library knows. */
export function withValues<P extends Photo>(photo: P, change: ValueChange): P {
  const { rating, flag, colourLabel } = change;
  return {
    ...photo,
    ...(typeof rating === "number" && { rating }),
    ...(typeof flag === "string" && { flag: flag === "none" ? null : flag }),
    ...(typeof colourLabel === "string" && {
      colourLabel: colourLabel === "none" ? null : colourLabel,
    }),
  };
}

/** What the toast says; a change of one value. */
export function describeChange(change: ValueChange, count: number): string {
  const { rating, flag, colourLabel, title } = change;
  if (Object.values(change).includes(null)) return say("set.taken-back", { count });
  if (rating === 0) return say("set.rating.none", { count });
  if (typeof rating === "number") return say("set.rating", { count, stars: rating });
  if (typeof flag === "string") return say(`set.flag.${flag}`, { count });
  if (colourLabel === "none") return say("set.colour.none", { count });
  if (typeof colourLabel === "string") {
    const colour = say(`colour.${colourLabel}`).toLocaleLowerCase();
    return say("set.colour", { count, colour });
  }
  return say(title === undefined ? "set.caption" : "set.title", { count });
}
