import type { WireError } from "../contract/errors.ts";
import type { Language } from "../contract/language.ts";
import type { enShell } from "../texts/en/shell.ts";
import { inEnglish } from "../texts/in-english.ts";
import { loadTeller } from "../texts/load-teller.ts";
import { tell } from "../texts/tell.ts";
import type { Teller } from "../texts/teller.ts";

export type ShellTextKey = keyof typeof enShell;

/** What menus and dialogs need to speak. */
export interface Speech {
  say<K extends ShellTextKey>(...what: Parameters<typeof tell<K>>): string;
  /** What was told of a failure; the English message where nothing else was. */
  sayError(error: Pick<WireError, "message" | "told">): string;
}

/** The language of the shell: that of the page, which the user chose there. English until one is loaded. */
export class ShellSpeech implements Speech {
  #teller: Teller | undefined;
  #wanted: Language | undefined;
  readonly #onChange: () => void;

  /** `onChange`: another language is spoken from now on. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  async use(language: Language): Promise<void> {
    if (language === this.#wanted) return;
    this.#wanted = language;
    const teller = await loadTeller(language);
    // Another one was chosen while it was loaded.
    if (language !== this.#wanted) return;
    this.#teller = teller;
    this.#onChange();
  }

  say<K extends ShellTextKey>(...what: Parameters<typeof tell<K>>): string {
    const told = tell(...what);
    return this.#teller?.say(told) ?? inEnglish(told);
  }

  sayError({ told, message }: Pick<WireError, "message" | "told">): string {
    return (told && this.#teller?.say(told)) ?? message;
  }
}
