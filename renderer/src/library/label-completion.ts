import type { Client } from "../../../electron/contract/client.ts";
import type { LabelSuggestion } from "../../../electron/contract/label.ts";

/** A word typed at speed is one question, and the answer still comes while the fingers rest. */
const PAUSE_MS = 60;
const MOST_ASKED = 6;

/** Asks for the label words of the library that complete what is being typed. Older answers are dropped. */
export class LabelCompletion {
  readonly #client: Client<"renderer">;
  readonly #show: (found: readonly LabelSuggestion[]) => void;
  #found: readonly LabelSuggestion[] = [];
  #text: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client<"renderer">, show: (found: readonly LabelSuggestion[]) => void) {
    this.#client = client;
    this.#show = show;
  }

  /** Undefined where nothing is to be completed. */
  look(text: string | undefined): void {
    if (text === this.#text) return;
    this.#text = text;
    clearTimeout(this.#pause);
    // What still fits stays until the answer comes, so that the list does not blink at every key.
    this.#become(text === undefined ? [] : this.#found.filter((label) => fits(label, text)));
    if (text !== undefined) this.#pause = setTimeout(() => void this.#ask(text), PAUSE_MS);
  }

  async #ask(text: string): Promise<void> {
    try {
      const found = await this.#client.request("label.suggest", { text, limit: MOST_ASKED });
      if (text === this.#text) this.#become(found);
    } catch {
      // A search can be typed without completion; the connection's own notice tells when the engine is away.
    }
  }

  #become(found: readonly LabelSuggestion[]): void {
    this.#found = found;
    this.#show(found);
  }
}

function fits({ word }: LabelSuggestion, text: string): boolean {
  return word.toLowerCase().includes(text.trim().toLowerCase());
}
