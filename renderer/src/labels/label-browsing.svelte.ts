import type { Client } from "../../../electron/contract/client.ts";
import type { LabelBrowse } from "../../../electron/contract/label-browse.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { say } from "../messages/say.ts";

/** Where in the families of labels the page is. It stays there while photos are shown in its place. */
export class LabelBrowsing {
  /** Undefined until the engine has answered once. */
  shown = $state.raw<LabelBrowse | undefined>();
  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  /** What was asked for last: older answers are dropped. */
  #wanted: string | null = null;

  constructor(client: Client<"renderer">, notices: Notices) {
    this.#client = client;
    this.#notices = notices;
  }

  /** `word`: as after `label:`; null for the widest families. Resolves to whether it is shown now. */
  async go(word: string | null): Promise<boolean> {
    this.#wanted = word;
    try {
      const shown = await this.#client.request("label.browse", { word });
      if (this.#wanted !== word) return false;
      this.shown = shown;
      return true;
    } catch (error) {
      this.#notices.fail(error, { label: say("action.try-again"), run: () => void this.go(word) });
      return false;
    }
  }

  /** The counts as they are now. What no model names any more leads back to the beginning. */
  async refresh(): Promise<void> {
    const word = this.shown?.word ?? null;
    try {
      const shown = await this.#client.request("label.browse", { word });
      if ((this.shown?.word ?? null) === word) this.shown = shown;
    } catch {
      if (word !== null) await this.go(null);
    }
  }

  /** One level up; undefined at the beginning, else the word that was left. */
  async up(): Promise<string | undefined> {
    const from = this.shown?.word ?? undefined;
    if (from === undefined) return undefined;
    await this.go(this.shown?.above.at(-1)?.word ?? null);
    return from;
  }
}
