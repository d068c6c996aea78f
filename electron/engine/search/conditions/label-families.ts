import { splitWords, toForms } from "./label-words.ts";

/** Which classes a common word stands for; from native-models/imagenet/families.json. */
export interface FamilyData {
  /** A word, in its first noun sense that has classes → that sense's WordNet id. */
  readonly words: Readonly<Record<string, string>>;
  /** A WordNet id → the ids of the classes at or below it. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
}

/** Finds the classes of a family by any of its names: "dog" and "domestic dog" are 118 breeds. */
export class LabelFamilies {
  readonly #idOf: ReadonlyMap<string, string>;
  readonly #classes: FamilyData["classes"];

  constructor({ words, classes }: FamilyData) {
    this.#idOf = new Map(
      Object.entries(words).map(([word, id]) => [splitWords(word).join(" "), id]),
    );
    this.#classes = classes;
  }

  /** WordNet ids; none where the words name no family. Plurals do too: "dogs", "wine bottles", "mice". */
  classesOf(words: string): ReadonlySet<string> {
    const parts = splitWords(words);
    const last = parts.pop();
    const names = last === undefined ? [] : toForms(last).map((form) => [...parts, form].join(" "));
    const id = names.map((name) => this.#idOf.get(name)).find((found) => found !== undefined);
    return new Set(id === undefined ? [] : this.#classes[id]);
  }
}
