import { expect, test } from "vitest";
import { readFamilies } from "../../../../electron/engine/inference/models/label-families.ts";
import { matchClasses } from "../../../../electron/engine/search/conditions/label-classes.ts";
import { LabelFamilies } from "../../../../electron/engine/search/conditions/label-families.ts";

const classes = [
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
].map((name, id) => ({ id, name, wnid: null }));

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
  ["", []],
  ["!", []],
])("%j names %j", (words, names) => {
  expect(matchClasses(classes, words, undefined).map(({ name }) => name)).toEqual(names);
});

const imagenet = [
  ["n02085620", "Chihuahua"],
  ["n02099601", "golden retriever"],
  ["n02123045", "tabby"],
  ["n02814533", "beach wagon"],
  ["n04285008", "sports car"],
  ["n02974003", "car wheel"],
  ["n07697537", "hotdog"],
  ["n02319095", "sea urchin"],
].map(([wnid, name], id) => ({ id, name: name!, wnid: wnid! }));
const families = new LabelFamilies(readFamilies());

test.each([
  ["dog", ["Chihuahua", "golden retriever"]],
  ["dogs", ["Chihuahua", "golden retriever"]],
  ["Domestic Dog", ["Chihuahua", "golden retriever"]],
  ["retriever", ["golden retriever"]],
  ["cats", ["tabby"]],
  ["animal", ["Chihuahua", "golden retriever", "tabby", "sea urchin"]],
  ["car", ["beach wagon", "sports car"]],
  ["car wheel", ["car wheel"]],
  ["wheel", ["car wheel"]],
  ["sports cars", ["sports car"]],
  ["hot dog", ["hotdog"]],
  ["boat", []],
])("the word %j stands for %j", (words, names) => {
  expect(matchClasses(imagenet, words, families).map(({ name }) => name)).toEqual(names);
});

test("a dog is any of 118 breeds, and a plural that follows no rule is known too", () => {
  expect(families.classesOf("dog").size).toBe(118);
  expect(families.classesOf("wolves")).toEqual(families.classesOf("wolf"));
  expect(families.classesOf("")).toEqual(new Set());
});
