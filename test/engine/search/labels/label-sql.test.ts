import { expect, test } from "vitest";
import { beginSums, sumNext } from "../../../../electron/engine/catalog/label-sums.ts";
import { LabelCatalog } from "./label-catalog.ts";

function expectFound(catalog: LabelCatalog, query: string, names: readonly string[]): void {
  const { total } = catalog.search.page({ query, limit: 1 });
  expect({ query, found: catalog.names(query).sort(), total }).toEqual({
    query,
    found: [...names].sort(),
    total: names.length,
  });
}

/** Families of two classes are worth their sums here, so that every way to answer is asked. */
function makeSums(catalog: LabelCatalog): void {
  const families = ["n02084071", "n02121620", "n00015388", "n04524313"].map(
    (wnid) => [wnid, catalog.search.labels.toJudge(wnid)!.classes] as const,
  );
  const rows = catalog.db.all<{ id: number; wnid: string | null }>(
    "SELECT id, wnid FROM class WHERE model_id = 1",
  );
  const members = families.map(
    ([wnid, below]) =>
      [
        wnid,
        rows.flatMap((row) => (row.wnid !== null && below.includes(row.wnid) ? [row.id] : [])),
      ] as const,
  );
  const { edition } = catalog.search.summedFamilies()!;
  beginSums(catalog.db, { modelKey: "starter", edition, members: new Map(members) });
  while (sumNext(catalog.db, "starter", 2));
}

test.each(["added up at every search", "kept as sums"])(
  "label: adds up the classes of a family, each once (%s)",
  (how) => {
    using catalog = new LabelCatalog();
    catalog.add({ name: "golden", labels: { "golden retriever": 0.7 } });
    catalog.add({ name: "both", labels: { "golden retriever": 0.2, Chihuahua: 0.15 } });
    catalog.add({ name: "guess", labels: { "golden retriever": 0.15, Chihuahua: 0.1 } });
    catalog.add({ name: "cat", labels: { tabby: 0.5, "tiger cat": 0.4 } });
    catalog.add({ name: "bus", labels: { "school bus": 0.9 } });
    if (how === "kept as sums") makeSums(catalog);

    expectFound(catalog, "label:dogs", ["golden", "both"]);
    expectFound(catalog, "label:dog>0.5", ["golden"]);
    expectFound(catalog, "label:dog>0.2", ["golden", "both", "guess"]);
    expectFound(catalog, "label:dog>0.05", ["golden", "both", "guess"]);
    expectFound(catalog, "label:animal", ["golden", "both", "cat"]);
    expectFound(catalog, "label:cat>0.8", ["cat"]);
    expectFound(catalog, "label:vehicle", ["bus"]);
    expectFound(catalog, "label:n02123045", ["cat"]);
    expectFound(catalog, "label:retriever -label:dog>0.6", []);
    expectFound(catalog, "-label:dog", ["guess", "cat", "bus"]);
    expectFound(catalog, "label:unicorn", []);
    expectFound(catalog, "label:tree", []);
  },
);

test("label: names another sense by a wider word in brackets", () => {
  using catalog = new LabelCatalog();
  catalog.add({ name: "machine", labels: { "crane (machine)": 0.9 } });
  catalog.add({ name: "bird", labels: { "crane (bird)": 0.9 } });

  expectFound(catalog, "label:crane", ["machine"]);
  expectFound(catalog, 'label:"crane (bird)"', ["bird"]);
  expectFound(catalog, 'label:"crane (bird)">0.95', []);
  expectFound(catalog, "label:n02012849", ["bird"]);
});

test.each(["added up at every search", "kept as sums"])(
  "what the user rejected is left out of a label and of its families' sums (%s)",
  (how) => {
    using catalog = new LabelCatalog();
    const sure = catalog.add({ name: "sure", labels: { tabby: 0.6, "tiger cat": 0.35 } });
    const weak = catalog.add({ name: "weak", labels: { tabby: 0.6, "tiger cat": 0.2 } });
    const dog = catalog.add({ name: "dog", labels: { tabby: 0.5, Chihuahua: 0.4 } });
    catalog.add({ name: "other", labels: { tabby: 0.9 } });
    if (how === "kept as sums") makeSums(catalog);

    catalog.judge("tabby", "rejected", sure, weak, dog);

    expectFound(catalog, "label:tabby", ["other"]);
    expectFound(catalog, "label:cat", ["sure", "other"]);
    expectFound(catalog, "label:cat>0.5", ["other"]);
    expectFound(catalog, "label:animal", ["sure", "dog", "other"]);
    expectFound(catalog, "label:dog", ["dog"]);
    expectFound(catalog, "label:animal -label:cat", ["dog"]);

    catalog.judge("tabby", null, weak, dog);

    expectFound(catalog, "label:tabby", ["weak", "dog", "other"]);
  },
);

test.each(["added up at every search", "kept as sums"])(
  "rejecting a family leaves out everything below it, however sure, and nothing beside it (%s)",
  (how) => {
    using catalog = new LabelCatalog();
    const id = catalog.add({ name: "a", labels: { tabby: 0.5, "tiger cat": 0.45, lion: 0.4 } });
    catalog.add({ name: "b", labels: { tabby: 0.9 } });
    if (how === "kept as sums") makeSums(catalog);

    catalog.judge("cat", "rejected", id);

    expectFound(catalog, "label:cat", ["b"]);
    expectFound(catalog, "label:tabby", ["b"]);
    expectFound(catalog, 'label:"domestic cat"', ["b"]);
    expectFound(catalog, "label:lion", ["a"]);
    expectFound(catalog, "label:animal", ["a", "b"]);
    expectFound(catalog, "label:animal>0.6", ["b"]);
  },
);

test("a confirmed label is found by itself and by its families, whatever the model says", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ name: "a", labels: { "school bus": 0.9 } });
  const unread = catalog.add({ name: "unread", isIndexed: false });

  catalog.judge("tabby", "confirmed", id);
  catalog.judge("dog", "confirmed", unread);

  expectFound(catalog, "label:tabby", ["a"]);
  expectFound(catalog, "label:cat>0.99", ["a"]);
  expectFound(catalog, "label:animal", ["a", "unread"]);
  expectFound(catalog, "label:Chihuahua", []);
  expectFound(catalog, "label:bus", ["a"]);
  expectFound(catalog, "-label:cat", ["unread"]);
});

test("a label that WordNet knows and the model does not can be confirmed", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ name: "a" });

  catalog.judge("koala", "confirmed", id);

  expectFound(catalog, "label:koala", ["a"]);
  expectFound(catalog, "label:koalas", ["a"]);
  expectFound(catalog, "label:mammal", ["a"]);
});

test("a label without a WordNet id is judged by its name", () => {
  using catalog = new LabelCatalog();
  const [a, b] = [
    catalog.add({ name: "a", labels: { "Grandma's sofa": 0.9 } }),
    catalog.add({ name: "b" }),
  ];

  catalog.judge("Grandma's sofa", "rejected", a);
  catalog.judge("grandma's SOFA", "confirmed", b);

  expectFound(catalog, 'label:"Grandma\'s sofa"', ["b"]);
  expectFound(catalog, "label:sofa", ["b"]);
});

test("the later word counts: who says tabby takes back that it is no cat, and the other way round", () => {
  using catalog = new LabelCatalog();
  const id = catalog.add({ name: "a", labels: { "tiger cat": 0.9 } });

  catalog.judge("cat", "rejected", id);
  catalog.judge("tabby", "confirmed", id);
  expectFound(catalog, "label:cat", ["a"]);

  catalog.judge("animal", "rejected", id);
  expectFound(catalog, "label:tabby", []);
  expectFound(catalog, "label:animal", []);

  catalog.judge("animal", null, id);
  expectFound(catalog, "label:tabby", []);
  expectFound(catalog, "label:animal", ["a"]);
});

test("a verdict holds for another model too", () => {
  using catalog = new LabelCatalog();
  const a = catalog.add({ name: "a" });
  const b = catalog.add({ name: "b" });
  for (const id of [a, b]) {
    for (const model of ["starter", "other"])
      catalog.label(id, "tabby", { confidence: 0.9, model });
  }
  catalog.judge("tabby", "rejected", a);

  catalog.modelKey = "other";

  expectFound(catalog, "label:tabby", ["b"]);
  expectFound(catalog, "label:cat", ["b"]);
});

test("a search that needs sums which are not there says so, and one that does not says nothing", () => {
  const missing: string[] = [];
  using catalog = new LabelCatalog({ onMissingSums: () => missing.push("sums") });

  catalog.names("label:tabby");
  catalog.names("jpg");
  expect(missing).toEqual([]);
  catalog.names("label:dog");
  expect(missing).not.toEqual([]);
});
