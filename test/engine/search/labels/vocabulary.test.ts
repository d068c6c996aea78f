import { expect, test } from "vitest";
import { LabelVocabulary } from "../../../../electron/engine/search/labels/vocabulary.ts";
import { classes, wordNet } from "./label-catalog.ts";

function names(vocabulary: LabelVocabulary, words: string): string[] {
  return vocabulary.find(words)?.classes.map(({ name }) => name) ?? [];
}

const unnumbered = new LabelVocabulary(
  [
    "golden retriever",
    "Labrador retriever",
    "bus",
    "school bus",
    "wine glass",
    "sunglasses",
    "brass",
    "bra",
    "church",
    "strawberry",
    "rose",
    "go-kart",
    "crème brûlée",
    "hot dog",
  ].map((name, id) => ({ id, name, wnid: null })),
  undefined,
);

test.each([
  ["retriever", ["golden retriever", "Labrador retriever"]],
  ["golden retriever", ["golden retriever"]],
  ["golden-retriever", ["golden retriever"]],
  ["retriever golden", []],
  ["retr", []],
  ["BUS", ["bus", "school bus"]],
  ["buses", ["bus", "school bus"]],
  ["glasses", ["wine glass"]],
  ["glass", ["wine glass"]],
  ["brass", ["brass"]],
  ["bras", ["bra"]],
  ["churches", ["church"]],
  ["strawberries", ["strawberry"]],
  ["roses", ["rose"]],
  ["kart", ["go-kart"]],
  ["go kart", ["go-kart"]],
  ["creme brulee", ["crème brûlée"]],
  ["dogs", ["hot dog"]],
  ["hot", ["hot dog"]],
  ["n02123045", []],
  ["", []],
  ["!", []],
  ["()", []],
])("without WordNet %j names %j", (words, expected) => {
  expect(names(unnumbered, words)).toEqual(expected);
});

const vocabulary = new LabelVocabulary(
  classes.map((each, id) => ({ ...each, id })),
  wordNet,
);

test.each([
  ["dog", ["Chihuahua", "golden retriever"]],
  ["dogs", ["Chihuahua", "golden retriever"]],
  ["Domestic Dog", ["Chihuahua", "golden retriever"]],
  ["retriever", ["golden retriever"]],
  ["cats", ["tabby", "tiger cat"]],
  ["n02123045", ["tabby"]],
  ["N02123045", ["tabby"]],
  ["car", ["beach wagon", "sports car"]],
  ["automobiles", ["beach wagon", "sports car"]],
  ["vehicle", ["beach wagon", "sports car", "school bus"]],
  ["car wheel", ["car wheel"]],
  ["wheel", ["car wheel"]],
  ["sports cars", ["sports car"]],
  ["hot dog", ["hotdog"]],
  ["crane", ["crane (machine)"]],
  ["crane (bird)", ["crane (bird)"]],
  ["cranes (birds)", ["crane (bird)"]],
  ["crane (animal)", ["crane (bird)"]],
  ["crane (machine)", ["crane (machine)"]],
  ["crane (fruit)", []],
  ["cat (big cat)", ["lion"]],
  ["Grandma's sofa", ["Grandma's sofa"]],
  ["sofa", ["Grandma's sofa"]],
  ["boat", []],
  ["unicorn", []],
])("the word %j stands for %j", (words, expected) => {
  expect(names(vocabulary, words)).toEqual(expected);
});

test("a word is taken in the first sense that the model knows anything of", () => {
  const birds = classes.filter(({ wnid }) => wnid === "n02012849");
  const onlyBirds = new LabelVocabulary(
    birds.map((each, id) => ({ ...each, name: "crane", id })),
    wordNet,
  );

  expect(onlyBirds.find("crane")).toMatchObject({ key: "n02012849", word: "crane" });
});

test("verdicts are kept under the WordNet id, or the name in lower case", () => {
  expect(vocabulary.find("dogs")!.key).toBe("n02084071");
  expect(vocabulary.find("Grandma's Sofa")!.key).toBe("grandma's sofa");
});

test.each([
  ["n02084071", "dog", "dog"],
  ["n02012849", "crane", "crane (bird)"],
  ["n03126707", "crane", "crane"],
  ["n02127808", "cat", "big cat"],
  ["grandma's sofa", "Grandma's sofa", "Grandma's sofa"],
])("%s is asked for by %s as %j", (key, word, term) => {
  expect(vocabulary.termOf(key, word)).toBe(term);
  expect(vocabulary.find(term)!.key).toBe(key);
});
