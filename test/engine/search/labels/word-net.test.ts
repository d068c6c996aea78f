import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readWordNet } from "../../../../electron/engine/inference/models/word-net.ts";
import { modelsFolder } from "../../../../electron/engine/inference/models/models-folder.ts";
import { WordNet } from "../../../../electron/engine/search/labels/word-net.ts";

const data = readWordNet();
const wordNet = new WordNet(data);

function labelFile(model: string): { wnid: string; label: string }[] {
  const text = readFileSync(path.join(modelsFolder(), model, "labels.json"), "utf8");
  return JSON.parse(text) as { wnid: string; label: string }[];
}

const imagenet = labelFile("imagenet");

/** How many of ImageNet's thousand classes are a kind of a synset. */
function countClasses(id: string, words = wordNet): number {
  const below = words.below(id);
  return imagenet.filter(({ wnid }) => below.has(wnid)).length;
}

test.each([
  ["dog", "n02084071", 118],
  ["bird", "n01503061", 59],
  ["vehicle", "n04524313", 67],
  ["car", "n02958343", 10],
  ["solid food", "n07555863", 27],
  ["edible fruit", "n07705931", 10],
  ["domestic cat", "n02121808", 5],
  ["person", "n00007846", 3],
])("WordNet's %s is %s and has %i of the thousand classes", (word, id, count) => {
  expect(wordNet.sensesOf(word)[0]).toBe(id);
  expect(countClasses(id, new WordNet({ ...data, also: {} }))).toBe(count);
});

test("a tree is none of them", () => {
  expect(wordNet.sensesOf("tree")).toEqual([]);
});

test("buses and trains are vehicles, and bread and fruit are food, although WordNet keeps them apart", () => {
  expect(countClasses("n04524313")).toBe(67 + 4);
  expect(countClasses(wordNet.sensesOf("food")[0]!)).toBe(48);
  expect(wordNet.above("n04146614")).toContain(wordNet.sensesOf("vehicle")[0]);
});

test("every class of the models that come with the app is found by its name", () => {
  for (const { wnid, label } of [...imagenet, ...labelFile("starter")]) {
    const senses = wordNet.sensesOf(label.replace(/ \(.*\)$/, ""));
    expect(senses.filter((sense) => wordNet.above(wnid).has(sense))).not.toEqual([]);
  }
});

test("every word leads to its synset, and everything that is named exists", () => {
  for (const id of wordNet.ids) {
    const { words, latin = [], parents, families = [], gloss } = wordNet.get(id)!;
    for (const word of [...words, ...latin]) expect(wordNet.sensesOf(word)).toContain(id);
    for (const other of [...parents, ...families]) expect(wordNet.get(other)).toBeDefined();
    expect(words.length).toBeGreaterThan(0);
    expect(gloss).not.toBe("");
  }
});

test("a family can be asked for by its own word and holds what is shown under it", () => {
  for (const id of wordNet.ids) {
    for (const family of wordNet.get(id)!.families ?? []) {
      expect(wordNet.sensesOf(wordNet.get(family)!.words[0]!)[0]).toBe(family);
      expect(wordNet.above(id)).toContain(family);
      expect(wordNet.get(family)!.isUnsaid).toBeUndefined();
    }
  }
});

test.each([
  ["tabby", "cat, animal"],
  ["school bus", "bus, vehicle"],
  ["banana", "fruit, food"],
  ["golden retriever", "dog, animal"],
  ["sports car", "car, vehicle"],
  ["acoustic guitar", "guitar, musical instrument"],
  ["lion", "big cat, animal"],
  ["hippopotamus", "mammal, animal"],
  ["knot", ""],
])("%s is shown under %s", (word, families) => {
  expect(wordNet.familyWords(wordNet.sensesOf(word)[0]!).join(", ")).toBe(families);
});

test("words that nobody looks for a photo by are families of nothing", () => {
  const shown = new Set([...wordNet.ids].flatMap((id) => wordNet.familyWords(id)));

  for (const word of ["carnivore", "placental", "chordate", "instrumentality", "whole", "artifact"])
    expect(shown).not.toContain(word);
});

test.each([
  ["dogs", "dog"],
  ["wine bottles", "wine bottle"],
  ["mice", "mouse"],
  ["wolves", "wolf"],
  ["strawberries", "strawberry"],
  ["Canis familiaris", "dog"],
  ["automobile", "car"],
  ["AUTO", "car"],
  ["hot dog", "hotdog"],
  ["French-horn", "french horn"],
])("%s means what %s means", (word, other) => {
  expect(wordNet.sensesOf(word)).not.toEqual([]);
  expect(wordNet.sensesOf(word)[0]).toBe(wordNet.sensesOf(other)[0]);
});

test("senses stand in WordNet's order: a crane is a machine before it is a bird", () => {
  expect(wordNet.sensesOf("crane")).toEqual(["n03126707", "n02012849"]);
});

test("the file is small enough to be read by the first search", () => {
  const file = path.join(modelsFolder(), "imagenet", "wordnet.json");
  expect(statSync(file).size).toBeLessThan(600_000);
});
