import { expect, test } from "vitest";
import { LabelBrowse } from "../../../../electron/contract/label-browse.ts";
import { LabelCatalog } from "./label-catalog.ts";

function filled(): LabelCatalog {
  const catalog = new LabelCatalog();
  catalog.add({ labels: { Chihuahua: 0.9 } });
  catalog.add({ labels: { "golden retriever": 0.6 } });
  catalog.add({ labels: { "golden retriever": 0.8 } });
  catalog.add({ labels: { tabby: 0.7, "tiger cat": 0.1 } });
  catalog.add({ labels: { "school bus": 0.9 } });
  catalog.add({ labels: { "Grandma's sofa": 0.9 } });
  return catalog;
}

function browse(catalog: LabelCatalog, word: string | null): LabelBrowse {
  return LabelBrowse.parse(catalog.search.browser.browse(word));
}

function described({ children }: LabelBrowse): string[] {
  return children.map(
    ({ word, photos, hasBelow }) => `${word} ${photos}${hasBelow ? " and below" : ""}`,
  );
}

test("the beginning lists the widest families that have photos, then single labels", () => {
  using catalog = filled();

  const top = browse(catalog, null);

  expect(described(top)).toEqual(["animal 4 and below", "vehicle 1 and below", "Grandma's sofa 1"]);
  expect(top).toMatchObject({ word: null, photos: null, kinds: 16, found: 5, above: [] });
});

test("below an animal are dogs and not mammals, below dogs the breeds", () => {
  using catalog = filled();

  const animal = browse(catalog, "animals");
  const dog = browse(catalog, "dog");

  expect(animal).toMatchObject({ word: "animal", name: "animal", photos: 4, above: [] });
  expect(described(animal)).toEqual(["dog 3 and below", "cat 1 and below"]);
  expect(dog).toMatchObject({ photos: 3, kinds: 2, found: 2 });
  expect(dog.above).toEqual([{ word: "animal", name: "animal" }]);
  expect(described(dog)).toEqual(["golden retriever 2", "Chihuahua 1"]);
  expect(browse(catalog, "golden retriever")).toMatchObject({ photos: 2, children: [] });
  expect(browse(catalog, "golden retriever").above.map(({ name }) => name)).toEqual([
    "animal",
    "dog",
  ]);
});

test("every count is what the search finds, and every class is in one branch", () => {
  using catalog = filled();
  const pending: (string | null)[] = [null];
  const leaves: string[] = [];
  for (const word of pending) {
    for (const child of browse(catalog, word).children) {
      const { total } = catalog.search.page({ query: `label:"${child.word}"`, limit: 1 });
      expect(child.photos, child.word).toBe(total);
      if (child.hasBelow) pending.push(child.word);
      else leaves.push(child.word);
    }
  }
  expect(leaves.toSorted()).toEqual([
    "Chihuahua",
    "Grandma's sofa",
    "golden retriever",
    "school bus",
    "tabby",
  ]);
});

test("the cover is the surest photo that nobody said is wrong", () => {
  using catalog = filled();
  const cover = () => browse(catalog, "dog").children[0]!.cover?.id;
  const surest = catalog.add({ labels: { "golden retriever": 0.95 } });

  expect(cover()).toBe(surest);
  catalog.judge("golden retriever", "rejected", surest);
  expect(cover()).toBe(3);
});

test("verdicts count: what was confirmed is there, what was rejected is not, and both are the precision", () => {
  using catalog = filled();
  const plain = catalog.add();
  catalog.judge("banana", "confirmed", plain);
  catalog.judge(
    "Chihuahua",
    "rejected",
    catalog.search.page({ query: "label:Chihuahua", limit: 1 }).photos[0]!.id,
  );

  expect(browse(catalog, "food").children).toMatchObject([
    { word: "banana", photos: 1, cover: { id: plain } },
  ]);
  expect(browse(catalog, "dog")).toMatchObject({
    photos: 2,
    precision: { right: 0, checked: 1 },
    children: [{ word: "golden retriever" }],
  });
  expect(browse(catalog, "cat").precision).toBeNull();
});

test("photos that the model is less sure of are counted as their search finds them", () => {
  using catalog = filled();
  catalog.add({ labels: { Chihuahua: 0.2 } });
  catalog.add({ labels: { Chihuahua: 0.11 } });

  const { word, unsure, unsureFrom } = browse(catalog, "dog");

  expect([unsure, unsureFrom]).toEqual([1, 0.12]);
  const query = `label:${word}>${unsureFrom} -label:${word}`;
  expect(catalog.search.page({ query, limit: 5 }).total).toBe(unsure);
});

test("an unknown word names those that are near it", () => {
  using catalog = filled();

  expect(() => browse(catalog, "doge")).toThrow(/expected a label.*near: dog/);
});
