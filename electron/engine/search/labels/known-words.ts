import { editDistance } from "./edit-distance.ts";
import { plainWords } from "./word-forms.ts";
import { keyOf, type LabelVocabulary } from "./vocabulary.ts";

/** A word that finds photos by the labels of a model. */
export interface KnownWord {
  readonly word: string;
  /** As it is compared. */
  readonly plain: string;
  /** What it stands for; see LabelMeaning. */
  readonly key: string;
  /** The usual word for a class or a family; other words are offered to those who have typed more of them. */
  readonly isUsual: boolean;
}

/** Letters after which every word that goes on is offered: before, "b" is about birds and not about beasts. */
const MEANT = 3;

/** Every word that people may want to write for one model's labels. */
export class KnownWords {
  readonly #words: readonly KnownWord[];

  constructor(vocabulary: LabelVocabulary) {
    this.#words = listWords(vocabulary);
  }

  /** Those that begin with the text: of each meaning the first. */
  startingWith(text: string): KnownWord[] {
    const start = plainWords(text);
    const found = this.#words.filter(({ plain }) => plain.startsWith(start));
    const usual = found.filter(({ isUsual }) => isUsual);
    return firstOfEach(start.length < MEANT && usual.length > 0 ? usual : found, "key");
  }

  /** Those that are written alike, with the letters that differ, the nearest first: each word once. */
  near(text: string): { readonly word: KnownWord; readonly distance: number }[] {
    const wanted = plainWords(text);
    if (wanted === "") return [];
    const max = wanted.length <= 4 ? 1 : 2;
    const words = firstOfEach(this.#words, "plain");
    return words
      .map((word) => ({ word, distance: distanceTo(word.plain, wanted, max) }))
      .filter(({ distance }) => distance <= max)
      .sort((a, b) => a.distance - b.distance);
  }
}

/** A word that goes on is as near as one with a slip in it. */
function distanceTo(known: string, wanted: string, max: number): number {
  const isBeginning = wanted.length >= MEANT && known.startsWith(wanted);
  return isBeginning || wanted.startsWith(`${known} `) ? 1 : editDistance(known, wanted, max);
}

function listWords(vocabulary: LabelVocabulary): KnownWord[] {
  const { wordNet, classes } = vocabulary;
  const known = classes.filter(({ wnid }) => wnid !== null && wordNet?.get(wnid));
  const families = known.flatMap(({ wnid }) => wordNet!.get(wnid!)!.families ?? []);
  const usual = new Set([...families, ...known.map(({ wnid }) => wnid!)]);
  const synsets = [...(wordNet?.ids ?? [])].filter(
    (id) => vocabulary.membersOf(id).length > 0 && !wordNet!.get(id)!.isUnsaid,
  );
  const words = synsets.flatMap((key) => {
    const own = wordNet!.get(key)!.words;
    // Of what is neither a class nor a family ("retriever") the usual word is enough.
    return (usual.has(key) ? own : own.slice(0, 1)).map((word, index) => ({
      word,
      plain: plainWords(word),
      key,
      isUsual: usual.has(key) && index === 0,
    }));
  });
  const others = classes.filter((each) => !known.includes(each));
  const names = others.map((each) => ({
    word: each.name,
    plain: plainWords(each.name),
    key: keyOf(each),
    isUsual: true,
  }));
  // A word in its first sense before the same word in another one.
  const isFirst = new Map(
    words.map((each) => [each, vocabulary.find(each.word)?.key === each.key]),
  );
  return [
    ...names,
    ...words.filter((each) => isFirst.get(each)),
    ...words.filter((each) => !isFirst.get(each)),
  ];
}

function firstOfEach(words: readonly KnownWord[], what: "key" | "plain"): KnownWord[] {
  const first = new Map<string, KnownWord>();
  for (const word of words) if (!first.has(word[what])) first.set(word[what], word);
  return [...first.values()];
}
