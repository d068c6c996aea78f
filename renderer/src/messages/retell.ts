/** @file What the engine tells, in the language of the window. */
import type { Language, Speech } from "../../../electron/contract/language.ts";
import type { Told } from "../../../electron/contract/told.ts";
import { loadTeller } from "../../../electron/texts/load-teller.ts";
import type { Teller } from "../../../electron/texts/teller.ts";

let teller: Teller | undefined;
let spoken: Language = "en";

/** From now on. English needs no catalog: every sentence of the engine comes in it. */
export async function hearIn({ language, locale }: Speech): Promise<void> {
  teller = language === "en" ? undefined : await loadTeller(language, locale);
  spoken = language;
}

/** Of the window. */
export function heardLanguage(): Language {
  return spoken;
}

export interface Retold {
  readonly text: string;
  /** For the element that shows it: English where it is not known in the language of the window. */
  readonly lang: "en" | undefined;
}

/** What was told in the language of the window; the English sentence where there is no other, as for entries of older libraries. */
export function retell(told: Told | null | undefined, english: string): Retold {
  const text = told ? teller?.say(told) : undefined;
  return { text: text ?? english, lang: text === undefined && spoken !== "en" ? "en" : undefined };
}
