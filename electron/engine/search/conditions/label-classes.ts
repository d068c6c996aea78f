import type { LabelFamilies } from "./label-families.ts";
import { splitWords, toForms } from "./label-words.ts";

/** A class that the active model can name. */
export interface LabelClass {
  readonly id: number;
  readonly name: string;
  /** WordNet id; null where the model's label file has none. */
  readonly wnid: string | null;
}

/**
 * The classes that a word stands for: those of its family ("dog" is every breed, "car" no car wheel), else
 * those whose name has the words, whole and in a row. "dogs" is "dog", and the other way round.
 */
export function matchClasses(
  classes: readonly LabelClass[],
  words: string,
  families: LabelFamilies | undefined,
): LabelClass[] {
  const family = families?.classesOf(words);
  const members = classes.filter(({ wnid }) => wnid !== null && family?.has(wnid));
  return members.length > 0 ? members : matchNames(classes, words);
}

function matchNames(classes: readonly LabelClass[], words: string): LabelClass[] {
  const wanted = splitWords(words).map(toForms);
  if (wanted.length === 0) return [];
  return classes.filter(({ name }) => {
    const forms = splitWords(name).map(toForms);
    return forms.some((_, start) =>
      wanted.every((word, at) => isSameWord(word, forms[start + at])),
    );
  });
}

function isSameWord(forms: readonly string[], others: readonly string[] | undefined): boolean {
  return others !== undefined && forms.some((form) => others.includes(form));
}
