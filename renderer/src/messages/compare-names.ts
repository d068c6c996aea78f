import { perLocale } from "./locale.ts";

const collator = perLocale((locale) => new Intl.Collator(locale, { numeric: true }));

/** Names in the order of the user's language: "IMG_9" before "IMG_10". */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b);
}
