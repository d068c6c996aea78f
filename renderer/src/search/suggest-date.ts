import type { Term } from "./terms.ts";

export interface DateSuggestion {
  /** "May 2023". */
  readonly name: string;
  readonly term: Term;
  /** The text without the words that the date takes the place of. */
  readonly before: string;
}

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, at)),
);
/** No photo is older. */
const FIRST_YEAR = 1826;
const FEWEST_LETTERS = 3;

/** A month and a year, or a year, at the end of a text: "may 2023". Undefined for anything else. */
export function suggestDate(text: string): DateSuggestion | undefined {
  const [whole, word, digits] = /(?:(?<=^|\s)([a-z]+)\s+)?(?<=^|\s)(\d{4})$/i.exec(text) ?? [];
  if (whole === undefined || digits === undefined || Number(digits) < FIRST_YEAR) return undefined;
  const wanted = word !== undefined && word.length >= FEWEST_LETTERS ? word.toLowerCase() : "-";
  const month = months.findIndex((name) => name.toLowerCase().startsWith(wanted));
  const isYear = month < 0;
  const length = isYear ? digits.length : whole.length;
  return {
    name: isYear ? digits : `${months[month]!} ${digits}`,
    term: {
      isNegated: false,
      field: "taken",
      value: isYear ? digits : `${digits}-${String(month + 1).padStart(2, "0")}`,
    },
    before: text.slice(0, text.length - length),
  };
}
