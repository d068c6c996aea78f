import { foldText } from "../../../contract/fold-text.ts";

/** The words of a text, lower case, without accents and punctuation. */
export function splitWords(text: string): string[] {
  const plain = foldText(text).normalize("NFD").replaceAll(/\p{M}/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** The words of a text with single spaces between them: what is compared. */
export function plainWords(text: string): string {
  return /^[a-z0-9]+( [a-z0-9]+)*$/.test(text) ? text : splitWords(text).join(" ");
}

/** The word and what it may be the plural of: "berries" is berry, "boxes" is box (or boxe, which hurts nobody). */
export function toForms(word: string): string[] {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [word];
  const forms = [word, word.slice(0, -1)];
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  return forms;
}
