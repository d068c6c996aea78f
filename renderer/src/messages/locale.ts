/** @file By which rules numbers and dates are written and names are sorted. */

let locale = "en";

/** See `Speech`. Set by `speak`, before anything is drawn. */
export function useLocale(tag: string): void {
  locale = tag;
}

/** Something of Intl, made once for the locale that is in use. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { readonly locale: string; readonly value: T } | undefined;
  return () => {
    if (made?.locale !== locale) made = { locale, value: make(locale) };
    return made.value;
  };
}
