/** A word or phrase, or `key:value`. */
export interface TermToken {
  readonly kind: "term";
  /** As typed, for messages. */
  readonly source: string;
  /** Lower case, without its colon. */
  readonly key?: string;
  readonly value: string;
  /** What follows a quoted value without a space: `>0.8`. */
  readonly suffix: string;
}

export type Token = TermToken | { readonly kind: "not" | "open" | "close" | "or" };

const QUOTE = /["“”„]/;
const BLANK = /\s/;
const PAREN = /[()]/;
/**
 * One letter is a drive (`C:\photos`), a digit before the colon a time (`12:30`), and `//` after it an
 * address (`https://…`): all of them plain words. Only `f:2.8` and `f:<=2.8` are an f-number.
 */
const KEY = /^([a-z]{2,}(?=:(?!\/\/))|f(?=:[<>=]*[\d.])):/i;

/** Splits a search into its tokens. Typographic quotation marks count; a last one may be missing. */
export function lexQuery(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    const next = text[at + 1];
    if (BLANK.test(char)) at += 1;
    else if (PAREN.test(char)) {
      tokens.push({ kind: char === "(" ? "open" : "close" });
      at += 1;
    } else if (char === "-") {
      // A dash on its own stands between words ("Lisbon - Porto") and means nothing.
      if (next !== undefined && !BLANK.test(next) && next !== ")") tokens.push({ kind: "not" });
      at += 1;
    } else {
      const token = lexTerm(text, at);
      at += token.source.length;
      if (token.source === "OR") tokens.push({ kind: "or" });
      // Words are ANDed anyway, so AND says nothing; nor does an empty phrase.
      else if (token.source !== "AND" && (token.key ?? token.value.trim())) tokens.push(token);
    }
  }
  return tokens;
}

function lexTerm(text: string, start: number): TermToken {
  const rest = text.slice(start);
  const key = KEY.exec(rest)?.[1];
  const valueStart = key === undefined ? 0 : key.length + 1;
  const keyed = key === undefined ? {} : { key: key.toLowerCase() };
  // `camera:="Canon EOS R5"` is the same as `camera:"=Canon EOS R5"`.
  const equals = key !== undefined && rest[valueStart] === "=" ? "=" : "";
  const first = rest[valueStart + equals.length];
  if (first === undefined || !QUOTE.test(first)) {
    const source = untilBreak(rest);
    return { kind: "term", source, ...keyed, value: source.slice(valueStart), suffix: "" };
  }
  const textStart = valueStart + equals.length + 1;
  const length = rest.slice(textStart).search(QUOTE);
  const end = length < 0 ? rest.length : textStart + length;
  const after = rest.slice(end + 1);
  const suffix = after.startsWith(">") ? untilBreak(after) : "";
  const source = rest.slice(0, end + 1 + suffix.length);
  return { kind: "term", source, ...keyed, value: equals + rest.slice(textStart, end), suffix };
}

function untilBreak(text: string): string {
  const end = text.search(/[\s()]/);
  return end < 0 ? text : text.slice(0, end);
}
