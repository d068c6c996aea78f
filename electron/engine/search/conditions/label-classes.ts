import { foldText } from "../../support/fold-text.ts";

/** A class that the active model can name. */
export interface LabelClass {
  readonly id: number;
  readonly name: string;
}

/**
 * The classes whose name has these words, whole and in a row: "retriever" finds golden and Labrador
 * retriever. "dogs" is "dog", and the other way round.
 */
export function matchClasses(classes: readonly LabelClass[], words: string): LabelClass[] {
  const wanted = splitWords(words).map(toForms);
  if (wanted.length === 0) return [];
  return classes.filter(({ name }) => {
    const forms = splitWords(name).map(toForms);
    return forms.some((_, start) =>
      wanted.every((word, at) => isSameWord(word, forms[start + at])),
    );
  });
}

function splitWords(text: string): string[] {
  const plain = foldText(text).normalize("NFD").replaceAll(/\p{M}/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** The word and what it may be the plural of: "berries" is berry, "boxes" is box (or boxe, which hurts nobody). */
function toForms(word: string): string[] {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [word];
  const forms = [word, word.slice(0, -1)];
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  return forms;
}

function isSameWord(forms: readonly string[], others: readonly string[] | undefined): boolean {
  return others !== undefined && forms.some((form) => others.includes(form));
}
