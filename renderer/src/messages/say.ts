import { IntlMessageFormat } from "intl-messageformat";
import type { MessageKey } from "./en.ts";
import type { Language, Speech } from "../../../electron/contract/language.ts";
import { useLocale } from "./locale.ts";
import { hearIn } from "./retell.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

type Catalog = Readonly<Record<MessageKey, string>>;

/** Only the one that is spoken is loaded. */
const catalogs: Readonly<Record<Language, () => Promise<Catalog>>> = {
  en: async () => (await import("./en.ts")).en,
  es: async () => (await import("./es/es.ts")).es,
  pt: async () => (await import("./pt/pt.ts")).pt,
};

let texts: Catalog | undefined;
let spokenLocale = "en";
const formats = new Map<MessageKey, IntlMessageFormat>();

/** Loads the texts of a language. Nothing can be said before, so this comes before the window is drawn. */
export async function speak({ language, locale }: Speech): Promise<void> {
  [texts] = await Promise.all([catalogs[language](), hearIn({ language, locale })]);
  spokenLocale = locale;
  useLocale(locale);
  formats.clear();
}

/** The text for a key in the user's language, with numbers and plurals as its locale writes them. */
export function say(key: MessageKey, values: MessageValues = {}): string {
  let format = formats.get(key);
  if (!format) {
    if (!texts) throw new Error(`expected texts to be loaded before “${key}” is said; see speak()`);
    format = new IntlMessageFormat(texts[key], spokenLocale, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(values));
}

export type { MessageKey };
