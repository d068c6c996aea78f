import type { Told } from "../contract/told.ts";
import { enModels } from "./en/models.ts";

/**
 * For every language what the card of a model says in English; undefined for the words of a card that did not come with the app.
 */
export function tellCard(words: string): Told | undefined {
  const found = Object.entries(enModels).find(([, text]) => text === words);
  return found && { key: found[0], args: {} };
}

/** What {@link tellCard} finds under a name of its own, to be joined into what is told in English. */
export function toldAs<Name extends string>(
  name: Name,
  words: string,
): Partial<Record<Name, Told>> {
  const told = tellCard(words);
  return told ? ({ [name]: told } as Record<Name, Told>) : {};
}
