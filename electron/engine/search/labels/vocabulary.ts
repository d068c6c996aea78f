import { foldText } from "../../../contract/fold-text.ts";
import { once } from "../../support/once.ts";
import { plainWords, splitWords, toForms } from "./word-forms.ts";
import type { WordNet } from "./word-net.ts";

/** A class that the active model can name. */
export interface LabelClass {
  readonly id: number;
  readonly name: string;
  /** WordNet id; null where the model's label file has none. */
  readonly wnid: string | null;
}

/** What a label word means to the active model. */
export interface LabelMeaning {
  /** WordNet id, or the name in lower case where there is none: what the user's verdicts are kept under. */
  readonly key: string;
  /** As people write it. */
  readonly word: string;
  readonly classes: readonly LabelClass[];
}

const WNID = /^n\d{8}$/i;

/** The words that find photos by the labels of one model, and what they mean. Unknown words mean nothing. */
export class LabelVocabulary {
  readonly classes: readonly LabelClass[];
  readonly wordNet: WordNet | undefined;
  readonly #byKey: ReadonlyMap<string, LabelClass>;
  readonly #byName: ReadonlyMap<string, LabelClass>;
  readonly #members: () => ReadonlyMap<string, readonly LabelClass[]>;

  constructor(classes: readonly LabelClass[], wordNet: WordNet | undefined) {
    this.classes = classes;
    this.wordNet = wordNet;
    this.#byKey = new Map(classes.map((each) => [keyOf(each), each]));
    this.#byName = new Map(classes.map((each) => [foldText(each.name), each]));
    this.#members = once(() => gatherMembers(classes, wordNet));
  }

  /**
   * A word in its first sense that has classes ("crane"), another sense by a wider word in brackets ("crane (bird)"),
   * a WordNet id, or words of the names of classes. Case, accents and plurals do not matter.
   */
  find(text: string): LabelMeaning | undefined {
    const words = text.trim();
    if (WNID.test(words)) return this.#byId(words.toLowerCase());
    const [first] = this.senses(words);
    if (first !== undefined && this.membersOf(first).length > 0) return this.meaningOf(first);
    const classes = this.#namedBy(words);
    if (classes.length === 1) return this.meaningOf(keyOf(classes[0]!));
    if (classes.length > 1) return { key: plainWords(words), word: words, classes };
    return first === undefined ? undefined : this.meaningOf(first);
  }

  /** Every sense that the model has classes for, first meant first; else those that WordNet alone knows. */
  senses(text: string): string[] {
    const [, word = text, hint] = /^([^()]+)\(([^()]+)\)$/.exec(text.trim()) ?? [];
    const named = hint === undefined ? undefined : this.#byName.get(foldText(text.trim()));
    if (named?.wnid != null) return [named.wnid];
    const all = this.wordNet?.sensesOf(word.trim()) ?? [];
    const meant = hint === undefined ? all : all.filter((id) => this.#isUnder(id, hint));
    const known = meant.filter((id) => this.membersOf(id).length > 0);
    return known.length > 0 ? known : [...meant];
  }

  /** Of a key: a WordNet id, or a name in lower case. */
  meaningOf(key: string): LabelMeaning {
    const own = this.#byKey.get(key);
    const word = own?.name ?? this.wordNet?.get(key)?.words[0] ?? key;
    return { key, word, classes: this.membersOf(key) };
  }

  /** The classes that a key stands for: of a family all those at or below it, each once. */
  membersOf(key: string): readonly LabelClass[] {
    if (this.wordNet?.get(key)) return this.#members().get(key) ?? [];
    const own = this.#byKey.get(key);
    return own ? [own] : this.#namedBy(key);
  }

  /** The keys that a key is a kind of, itself first. */
  above(key: string): Set<string> {
    return this.wordNet?.get(key) ? this.wordNet.above(key) : new Set([key]);
  }

  /** The keys that are kinds of it, itself first. */
  below(key: string): Set<string> {
    if (this.wordNet?.get(key)) return this.wordNet.below(key);
    return new Set([key, ...this.membersOf(key).map(keyOf)]);
  }

  /** Wider words that people use, nearest first. */
  familyWords(key: string): string[] {
    return this.wordNet?.familyWords(key) ?? [];
  }

  /**
   * What to write after `label:` for a key, by one of its words: the word, with a wider one in brackets where alone it
   * means something else, or another word for it, or its WordNet id.
   */
  termOf(key: string, word: string): string {
    const wider = [...this.familyWords(key), ...this.#parentWords(key)];
    const bracketed = wider.map((family) => `${word} (${family})`);
    const synonyms = this.wordNet?.get(key)?.words ?? [];
    const terms = [word, ...bracketed, ...synonyms];
    return terms.find((term) => this.find(term)?.key === key) ?? key;
  }

  /** A wider word that tells the sense from others of the same word; null where there is none. */
  widerWord(key: string, word: string): string | null {
    const [family] = this.familyWords(key);
    if (family !== undefined) return family;
    return this.senses(word).length > 1 ? (this.#parentWords(key)[0] ?? null) : null;
  }

  #byId(wnid: string): LabelMeaning | undefined {
    return this.#byKey.has(wnid) || this.wordNet?.get(wnid) ? this.meaningOf(wnid) : undefined;
  }

  /** Classes whose name has the words, whole and in a row. */
  #namedBy(words: string): LabelClass[] {
    const wanted = splitWords(words).map(toForms);
    if (wanted.length === 0) return [];
    return this.classes.filter(({ name }) => {
      const forms = splitWords(name).map(toForms);
      return forms.some((_, start) =>
        wanted.every((word, at) => isSameWord(word, forms[start + at])),
      );
    });
  }

  #isUnder(id: string, hint: string): boolean {
    const above = this.above(id);
    return this.wordNet?.sensesOf(hint.trim()).some((sense) => above.has(sense)) ?? false;
  }

  #parentWords(key: string): string[] {
    const above = [...this.above(key)].slice(1);
    return above.flatMap((id) => this.wordNet?.get(id)?.words.slice(0, 1) ?? []);
  }
}

/** What the user's verdicts on a class are kept under. */
export function keyOf({ wnid, name }: Pick<LabelClass, "wnid" | "name">): string {
  return wnid ?? foldText(name);
}

/** Each synset of WordNet that has classes → those at or below it, in the order of the model's output. */
function gatherMembers(
  classes: readonly LabelClass[],
  wordNet: WordNet | undefined,
): Map<string, LabelClass[]> {
  const members = new Map<string, LabelClass[]>();
  for (const each of classes) {
    if (each.wnid === null || !wordNet?.get(each.wnid)) continue;
    for (const id of wordNet.above(each.wnid)) {
      const known = members.get(id);
      if (known) known.push(each);
      else members.set(id, [each]);
    }
  }
  return members;
}

function isSameWord(forms: readonly string[], others: readonly string[] | undefined): boolean {
  return others !== undefined && forms.some((form) => others.includes(form));
}
