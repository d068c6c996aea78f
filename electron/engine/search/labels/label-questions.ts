import type { LabelExplanation, LabelPrecision, LabelSuggestion } from "../../../contract/label.ts";
import type { JudgedLabel } from "../../catalog/verdicts.ts";
import { countVerdicts, isJudged } from "../../catalog/verdicts.ts";
import { foldText } from "../../../contract/fold-text.ts";
import { readVersion } from "../catalog-version.ts";
import { prepareQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import { readClassCounts } from "./class-counts.ts";
import { KnownWords, type KnownWord } from "./known-words.ts";
import type { LabelVocabulary } from "./vocabulary.ts";

const NEAR_MISSES = 5;

/** Near misses whose photos are counted, to show the best of them. */
const COUNTED = 20;

/** What is known of the catalog as it is at the moment. */
interface Counts {
  readonly version: string;
  /** Photos that a key finds. */
  readonly byKey: Map<string, number>;
  /** Row id of a class → photos that are surely of it. */
  readonly byClass: ReadonlyMap<number, number>;
}

/** Every question about words for labels. */
export class LabelQuestions {
  readonly #source: SearchSource;
  #words: { readonly vocabulary: LabelVocabulary; readonly words: KnownWords } | undefined;
  #counts: Counts | undefined;

  constructor(source: SearchSource) {
    this.#source = source;
  }

  /** Words that begin with the text, those that find most first; those that find nothing only where no other does. */
  suggest({ text, limit }: { text: string; limit: number }): LabelSuggestion[] {
    const words = this.#likely(this.#knownWords().startingWith(text));
    const found = words.slice(0, limit).map((word) => this.#toSuggestion(word));
    const some = found.filter(({ count }) => count > 0);
    return (some.length > 0 ? some : found).sort(byCount);
  }

  explain(text: string): LabelExplanation {
    const vocabulary = this.#source.vocabulary();
    const meaning = vocabulary.find(text);
    if (!meaning) return { ...UNKNOWN, nearMisses: this.#near(text) };
    const { key, classes } = meaning;
    const synset = vocabulary.wordNet?.get(key);
    const word = withoutHint(text);
    const others = vocabulary.senses(word).filter((sense) => sense !== key);
    return {
      sense: this.#suggestion(key, synset?.words[0] ?? meaning.word),
      gloss: synset?.gloss ?? null,
      classes: classes.length,
      others: others.map((sense) => this.#suggestion(sense, word)),
      nearMisses: [],
    };
  }

  /** How often the active model's labels were right where the user said so. */
  precision(): LabelPrecision[] {
    const { catalog, model } = this.#source;
    return countVerdicts(catalog, model.key).map(({ label: _key, name, ...counts }) => ({
      label: name,
      ...counts,
    }));
  }

  /** What a verdict on these words is kept under; undefined for words that mean nothing here. */
  toJudge(text: string): JudgedLabel | undefined {
    const vocabulary = this.#source.vocabulary();
    const key = vocabulary.find(text)?.key ?? foldText(text.trim());
    if (!vocabulary.find(text) && !isJudged(this.#source.catalog, key)) return undefined;
    const { word } = vocabulary.meaningOf(key);
    const below = [...vocabulary.below(key)];
    return {
      key,
      name: word,
      classes: [...new Set([...below, ...vocabulary.membersOf(key).map(classOf)])],
      above: [...vocabulary.above(key)].filter((each) => each !== key),
      below: below.filter((each) => each !== key),
    };
  }

  /** The nearest, of those as near the ones that find most. */
  #near(text: string): LabelSuggestion[] {
    const near = this.#knownWords().near(text).slice(0, COUNTED);
    return near
      .map(({ word, distance }) => ({ distance, found: this.#toSuggestion(word) }))
      .sort((a, b) => a.distance - b.distance || byCount(a.found, b.found))
      .slice(0, NEAR_MISSES)
      .map(({ found }) => found);
  }

  /** Those that may find most first: by the photos that their classes find one by one. */
  #likely(words: readonly KnownWord[]): KnownWord[] {
    const { byClass } = this.#current();
    const vocabulary = this.#source.vocabulary();
    const guess = (key: string) =>
      vocabulary.membersOf(key).reduce((sum, { id }) => sum + (byClass.get(id) ?? 0), 0);
    const guesses = words.map((word) => ({ word, guess: guess(word.key) }));
    return guesses
      .sort((a, b) => b.guess - a.guess || compareWords(a.word.word, b.word.word))
      .map(({ word }) => word);
  }

  #toSuggestion({ word, key }: KnownWord): LabelSuggestion {
    return this.#suggestion(key, word);
  }

  #suggestion(key: string, word: string): LabelSuggestion {
    const vocabulary = this.#source.vocabulary();
    const term = vocabulary.termOf(key, word);
    const family = vocabulary.widerWord(key, word);
    return { word, term, family, count: this.count(key, term) };
  }

  /** Photos that are surely of each class of the active model, by row id; missing ones count. */
  classCounts(): ReadonlyMap<number, number> {
    return this.#current().byClass;
  }

  /** Photos that a key finds; `term` is what to write after `label:` for it. */
  count(key: string, term: string): number {
    const { byKey } = this.#current();
    let count = byKey.get(key);
    if (count === undefined) {
      count = prepareQuery({ kind: "label", name: term }, this.#source).total;
      byKey.set(key, count);
    }
    return count;
  }

  #current(): Counts {
    const version = readVersion(this.#source);
    if (this.#counts?.version !== version)
      this.#counts = { version, byKey: new Map(), byClass: readClassCounts(this.#source) };
    return this.#counts;
  }

  #knownWords(): KnownWords {
    const vocabulary = this.#source.vocabulary();
    if (this.#words?.vocabulary !== vocabulary)
      this.#words = { vocabulary, words: new KnownWords(vocabulary) };
    return this.#words.words;
  }
}

const UNKNOWN: LabelExplanation = {
  sense: null,
  gloss: null,
  classes: 0,
  others: [],
  nearMisses: [],
};

function byCount(a: LabelSuggestion, b: LabelSuggestion): number {
  return b.count - a.count || compareWords(a.word, b.word);
}

function compareWords(a: string, b: string): number {
  return a.localeCompare(b, "en");
}

/** As the catalog's table of classes tells it: by WordNet id, else by name. */
function classOf({ wnid, name }: { wnid: string | null; name: string }): string {
  return wnid ?? name;
}

function withoutHint(text: string): string {
  return text.replace(/\([^()]*\)\s*$/, "").trim();
}
