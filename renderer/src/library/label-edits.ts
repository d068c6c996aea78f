import type { Client } from "../../../electron/contract/client.ts";
import type { LabelVerdict } from "../../../electron/contract/label.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { Notices } from "./notices.svelte.ts";

/** What the user says of a label on a photo. */
export interface Judgement extends Said {
  readonly photo: Pick<Photo, "id" | "name">;
  /** As the user reads it: "tabby". */
  readonly word: string;
  /** What had been said on the photo, of this label and of others: a new word may take back older ones. */
  readonly before: readonly Said[];
}

export interface Said {
  /** WordNet id, or a name or word. */
  readonly label: string;
  /** Null takes back what was said. */
  readonly verdict: LabelVerdict | null;
}

export interface LabelEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly refresh: () => void;
}

const sentences = { confirmed: "label.confirmed", rejected: "label.rejected" } as const;

/** Tells the engine whether labels are right, and offers to take that back. */
export class LabelEdits {
  readonly #context: LabelEditContext;
  readonly #listeners = new Set<(photo: PhotoId) => void>();

  constructor(context: LabelEditContext) {
    this.#context = context;
  }

  /** Calls back with each photo of which something was said or taken back. */
  onJudged(listener: (photo: PhotoId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A failure is told here; the photo's labels are then as they were. */
  async judge(judgement: Judgement): Promise<void> {
    const { photo, word, label, verdict, before } = judgement;
    const { notices } = this.#context;
    try {
      await this.#send(photo.id, [{ label, verdict }]);
      const text = say(verdict === null ? "label.taken-back" : sentences[verdict], {
        name: photo.name,
        label: word,
      });
      const own = before.find((said) => said.label === label) ?? { label, verdict: null };
      const others = before.filter((said) => said !== own);
      const run = (): void => void this.#undo(photo.id, [own, ...others]);
      notices.showUndoable(text, { label: say("action.undo"), run });
    } catch (error) {
      const run = (): void => void this.judge(judgement);
      notices.fail(error, { label: say("action.try-again"), run });
    }
  }

  async #send(photo: PhotoId, said: readonly Said[]): Promise<void> {
    const { client, refresh } = this.#context;
    try {
      for (const { label, verdict } of said) {
        await client.request("label.judge", { photos: [photo], label, verdict });
      }
    } finally {
      for (const listener of this.#listeners) listener(photo);
      refresh();
    }
  }

  async #undo(photo: PhotoId, said: readonly Said[]): Promise<void> {
    const { notices } = this.#context;
    try {
      await this.#send(photo, said);
      notices.show(say("tag.undone"));
    } catch (error) {
      notices.fail(error);
    }
  }
}
