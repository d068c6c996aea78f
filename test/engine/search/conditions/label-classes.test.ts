import { expect, test } from "vitest";
import { matchClasses } from "../../../../electron/engine/search/conditions/label-classes.ts";

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
].map((name, id) => ({ id, name }));

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
  expect(matchClasses(classes, words).map(({ name }) => name)).toEqual(names);
});
