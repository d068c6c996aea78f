import { plainWords, toForms } from "./word-forms.ts";

/** Some words that mean the same. */
export interface Synset {
  /** What people call it, the usual word first. */
  readonly words: readonly string[];
  /** What biologists call it. */
  readonly latin?: readonly string[] | undefined;
  /** What it is a kind of. */
  readonly parents: readonly string[];
  /** The nearest family that people sort it under, and the widest. */
  readonly families?: readonly string[] | undefined;
  /** Nobody looks for a photo by it ("carnivore"): it is never offered, and found all the same. */
  readonly isUnsaid?: boolean | undefined;
  readonly gloss: string;
}

/** native-models/imagenet/wordnet.json. Ids are WordNet's, such as "n02084071". */
export interface WordNetData {
  /** Changes with everything else in it. */
  readonly edition: string;
  /** A kind → a family that WordNet keeps it apart from and people do not. */
  readonly also: Readonly<Record<string, string>>;
  /** Irregular plurals, each with its singular. */
  readonly plurals: Readonly<Record<string, string>>;
  /** Words of several meanings → their synsets, what is meant most often first. */
  readonly senses: Readonly<Record<string, readonly string[]>>;
  readonly synsets: Readonly<Record<string, Synset>>;
}

/** What words mean, and what is a kind of what. */
export class WordNet {
  readonly edition: string;
  readonly #synsets: ReadonlyMap<string, Synset>;
  readonly #plurals: ReadonlyMap<string, string>;
  readonly #senses = new Map<string, readonly string[]>();
  readonly #kinds = new Map<string, string[]>();
  readonly #also: WordNetData["also"];

  constructor({ edition, also, plurals, senses, synsets }: WordNetData) {
    this.edition = edition;
    this.#also = also;
    this.#synsets = new Map(Object.entries(synsets));
    this.#plurals = new Map(Object.entries(plurals));
    for (const [word, ids] of Object.entries(senses)) this.#senses.set(plainWords(word), ids);
    for (const [id, { words, latin = [] }] of this.#synsets) {
      for (const word of [...words, ...latin]) this.#addSense(plainWords(word), id);
      for (const parent of this.#parents(id)) {
        const kinds = this.#kinds.get(parent);
        if (kinds) kinds.push(id);
        else this.#kinds.set(parent, [id]);
      }
    }
  }

  get ids(): Iterable<string> {
    return this.#synsets.keys();
  }

  get(id: string): Synset | undefined {
    return this.#synsets.get(id);
  }

  /** What the words mean, what is meant most often first; none where they are unknown. Plurals count: "wine bottles", "mice". */
  sensesOf(words: string): readonly string[] {
    const parts = plainWords(words).split(" ");
    const last = parts.pop()!;
    const irregular = this.#plurals.get(last);
    const forms = [last, ...(irregular === undefined ? [] : [irregular]), ...toForms(last)];
    for (const form of forms) {
      const senses = this.#senses.get([...parts, form].join(" "));
      if (senses) return senses;
    }
    return [];
  }

  /** The synset, what it is a kind of, and so on; the nearer before the farther. */
  above(id: string): Set<string> {
    return closure(id, (each) => this.#parents(each));
  }

  /** The synset and all its kinds. */
  below(id: string): Set<string> {
    return closure(id, (each) => this.#kinds.get(each) ?? []);
  }

  /** Wider words that people use, nearest first: "cat", "animal" for a tabby. */
  familyWords(id: string): string[] {
    return (this.get(id)?.families ?? []).map((family) => this.get(family)!.words[0]!);
  }

  #parents(id: string): readonly string[] {
    const { parents } = this.#synsets.get(id)!;
    const also = this.#also[id];
    return also === undefined ? parents : [...parents, also];
  }

  #addSense(word: string, id: string): void {
    const known = this.#senses.get(word);
    if (!known) this.#senses.set(word, [id]);
    else if (!known.includes(id)) this.#senses.set(word, [...known, id]);
  }
}

function closure(id: string, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set([id]);
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}
