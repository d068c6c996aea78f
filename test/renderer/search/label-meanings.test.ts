import { beforeEach, expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { LabelExplanation } from "../../../electron/contract/label.ts";
import {
  LabelMeanings,
  meaningOf,
  unknownLabel,
  type Explanations,
} from "../../../renderer/src/search/label-meanings.ts";
import type { Term } from "../../../renderer/src/search/terms.ts";

function label(value: string, isNegated = false): Term {
  return { isNegated, field: "label", value };
}

function explanation(word: string): LabelExplanation {
  const isKnown = word !== "grane";
  const crane = { word: "crane", term: "crane", family: "bird", count: 2 };
  return {
    sense: isKnown ? { ...crane, word, term: word } : null,
    gloss: isKnown ? `what ${word} means` : null,
    classes: isKnown ? 1 : 0,
    others: [],
    nearMisses: isKnown ? [] : [crane],
  };
}

let asked: string[];
let known: Explanations;
let meanings: LabelMeanings;
let answer: (word: string) => Promise<Reply>;

beforeEach(() => {
  asked = [];
  known = new Map();
  answer = async (word) => ({ ok: true, value: explanation(word) });
  const client = createClient({
    send: (_name, input) => {
      const { word } = input as { word: string };
      asked.push(word);
      return answer(word);
    },
    subscribe: () => () => {},
  });
  meanings = new LabelMeanings(client, (found) => (known = found));
});

test("the words of labels are asked for, without the confidence that they ask for", async () => {
  const terms = [label("dog>0.8"), { isNegated: false, field: "tag", value: "dog" } as const];
  await meanings.look(terms);

  expect(asked).toEqual(["dog"]);
  expect(meaningOf(terms, 0, known)?.explanation.gloss).toBe("what dog means");
  expect(meaningOf(terms, 1, known)).toBeUndefined();
});

test("typing on beside a chip asks nothing anew", async () => {
  await meanings.look([label("dog")]);
  await meanings.look([label("dog")]);

  expect(asked).toEqual(["dog"]);
});

test("a label without a word is named with what is written like it", async () => {
  const terms = [label("dog"), label("grane")];
  await meanings.look(terms);

  expect(unknownLabel(terms, known)).toMatchObject({ at: 1, word: "grane" });
  expect(unknownLabel(terms, known)?.explanation.nearMisses[0]?.term).toBe("crane");
});

test("leaving out what nobody knows leaves out nothing", async () => {
  const terms = [label("grane", true)];
  await meanings.look(terms);

  expect(unknownLabel(terms, known)).toBeUndefined();
});

test("an answer for labels that are gone is dropped", async () => {
  const held = Promise.withResolvers<Reply>();
  answer = () => held.promise;
  const looking = meanings.look([label("dog")]);
  answer = async (word) => ({ ok: true, value: explanation(word) });
  await meanings.look([label("cat")]);
  held.resolve({ ok: true, value: explanation("dog") });
  await looking;

  expect([...known.keys()]).toEqual(["cat"]);
});

test("a question that failed is asked again", async () => {
  answer = async () => ({ ok: false, error: { code: "engine-unavailable", message: "away" } });
  await meanings.look([label("dog")]);
  answer = async (word) => ({ ok: true, value: explanation(word) });
  await meanings.look([label("dog")]);

  expect([...known.keys()]).toEqual(["dog"]);
});
