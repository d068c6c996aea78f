import { expect, test } from "vitest";
import type { PhotoId } from "../../../../electron/contract/photo.ts";
import { LabelCatalog } from "./label-catalog.ts";

function rows(catalog: LabelCatalog, id: PhotoId): string[] {
  return catalog.search.byId([id])[0]!.labels.map(({ name }) => name);
}

function top(catalog: LabelCatalog, id: PhotoId): string[] {
  return catalog.search
    .detail(id)
    .topLabels.map(({ name, verdict }) => (verdict === null ? name : `${name} ${verdict}`));
}

test("a label is shown with the wider words that people use for it", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ labels: { tabby: 0.9, "school bus": 0.4, "Grandma's sofa": 0.1 } });

  const shown = catalog.search.detail(id).topLabels;

  expect(shown.map(({ name, families }) => [name, ...families].join(" · "))).toEqual([
    "tabby · cat · animal",
    "school bus · bus · vehicle",
    "Grandma's sofa",
  ]);
});

test("a rejected label is on the photo no more, and stays in the details to be taken back", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ labels: { tabby: 0.6, "tiger cat": 0.35, banana: 0.02 } });

  catalog.judge("tabby", "rejected", id);
  expect(rows(catalog, id)).toEqual(["tiger cat"]);
  expect(top(catalog, id)).toEqual(["tabby rejected", "tiger cat", "banana"]);

  catalog.judge("n02123045", null, id);
  expect(rows(catalog, id)).toEqual(["tabby", "tiger cat"]);
  expect(top(catalog, id)).toEqual(["tabby", "tiger cat", "banana"]);
});

test("a confirmed label comes first, even where the model gives it little or nothing", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ labels: { tabby: 0.9, "tiger cat": 0.02 } });

  catalog.judge("tiger cat", "confirmed", id);
  catalog.judge("hotdog", "confirmed", id);

  expect(rows(catalog, id).toSorted()).toEqual(["hotdog", "tabby", "tiger cat"]);
  expect(rows(catalog, id).at(-1)).toBe("tabby");
  expect(top(catalog, id).at(-1)).toBe("tabby");
  expect(
    catalog.search
      .detail(id)
      .topLabels.map(({ confidence }) => confidence)
      .toSorted(),
  ).toEqual([0, 0.02, 0.9]);
});

test("a judged family is an entry of its own, with the sum of its classes", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ labels: { tabby: 0.5, "tiger cat": 0.25, Chihuahua: 0.1 } });

  catalog.judge("cat", "confirmed", id);
  expect(top(catalog, id)).toEqual(["cat confirmed", "tabby", "tiger cat", "Chihuahua"]);
  expect(catalog.search.detail(id).topLabels[0]).toMatchObject({
    name: "cat",
    wnid: "n02121620",
    confidence: 0.75,
    families: ["mammal", "animal"],
  });

  catalog.judge("cat", "rejected", id);
  expect(top(catalog, id)).toEqual(["Chihuahua", "cat rejected"]);
  expect(rows(catalog, id)).toEqual([]);
});

test("only five of the model's labels are shown, and every verdict beside them", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({
    labels: {
      tabby: 0.3,
      "tiger cat": 0.2,
      lion: 0.15,
      banana: 0.1,
      acorn: 0.08,
      hotdog: 0.05,
      "sea urchin": 0.04,
    },
  });
  catalog.judge("hotdog", "rejected", id);

  expect(top(catalog, id)).toEqual([
    "tabby",
    "tiger cat",
    "lion",
    "banana",
    "acorn",
    "hotdog rejected",
  ]);
});

test("a label says how often it was right where the user said so, for the model that answers", () => {
  using catalog = new LabelCatalog();
  const ids = [0, 1, 2].map(() => catalog.add({ labels: { tabby: 0.9, banana: 0.05 } }));
  catalog.judge("tabby", "confirmed", ids[0]!, ids[1]!);
  catalog.judge("tabby", "rejected", ids[2]!);

  expect(catalog.search.detail(ids[0]!).topLabels).toMatchObject([
    { name: "tabby", precision: { label: "tabby", confirmed: 2, rejected: 1 } },
    { name: "banana", precision: null },
  ]);
  catalog.modelKey = "other";
  expect(catalog.search.detail(ids[0]!).topLabels[0]!.precision).toBeNull();
});

test("the labels of a page are each photo's own", () => {
  using catalog = new LabelCatalog();
  const [a, b] = [
    catalog.add({ labels: { tabby: 0.9 } }),
    catalog.add({ labels: { tabby: 0.8, banana: 0.4 } }),
  ];
  catalog.judge("tabby", "rejected", b);

  const photos = catalog.search.byId([a, b]);

  expect(photos.map(({ labels }) => labels.map(({ name }) => name))).toEqual([
    ["tabby"],
    ["banana"],
  ]);
});
