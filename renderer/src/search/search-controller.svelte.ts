import type { Client } from "../../../electron/contract/client.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { retell, type Retold } from "../messages/retell.ts";
import { say } from "../messages/say.ts";
import {
  LabelMeanings,
  meaningOf,
  unknownLabel,
  type Explanations,
  type LabelMeaning,
} from "./label-meanings.ts";
import { RecentSearches } from "./recent-searches.svelte.ts";
import { withoutUnfinished } from "./suggest.ts";
import { spokenQuery } from "./term-words.ts";
import {
  exchangeTerms,
  hasAlternatives,
  isSameTerm,
  joinQuery,
  splitQuery,
  termText,
  withLabelWord,
  type Term,
} from "./terms.ts";

/** With the engine's answer, results are there 150 ms after the last key. */
const TYPING_MS = 110;
/** A term that is still being typed is not an error yet. */
const COMPLAIN_MS = 700;

/** What is searched: the library's photos, or similar ones. */
export interface SearchTarget {
  readonly query: string;
  readonly total: number;
  /** Rejects where the query is none; false where another one was asked for meanwhile. */
  show(query: string, options: { readonly isFromTop: boolean }): Promise<boolean>;
}

export interface SearchContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  /** The paths of those from which a folder is told where it is spoken. */
  readonly folders: () => readonly string[];
}

/** The query as the user builds it: terms as chips, the rest as text. They are one state. */
export class SearchController {
  terms = $state.raw<readonly Term[]>([]);
  text = $state("");
  error = $state.raw<Retold | undefined>();
  readonly recent: RecentSearches;
  readonly query = $derived(joinQuery(this.terms, this.text));
  #known = $state.raw<Explanations>(new Map());
  /** The label of the query because of which it finds nothing. */
  readonly unknownLabel = $derived(unknownLabel(this.terms, this.#known));

  /** Which run of typing the query came from; 0 where it was chosen. */
  typing = 0;
  #typings = 0;
  /** The run of typing is over: the next letter begins another. */
  #isTypingOver = true;
  readonly #set: SearchTarget;
  readonly #notices: Notices;
  readonly #folders: () => readonly string[];
  readonly #meanings: LabelMeanings;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #complaining: ReturnType<typeof setTimeout> | undefined;

  constructor(
    set: SearchTarget,
    { client, notices, folders }: SearchContext,
    recent = new RecentSearches(),
  ) {
    this.#set = set;
    this.recent = recent;
    this.#notices = notices;
    this.#folders = folders;
    this.#meanings = new LabelMeanings(client, (known) => (this.#known = known));
  }

  /** What a term means; undefined where it is no label, or where the engine has not answered yet. */
  meaningOf(at: number): LabelMeaning | undefined {
    return meaningOf(this.terms, at, this.#known);
  }

  type(text: string): void {
    if (this.#isTypingOver) this.#typings++;
    this.#isTypingOver = false;
    this.typing = this.#typings;
    const { terms, rest } = splitQuery(text, { isTyping: true });
    this.#become([...this.terms, ...terms], rest);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.run({ isTyping: true }), TYPING_MS);
  }

  submit(): void {
    this.#isTypingOver = true;
    const { terms, rest } = splitQuery(this.text, { isTyping: false });
    this.#become([...this.terms, ...terms], rest);
    this.recent.add(this.query);
    void this.run({ isFromTop: true });
  }

  /** Shows a query that was not typed, from where it was left last. */
  show(query: string): void {
    void this.open(query);
  }

  /** Resolves when the query is shown, or the reason why not. */
  async open(query: string): Promise<void> {
    const { terms, rest } = splitQuery(query, { isTyping: false });
    this.#wasNotTyped();
    this.#become(terms, rest);
    await this.run();
  }

  /** Holds a query that is shown already. */
  adopt(query: string): void {
    clearTimeout(this.#typing);
    const { terms, rest } = splitQuery(query, { isTyping: false });
    this.#wasNotTyped();
    this.#become(terms, rest);
  }

  /** Takes a term in the place of the word being typed; `before` is the text without that word. */
  complete(term: Term, before: string): void {
    this.#wasNotTyped();
    // Alternatives have no chip form: the term stays where it stands among them.
    if (hasAlternatives(before)) this.#become(this.terms, `${before}${termText(term)} `);
    else this.#become([...this.terms, term], before);
    this.recent.add(this.query);
    void this.run({ isFromTop: true });
  }

  /** Searches for another label in the place of one. */
  replaceLabel(at: number, word: string): void {
    const term = this.terms[at];
    if (!term) return;
    this.#wasNotTyped();
    this.#become(this.terms.with(at, withLabelWord(term, word)), this.text);
    void this.run();
  }

  /** The query without one of its terms. */
  without(at: number): string {
    return joinQuery(this.terms.toSpliced(at, 1), this.text);
  }

  remove(at: number): void {
    this.#wasNotTyped();
    this.#become(this.terms.toSpliced(at, 1), this.text);
    void this.run();
  }

  /** Puts terms in the place of others. */
  exchange(isOld: (term: Term) => boolean, added: readonly Term[]): void {
    const { terms, rest } = exchangeTerms({ terms: this.terms, rest: this.text }, isOld, added);
    this.#become(terms, rest);
    void this.run();
  }

  /** The query with terms in the place of others. */
  exchanged(isOld: (term: Term) => boolean, added: readonly Term[]): string {
    const { terms, rest } = exchangeTerms({ terms: this.terms, rest: this.text }, isOld, added);
    return joinQuery(terms, rest);
  }

  /** Back to text, to be changed. */
  edit(at: number): void {
    const term = this.terms[at];
    if (!term) return;
    this.#become(
      this.terms.toSpliced(at, 1),
      [this.text.trim(), termText(term)].filter(Boolean).join(" "),
    );
  }

  /** What is being looked for for the first time begins at its top, everything else where it was left. */
  async run({ isTyping = false, isFromTop = false } = {}): Promise<void> {
    clearTimeout(this.#typing);
    clearTimeout(this.#complaining);
    const text = isTyping ? withoutUnfinished(this.text) : this.text;
    const query = joinQuery(this.terms, text);
    const isKnown = query === this.#set.query && (isTyping || query === "");
    try {
      const isShown = await this.#set.show(query, {
        isFromTop: (isTyping || isFromTop) && query !== "",
      });
      if (!isShown) return;
      this.error = undefined;
      if (isKnown) return;
      this.#tellResults(spokenQuery({ terms: this.terms, rest: text }, this.#folders()));
    } catch (error) {
      this.#complain(error, isTyping ? COMPLAIN_MS : 0);
    }
  }

  #tellResults(what: string): void {
    const count = this.#set.total;
    this.#notices.announceWhenSettled(
      what === "" ? say("spoken.results", { count }) : say("spoken.results.for", { count, what }),
    );
  }

  #wasNotTyped(): void {
    this.#isTypingOver = true;
    this.typing = 0;
  }

  #complain(error: unknown, afterMs: number): void {
    if (!(error instanceof LibraryError) || error.code !== "query-invalid") {
      this.#notices.fail(error, {
        label: say("action.try-again"),
        run: () => void this.run(),
      });
      return;
    }
    // Nobody wants to be offered again what does not find anything anywhere.
    this.recent.remove(this.query);
    // For a query that is not valid the engine's sentence names the word and what it needs.
    this.#complaining = setTimeout(() => {
      this.error = retell(error.told, error.message);
      this.#notices.announce(this.error.text);
    }, afterMs);
  }

  #become(terms: readonly Term[], text: string): void {
    this.terms = terms.filter(
      (term, at) => terms.findIndex((other) => isSameTerm(other, term)) === at,
    );
    this.text = text;
    this.error = undefined;
    void this.#meanings.look(this.terms);
    clearTimeout(this.#complaining);
  }
}
