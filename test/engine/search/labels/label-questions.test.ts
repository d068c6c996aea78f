import { expect, test } from "vitest";
import type { LabelSuggestion } from "../../../../electron/contract/label.ts";
import { LabelExplanation } from "../../../../electron/contract/label.ts";
import { LabelCatalog } from "./label-catalog.ts";

function described(suggestions: readonly LabelSuggestion[]): string[] {
  return suggestions.map(({ term, count }) => `${term} ${count}`);
}

function filled(): LabelCatalog {
  const catalog = new LabelCatalog();
  catalog.add({ labels: { Chihuahua: 0.9 } });
  catalog.add({ labels: { "golden retriever": 0.2, Chihuahua: 0.2 } });
  catalog.add({ labels: { "crane (bird)": 0.9 } });
  catalog.add({ labels: { "crane (bird)": 0.8 } });
  catalog.add({ labels: { "crane (machine)": 0.8 } });
  catalog.add({ labels: { "sports car": 0.8 } });
  catalog.add({ labels: { "sports car": 0.8 }, isMissing: true });
  return catalog;
}

test.each([
  ["d", ["dog 2"]],
  ["Do", ["dog 2"]],
  ["c", ["crane (bird) 2", "car 1", "Chihuahua 1", "crane 1"]],
  ["cran", ["crane (bird) 2", "crane 1"]],
  ["automo", ["automobile 1"]],
  ["golden r", ["golden retriever 0"]],
  ["retr", ["retriever 0"]],
  ["ban", ["banana 0"]],
  ["grandma", ["Grandma's sofa 0"]],
  ["carniv", []],
  ["canis f", []],
  ["x", []],
])("%j is completed to %j", (text, expected) => {
  using catalog = filled();

  expect(described(catalog.search.labels.suggest({ text, limit: 8 }))).toEqual(expected);
});

test("a suggestion counts what its search finds, after every change", () => {
  using catalog = filled();
  const id = catalog.add({ labels: { "golden retriever": 0.9 } });
  const dogs = () => catalog.search.labels.suggest({ text: "dog", limit: 1 })[0]!;

  expect(dogs()).toEqual({ word: "dog", term: "dog", family: "mammal", count: 3 });
  catalog.judge("dog", "rejected", id);
  expect(dogs().count).toBe(2);
  expect(catalog.search.page({ query: `label:${dogs().term}`, limit: 1 }).total).toBe(2);
});

test("no more words are suggested than asked for", () => {
  using catalog = filled();

  expect(described(catalog.search.labels.suggest({ text: "c", limit: 2 }))).toEqual([
    "crane (bird) 2",
    "car 1",
  ]);
});

test("a word is explained by its first sense, its meaning and the other senses", () => {
  using catalog = filled();

  const explained = LabelExplanation.parse(catalog.search.labels.explain("cranes"));

  expect(explained).toEqual({
    sense: { word: "crane", term: "crane", family: "lifting device", count: 1 },
    gloss: expect.stringMatching(/^lifts and moves heavy objects/),
    classes: 1,
    others: [{ word: "cranes", term: "cranes (bird)", family: "bird", count: 2 }],
    nearMisses: [],
  });
  expect(catalog.search.labels.explain("crane (bird)")).toMatchObject({
    sense: { term: "crane (bird)", count: 2 },
    others: [{ term: "crane" }],
  });
  expect(catalog.search.labels.explain("dog")).toMatchObject({
    sense: { word: "dog", count: 2 },
    classes: 2,
    others: [],
  });
});

test("a word that the model has no class for is known all the same", () => {
  using catalog = filled();

  expect(catalog.search.labels.explain("koala")).toMatchObject({
    sense: { word: "koala", count: 0 },
    classes: 0,
    nearMisses: [],
  });
});

test.each([
  ["grane", "crane"],
  ["doge", "dog"],
  ["chihuaua", "Chihuahua"],
  ["bananna", "banana"],
  ["sprots car", "sports car"],
  ["ban", "banana"],
  ["grandmas sofa", "Grandma's sofa"],
])("%j is unknown and near %j", (word, near) => {
  using catalog = filled();

  const explained = catalog.search.labels.explain(word);

  expect(explained).toMatchObject({ sense: null, gloss: null, classes: 0, others: [] });
  expect(explained.nearMisses.map(({ word: each }) => each)).toContain(near);
});

test.each(["zzzzzz", "!", "(", "n00000000"])("%j is near nothing, and no error", (word) => {
  using catalog = filled();

  expect(catalog.search.labels.explain(word)).toMatchObject({ sense: null, nearMisses: [] });
  expect(catalog.names(`label:"${word}"`)).toEqual([]);
});

test("precision lists every judged label, those with most verdicts first", () => {
  using catalog = filled();
  const ids = [1, 2, 3].map(() => catalog.add({ labels: { tabby: 0.9 } }));
  catalog.judge("tabby", "confirmed", ...ids.slice(0, 2));
  catalog.judge("tabby", "rejected", ids[2]!);
  catalog.judge("cat", "confirmed", ids[0]!);

  expect(catalog.search.labels.precision()).toEqual([
    { label: "tabby", confirmed: 2, rejected: 1 },
    { label: "cat", confirmed: 1, rejected: 0 },
  ]);
});

test("nothing is kept under words that mean nothing", () => {
  using catalog = filled();

  expect(catalog.search.labels.toJudge("unicorn")).toBeUndefined();
  expect(catalog.search.labels.toJudge("dogs")).toMatchObject({ key: "n02084071", name: "dog" });
});
