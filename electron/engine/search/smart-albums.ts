/**
 * @file Albums inside of searches. A hand-made one is the set of its photos; a smart one is the search that it stands for, which may
 * name others.
 */
import type { LibraryError } from "../../contract/errors.ts";
import { foldText } from "../../contract/fold-text.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { printQuery } from "./language/print-query.ts";
import type { Query, Term } from "./language/query.ts";
import { parseQuery } from "./parse-query.ts";

export interface NamedAlbum {
  /** Undefined for one that is being made. */
  readonly id?: number | undefined;
  readonly name: string;
  /** Null for one made by hand. */
  readonly query: string | null;
  /** 1: it holds what is similar to its examples, which no search finds. */
  readonly isSimilar?: 0 | 1;
}

/** With those of its smart albums; far less than SQLite's limits on nesting and joins. */
const MAX_TERMS = 300;

/**
 * The query with the searches of its smart albums in their place. `query-invalid` for an album that is not there, for a smart
 * album that contains itself, and where the whole is too long.
 */
export function expandAlbums(query: Query, albums: () => readonly NamedAlbum[]): Query {
  const namesAlbum = (term: Term) => term.kind === "album" || term.kind === "members";
  return hasTerm(query, namesAlbum) ? new Expansion(albums()).expand(query, []) : query;
}

export function readAlbums(catalog: CatalogReader): NamedAlbum[] {
  return catalog.all(
    "SELECT id, name, query, similar_depth IS NOT NULL AS isSimilar FROM album WHERE name IS NOT NULL",
  );
}

/** `query-invalid` where the search of a smart album, new or changed, is none, or would be a part of itself. */
export function checkSmartQuery(
  album: NamedAlbum & { query: string },
  catalog: CatalogReader,
): void {
  const others = readAlbums(catalog).filter(({ id }) => id !== album.id);
  new Expansion([...others, album]).expand(parseQuery(album.query), [album]);
}

/** `query-invalid` where the search that narrows an album of similar photos is none. */
export function checkNarrowing(query: string, catalog: CatalogReader): void {
  new Expansion(readAlbums(catalog)).expand(parseQuery(query), []);
}

/** The text of a search in which one album is called otherwise; the same text where it does not name it. */
export function nameAlbumAnew(text: string, from: string, to: string): string {
  const key = foldText(from);
  const isNamed = (term: Term) => term.kind === "album" && foldText(term.name) === key;
  const query = parseQuery(text);
  if (!hasTerm(query, isNamed)) return text;
  return printQuery(
    mapTerms(query, (term) => (isNamed(term) ? { kind: "album", name: to } : term)),
  );
}

class Expansion {
  readonly #albums: readonly NamedAlbum[];
  #terms = 0;

  constructor(albums: readonly NamedAlbum[]) {
    this.#albums = albums;
  }

  /** `within`: the smart albums whose search this is a part of, outermost first. */
  expand(query: Query, within: readonly NamedAlbum[]): Query {
    return mapTerms(query, (term) => {
      this.#terms += 1;
      if (this.#terms > MAX_TERMS) {
        throw invalid(tell("query.too-long.albums", { count: MAX_TERMS }));
      }
      if (term.kind !== "album" && term.kind !== "members") return term;
      const found = this.#find(term).map((album) => this.#expandAlbum(album, within));
      return found.length === 1 ? found[0]! : { kind: "or", terms: found };
    });
  }

  #expandAlbum(album: NamedAlbum, within: readonly NamedAlbum[]): Query {
    if (album.query === null) return { kind: "members", album: album.id! };
    if (album.isSimilar) {
      throw invalid(tell("query.album.similar", { name: album.name }));
    }
    if (within.includes(album)) {
      const way = [...within.slice(within.indexOf(album)), album].map(({ name }) => `“${name}”`);
      throw invalid(tell("query.album.itself", { way: way.join(" → ") }));
    }
    return this.expand(parseQuery(album.query), [...within, album]);
  }

  /** The album of this name, or where there is none all in the group of this name, but for those of similar photos. */
  #find(term: Extract<Term, { kind: "album" | "members" }>): NamedAlbum[] {
    const key = term.kind === "album" ? foldText(term.name) : "";
    const exact = this.#albums.find((album) =>
      term.kind === "members" ? album.id === term.album : foldText(album.name) === key,
    );
    if (exact) return [exact];
    const inside =
      key === "" ? [] : this.#albums.filter(({ name }) => foldText(name).startsWith(`${key}/`));
    const searched = inside.filter(({ isSimilar }) => !isSimilar);
    if (inside.length > 0) return searched.length > 0 ? searched : inside;
    throw invalid(
      term.kind === "members"
        ? tell("query.album.number", { number: term.album })
        : tell("query.album.name", { name: term.name }),
    );
  }
}

function mapTerms(query: Query, change: (term: Term) => Query): Query {
  if (query.kind === "not") return { kind: "not", term: mapTerms(query.term, change) };
  if (query.kind !== "and" && query.kind !== "or") return change(query);
  return { kind: query.kind, terms: query.terms.map((term) => mapTerms(term, change)) };
}

function hasTerm(query: Query, test: (term: Term) => boolean): boolean {
  if (query.kind === "not") return hasTerm(query.term, test);
  if (query.kind === "and" || query.kind === "or")
    return query.terms.some((term) => hasTerm(term, test));
  return test(query);
}

function invalid(sentence: Told): LibraryError {
  return toldError("query-invalid", sentence);
}
