import { languageTags, type Language } from "../contract/language.ts";
import { Teller } from "./teller.ts";
import type { ToldTexts } from "./tell.ts";

/** Only those that are spoken are loaded. */
const catalogs: Readonly<Record<Language, () => Promise<ToldTexts>>> = {
  en: async () => (await import("./en/en.ts")).en,
  es: async () => (await import("./es/es.ts")).es,
  pt: async () => (await import("./pt/pt.ts")).pt,
};

/** `locale` writes numbers; without one, as most who speak the language do. */
export async function loadTeller(
  language: Language,
  locale = languageTags[language],
): Promise<Teller> {
  return new Teller(await catalogs[language](), locale);
}
