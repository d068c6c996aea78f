import type { Client } from "../../../electron/contract/client.ts";
import type { LabelExplanation } from "../../../electron/contract/label.ts";
import { labelWord, type Term } from "./terms.ts";

/** By the words of the labels of a query. */
export type Explanations = ReadonlyMap<string, LabelExplanation>;

/** What a label of the query means, or that it means nothing. */
export interface LabelMeaning {
  /** The term's place among the terms of the query. */
  readonly at: number;
  readonly word: string;
  readonly explanation: LabelExplanation;
}

/** Undefined for other terms than labels, and until the engine has answered. */
export function meaningOf(
  terms: readonly Term[],
  at: number,
  known: Explanations,
): LabelMeaning | undefined {
  const term = terms[at];
  if (term?.field !== "label") return undefined;
  const word = labelWord(term);
  const explanation = known.get(word);
  return explanation && { at, word, explanation };
}

/** The first label that the model has no word for: because of it the query finds nothing. */
export function unknownLabel(
  terms: readonly Term[],
  known: Explanations,
): LabelMeaning | undefined {
  return terms
    .map(({ isNegated }, at) => (isNegated ? undefined : meaningOf(terms, at, known)))
    .find((meaning) => meaning?.explanation.sense === null);
}

/** Asks what the labels of a query mean. Older answers are dropped. */
export class LabelMeanings {
  readonly #client: Client<"renderer">;
  readonly #show: (known: Explanations) => void;
  /** The words that were asked for last: typing on beside a chip asks nothing anew. */
  #asked = "";

  constructor(client: Client<"renderer">, show: (known: Explanations) => void) {
    this.#client = client;
    this.#show = show;
  }

  async look(terms: readonly Term[]): Promise<void> {
    const words = terms.filter(({ field }) => field === "label").map(labelWord);
    const asked = words.join("\n");
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      const answers = await Promise.all(
        words.map((word) => this.#client.request("label.explain", { word })),
      );
      if (asked === this.#asked) this.#show(new Map(words.map((word, at) => [word, answers[at]!])));
    } catch {
      // A search works without being explained; the next one asks again.
      if (asked === this.#asked) this.#asked = "";
    }
  }
}
