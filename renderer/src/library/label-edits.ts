import type { Client } from "../../../electron/contract/client.ts";
import type { LabelVerdict } from "../../../electron/contract/label.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { HistoryEdits } from "./history-edits.ts";
import type { Notices } from "./notices.svelte.ts";

/** What the user says of a label on a photo. */
export interface Judgement {
  readonly photo: Pick<Photo, "id" | "name">;
  /** As the user reads it: "tabby". */
  readonly word: string;
  /** WordNet id, or a name or word. */
  readonly label: string;
  /** Null takes back what was said. */
  readonly verdict: LabelVerdict | null;
}

export interface LabelEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: HistoryEdits;
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

  /** Calls back with each photo of which something was said. */
  onJudged(listener: (photo: PhotoId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A failure is told here; the photo's labels are then as they were. */
  async judge(judgement: Judgement): Promise<void> {
    const { photo, word, label, verdict } = judgement;
    const { client, history, notices, refresh } = this.#context;
    try {
      const photos = [photo.id];
      const { entry } = await client.request("label.judge", { photos, label, verdict });
      const text = say(verdict === null ? "label.taken-back" : sentences[verdict], {
        name: photo.name,
        label: word,
      });
      history.offerUndo(text, entry);
    } catch (error) {
      const run = (): void => void this.judge(judgement);
      notices.failChange(error, { label: say("action.try-again"), run });
    } finally {
      for (const listener of this.#listeners) listener(photo.id);
      refresh();
    }
  }
}
