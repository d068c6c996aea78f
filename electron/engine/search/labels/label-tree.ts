import { keyOf, type LabelClass, type LabelVocabulary } from "./vocabulary.ts";
import type { WordNet } from "./word-net.ts";

/**
 * Words that stand between a family and the kinds that people look for, by their usual word: whoever opens "animal"
 * looks for dogs and not for mammals.
 */
const PASSED_OVER = new Set(
  `mammal, domestic animal, feline, ungulate, primate, placental, procyonid, pachyderm, proboscidean, edentate,
  game bird, aquatic bird, domestic cat, tusker, racer, hunting dog, working dog, toy dog, shepherd dog, motor vehicle,
  military vehicle, tracked vehicle, public transport, vessel, produce, starches, outerwear, overgarment`.split(
    /,\s+/,
  ),
);

/** What is one step below a family: a narrower family, or one class. */
export interface LabelBranch {
  /** See LabelMeaning. */
  readonly key: string;
  /** Those of the model's classes that belong here and to no branch beside it. */
  readonly classes: readonly LabelClass[];
}

/** The model's classes as people go down to them: each class is in one branch of what holds it. Pure. */
export class LabelTree {
  readonly #vocabulary: LabelVocabulary;
  readonly #wordNet: WordNet | undefined;
  readonly #families: ReadonlySet<string>;
  readonly #ownKeys: ReadonlySet<string>;

  constructor(vocabulary: LabelVocabulary) {
    const { classes, wordNet } = vocabulary;
    this.#vocabulary = vocabulary;
    this.#wordNet = wordNet;
    this.#ownKeys = new Set(classes.map(keyOf));
    this.#families = new Set(classes.flatMap((each) => wordNet?.get(keyOf(each))?.families ?? []));
  }

  /** The widest families, and classes that are in none. */
  tops(): LabelBranch[] {
    return toBranches(Map.groupBy(this.#vocabulary.classes, (each) => this.#topOf(keyOf(each))));
  }

  /** One step down; nothing below a single class. */
  below(key: string): LabelBranch[] {
    const own = this.classesOf(key);
    const kinds = own.filter((each) => keyOf(each) !== key);
    return toBranches(Map.groupBy(kinds, (each) => this.#step(key, keyOf(each))));
  }

  /** Of the classes that `label:` takes, those that people sort under the same family. */
  classesOf(key: string): readonly LabelClass[] {
    const classes = this.#vocabulary.membersOf(key);
    if (!this.#wordNet?.get(key)) return classes;
    const [above, below] = [this.#vocabulary.above(key), this.#vocabulary.below(key)];
    const own = classes.filter((each) => {
      const top = this.#topOf(keyOf(each));
      return above.has(top) || below.has(top);
    });
    return own.length > 0 ? own : classes;
  }

  /** The way down to a key, the widest family first, without the key itself. */
  above(key: string): string[] {
    const [first] = this.classesOf(key);
    if (!first) return [];
    const target = keyOf(first);
    const path: string[] = [];
    let next = this.#topOf(target);
    while (next !== key && next !== target && this.#vocabulary.below(next).has(key)) {
      path.push(next);
      next = this.#step(next, target);
    }
    return path;
  }

  #topOf(key: string): string {
    return this.#wordNet?.get(key)?.families?.at(-1) ?? key;
  }

  /** The widest word below `from` on the way to a class; the class itself where there is none. */
  #step(from: string, target: string): string {
    if (!this.#wordNet?.get(target)) return target;
    const beneath = this.#vocabulary.below(from);
    let [widest, most] = [target, 0];
    for (const key of this.#vocabulary.above(target)) {
      const { length } = this.#vocabulary.membersOf(key);
      if (key !== from && beneath.has(key) && this.#isShown(key) && length > most)
        [widest, most] = [key, length];
    }
    return widest;
  }

  #isShown(key: string): boolean {
    if (this.#ownKeys.has(key)) return true;
    const { words, isUnsaid = false } = this.#wordNet!.get(key)!;
    if (isUnsaid || PASSED_OVER.has(words[0]!)) return false;
    return this.#families.has(key) || this.#vocabulary.membersOf(key).length > 1;
  }
}

/** A family of one class is that class. */
function toBranches(groups: ReadonlyMap<string, readonly LabelClass[]>): LabelBranch[] {
  return [...groups].map(([key, classes]) => ({
    key: classes.length === 1 ? keyOf(classes[0]!) : key,
    classes,
  }));
}
