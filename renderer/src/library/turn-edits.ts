import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { turns, type TurnStep } from "../../../electron/contract/value-names.ts";
import { say } from "../messages/say.ts";
import { offerUndoOf, sendInParts } from "./send-in-parts.ts";
import type { ValueEditContext } from "./value-edits.ts";

const texts = { 90: "turn.right", [-90]: "turn.left", 180: "turn.over" } as const;

/** Turns photos for display, shows it at once and offers to take it back. */
export class TurnEdits {
  readonly #context: ValueEditContext;

  constructor(context: ValueEditContext) {
    this.#context = context;
  }

  /** A failure is told here; the photos are then shown as they are in the library. */
  async turn(by: TurnStep, photos: readonly PhotoId[]): Promise<void> {
    if (photos.length === 0) return;
    const { client, notices, patch, refresh } = this.#context;
    patch(new Set(photos), (photo) => withTurn(photo, by));
    try {
      const { changed, entries } = await sendInParts(photos, (part) =>
        client.request("photo.turn", { by, photos: part }),
      );
      offerUndoOf(this.#context, say(texts[by], { count: changed }), entries);
    } catch (error) {
      const run = (): void => void this.turn(by, photos);
      notices.failChange(error, { label: say("action.try-again"), run });
    } finally {
      refresh();
    }
  }
}

/** The photo as it will be; videos are not turned. */
export function withTurn<P extends Photo>(photo: P, by: TurnStep): P {
  if (photo.kind === "video") return photo;
  const turn = turns.find((one) => one === (photo.turn + by + 360) % 360)!;
  if (by === 180) return { ...photo, turn };
  return { ...photo, turn, widthPx: photo.heightPx, heightPx: photo.widthPx };
}
