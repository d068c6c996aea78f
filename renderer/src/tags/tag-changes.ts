import type { Client } from "../../../electron/contract/client.ts";
import type { FavouriteKey } from "../../../electron/contract/tag.ts";
import type { HistoryEdits } from "../library/history-edits.ts";
import type { Notices } from "../library/notices.svelte.ts";
import type { TagState } from "../library/tag-state.svelte.ts";
import { retell } from "../messages/retell.ts";
import { say } from "../messages/say.ts";

export interface TagChangeContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: Pick<HistoryEdits, "offerUndo">;
  readonly tags: Pick<TagState, "refresh">;
  /** Photos that are shown may have lost a tag, or have it by another name. */
  readonly refresh: () => void;
}

/** What of a tag besides its name the user can change; what is absent stays. */
export interface TagDescription {
  readonly synonyms?: readonly string[];
  readonly key?: FavouriteKey | null;
}

type Renamed = (from: string, to: string) => void;

/** Changes tags as such, says what was done, and offers to take it back. Failures are told here. */
export class TagChanges {
  readonly #context: TagChangeContext;
  readonly #onrenamed: Renamed;

  /** `onrenamed`: with each tag that got another name, or became part of another, before it is seen. */
  constructor(context: TagChangeContext, onrenamed: Renamed) {
    this.#context = context;
    this.#onrenamed = onrenamed;
  }

  /** Also moves it below another one, and merges it into one that is there. */
  rename(tag: string, to: string): Promise<boolean> {
    return this.#change(async (client) => {
      const { entry, ...done } = await client.request("tag.rename", { tag, to });
      this.#onrenamed(tag, to);
      return { entry, text: say("tags.done", { sentence: retell(done.told, done.sentence).text }) };
    });
  }

  delete(tag: string): Promise<boolean> {
    return this.#change(async (client) => {
      const { entry, ...done } = await client.request("tag.delete", { tag });
      return { entry, text: say("tags.done", { sentence: retell(done.told, done.sentence).text }) };
    });
  }

  /** `text`: what is told when it is done. */
  describe(tag: string, { key, synonyms }: TagDescription, text: string): Promise<boolean> {
    return this.#change(async (client) => {
      const { entry } = await client.request("tag.describe", {
        tag,
        ...(key !== undefined && { key }),
        ...(synonyms && { synonyms: [...synonyms] }),
      });
      return { entry, text };
    });
  }

  async #change(ask: (client: TagChangeContext["client"]) => Promise<Done>): Promise<boolean> {
    const { client, notices, history, refresh, tags } = this.#context;
    try {
      const { entry, text } = await ask(client);
      refresh();
      await tags.refresh();
      if (entry !== null) history.offerUndo(text, entry);
      return true;
    } catch (error) {
      notices.fail(error);
      return false;
    }
  }
}

interface Done {
  /** Of the history; null where nothing had to be changed. */
  readonly entry: number | null;
  readonly text: string;
}
