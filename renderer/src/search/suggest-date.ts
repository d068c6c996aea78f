import { formatMonthName, formatSectionKey } from "../messages/format.ts";
import type { Term } from "./terms.ts";

export interface DateSuggestion {
  /** "May 2023". */
  readonly name: string;
  readonly term: Term;
  /** The text without the words that the date takes the place of. */
  readonly before: string;
}

/** No photo is older. */
const FIRST_YEAR = 1826;
const FEWEST_LETTERS = 3;
const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** A month and a year, or a year, at the end of a text: "may 2023", "mayo de 2023". Undefined for anything else. */
export function suggestDate(text: string): DateSuggestion | undefined {
  const [whole, word, digits] =
    /(?:(?<=^|\s)(\p{L}+)\s+(?:de\s+)?)?(?<=^|\s)(\d{4})$/iu.exec(text) ?? [];
  if (whole === undefined || digits === undefined || Number(digits) < FIRST_YEAR) return undefined;
  const month = word === undefined ? undefined : monthOf(word);
  const value = month === undefined ? digits : `${digits}-${month}`;
  const length = month === undefined ? digits.length : whole.length;
  return {
    name: month === undefined ? digits : formatSectionKey(value)!,
    term: { isNegated: false, field: "taken", value },
    before: text.slice(0, text.length - length),
  };
}

/** "05" for a month of the user's language, or how it begins. */
function monthOf(word: string): string | undefined {
  const wanted = plain(word);
  if (wanted.length < FEWEST_LETTERS) return undefined;
  const at = MONTHS.find((month) => plain(formatMonthName(month)).startsWith(wanted));
  return at === undefined ? undefined : String(at + 1).padStart(2, "0");
}

/** Small and without accents, which are often not typed. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
