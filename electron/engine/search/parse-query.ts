import type { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { lexQuery, type Token } from "./language/lex-query.ts";
import { parseTerm } from "./language/parse-term.ts";
import { EVERYTHING, type Query } from "./language/query.ts";

/** Far more than anyone types, and far less than SQLite's limits on nesting and joins. */
const MAX_TERMS = 100;

/**
 * Reads a search. Bad input throws `query-invalid` with a sentence for the user.
 *
 * Words are prefixes and are ANDed; "a phrase" is words in a row. Both are looked for in file name, folder,
 * tags, title, caption, labels and camera. `label:dog`, `label:"golden retriever">0.8`, `tag:"New York"` (any segment of a
 * tag's path and everything below it), `folder:` (a segment or the beginning of an absolute path), `camera:`,
 * `lens:` (with `=` before it the whole name: `camera:"=Canon EOS R5"`), `album:` (its name, that of a group, or `#` and its number), `name:`, `taken:2023-05..2024-01` or `taken:>=2023-05`, `added:` likewise, `rating:>=3` or `rating:2..4`, `flag:pick|reject|none` (also
 * `is:picked|rejected`), `colour:red|yellow|green|blue|purple|none` (also `color:`), `iso:>=800` or `iso:400..800`, `aperture:<=2.8` (also `f:`) and `size:>=12mp` likewise,
 * `orientation:landscape|portrait|square|panorama`,
 * `is:untagged|missing|failed|review|conflict|unwritten|indexed`, `is:photo`,
 * `is:video` (also `type:`), `has:gps`, `place:south,west..north,east` (degrees; a west greater than the east goes across
 * the antimeridian).
 * `-` before a term excludes it, `OR` between terms is weaker than the AND of words, `( )` groups. Case never
 * matters except in `OR`. A colon makes a key only after two or more letters and not before `//`.
 */
export function parseQuery(text: string): Query {
  const tokens = lexQuery(text);
  if (tokens.filter(({ kind }) => kind === "term").length > MAX_TERMS) {
    throw toldError("query-invalid", tell("query.too-long", { count: MAX_TERMS }));
  }
  if (tokens.length === 0) return EVERYTHING;
  const parser = new Parser(tokens);
  return parser.parseAll();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parseAll(): Query {
    const query = this.#parseOr();
    if (this.#peek()) throw toldError("query-invalid", tell("query.closing"));
    return query;
  }

  #parseOr(): Query {
    const terms = [this.#parseAnd()];
    while (this.#peek()?.kind === "or") {
      this.#at += 1;
      terms.push(this.#parseAnd());
    }
    return group("or", terms);
  }

  #parseAnd(): Query {
    const terms: Query[] = [];
    for (
      let token = this.#peek();
      token && token.kind !== "or" && token.kind !== "close";
      token = this.#peek()
    ) {
      terms.push(this.#parseUnary());
    }
    if (terms.length === 0) throw this.#nothingHere();
    return group("and", terms);
  }

  #parseUnary(): Query {
    const token = this.#peek();
    this.#at += 1;
    if (token?.kind === "term") return parseTerm(token);
    if (token?.kind === "not") return { kind: "not", term: this.#parseUnary() };
    if (token?.kind === "open") return this.#parseGroup();
    throw toldError("query-invalid", tell("query.minus"));
  }

  #parseGroup(): Query {
    const query = this.#parseOr();
    if (this.#peek()?.kind !== "close") throw toldError("query-invalid", tell("query.opening"));
    this.#at += 1;
    return query;
  }

  #nothingHere(): LibraryError {
    const isBesideOr = this.#peek()?.kind === "or" || this.#tokens[this.#at - 1]?.kind === "or";
    if (isBesideOr) return toldError("query-invalid", tell("query.or"));
    const isClosing = this.#peek()?.kind === "close" && this.#at === 0;
    if (isClosing) return toldError("query-invalid", tell("query.closing"));
    return toldError("query-invalid", tell("query.opening.empty"));
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }
}

function group(kind: "and" | "or", terms: readonly Query[]): Query {
  return terms.length === 1 ? terms[0]! : { kind, terms };
}
