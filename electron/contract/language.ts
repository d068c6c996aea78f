/** @file The languages of the app, and which of them is spoken. A new one is a line in each table here and its catalogs; see CONTRIBUTING.md. */

export const languages = ["en", "es", "pt"] as const;
export type Language = (typeof languages)[number];

/** "system" follows the languages that the system prefers. */
export type LanguageChoice = "system" | Language;

/** Each in its own words, so that it is found by whoever cannot read the others. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  es: "Español",
  pt: "Português",
};

/** As the page says it to screen readers. Portuguese is written as in Brazil, and read well elsewhere. */
export const languageTags: Readonly<Record<Language, string>> = {
  en: "en",
  es: "es",
  pt: "pt-BR",
};

export interface Speech {
  readonly language: Language;
  /** By which numbers and dates are written and names are sorted: `en-GB`, `pt-PT`. */
  readonly locale: string;
}

/**
 * What is spoken to somebody who chose a language, or left that to the system. `wanted` are the system's languages, best first. Where
 * none of them is known here, English.
 */
export function speechFor(choice: LanguageChoice, wanted: readonly string[]): Speech {
  const language = choice === "system" ? firstKnown(wanted) : choice;
  const locale = wanted.find((tag) => languageOf(tag) === language) ?? languageTags[language];
  return { language, locale };
}

function firstKnown(wanted: readonly string[]): Language {
  return wanted.map(languageOf).find((language) => language !== undefined) ?? "en";
}

function languageOf(tag: string): Language | undefined {
  const base = tag.split("-")[0]!.toLowerCase();
  return languages.find((language) => language === base);
}
