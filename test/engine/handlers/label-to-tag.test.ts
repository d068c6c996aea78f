import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { CheckedInput } from "../../../electron/contract/requests.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { labelHandlers } from "../../../electron/engine/handlers/label-handlers.ts";
import { ChangeFeed } from "../../../electron/engine/indexing/change-feed.ts";
import { LabelUpkeep } from "../../../electron/engine/label-upkeep.ts";
import type { Parts } from "../../../electron/engine/parts.ts";
import { describeTag } from "../../../electron/engine/tags/describe-tag.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { LabelCatalog } from "../search/labels/label-catalog.ts";

const text = { modelKey: "starter", labelThreshold: 0.3 };

function open(catalog: LabelCatalog) {
  const parts = {
    db: catalog.db,
    feed: new ChangeFeed(),
    search: catalog.search,
    labelUpkeep: new LabelUpkeep(catalog.db, text),
    reconciler: { text },
    current: () => ({ model: { key: catalog.modelKey, labelThreshold: 0.3 } }),
  };
  const handlers = labelHandlers(parts as unknown as Parts);
  const defaults = { label: "dog", tag: "Dog", query: "", isDryRun: false };
  return (input: Partial<CheckedInput<"label.toTag">> = {}) =>
    Promise.resolve(handlers["label.toTag"]({ ...defaults, ...input }));
}

/** Photos with their tags, as `name: tags`. */
function tagged(catalog: LabelCatalog): string[] {
  return catalog.search
    .page({ query: "", limit: 500 })
    .photos.map(({ name, tags }) => `${name}: ${tags.join()}`)
    .sort();
}

/** Two sure dogs of different breeds, one that is unsure, one that only adds up to one, and a cat. */
function addDogs(catalog: LabelCatalog) {
  return {
    sure: catalog.add({ name: "sure", labels: { "golden retriever": 0.9 } }),
    other: catalog.add({ name: "other", labels: { Chihuahua: 0.8 } }),
    unsure: catalog.add({ name: "unsure", labels: { Chihuahua: 0.35 } }),
    summed: catalog.add({ name: "summed", labels: { Chihuahua: 0.3, "golden retriever": 0.3 } }),
    cat: catalog.add({ name: "cat", labels: { tabby: 0.9 } }),
  };
}

function namesOf({ leastSure }: { leastSure: readonly { name: string }[] }): string[] {
  return leastSure.map(({ name }) => name);
}

test("a label becomes a tag on the photos that it finds, as one entry that is undone at once", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  addDogs(catalog);
  const before = tagged(catalog);

  const made = await make();

  expect(made).toMatchObject({ adds: 4, have: 0, rejected: 0, atLeast: 0.3 });
  expect(tagged(catalog)).toEqual([
    "cat: ",
    "other: Dog",
    "summed: Dog",
    "sure: Dog",
    "unsure: Dog",
  ]);
  const [entry, ...others] = listEntries(catalog.db, { limit: 10 });
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    id: made.entry,
    sentence: "Made the label dog a tag on 4 photos",
    photos: 4,
  });

  undo(catalog.db, made.entry!);
  expect(tagged(catalog)).toEqual(before);
});

test("a dry run says the same and changes nothing, the least sure photos first", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  const { sure } = addDogs(catalog);
  addTag(catalog.db, "dog", [sure], text);
  const before = tagged(catalog);

  const weighed = await make({ isDryRun: true, atLeast: 0.3 });

  expect(weighed).toMatchObject({ adds: 3, have: 1, rejected: 0, entry: null });
  expect(namesOf(weighed)).toEqual(["unsure", "summed", "other", "sure"]);
  expect(tagged(catalog)).toEqual(before);
  expect(await make()).toMatchObject({ adds: 3, have: 1, rejected: 0 });
});

test("the confidence is that of the whole family", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  addDogs(catalog);

  const weighed = await make({ isDryRun: true, atLeast: 0.5 });

  expect(weighed).toMatchObject({ adds: 3, atLeast: 0.5 });
  expect(namesOf(weighed)).toEqual(["summed", "other", "sure"]);
});

test("what the user rejected is left out and counted, what was confirmed is in", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  const { sure, other, cat, unsure } = addDogs(catalog);
  catalog.judge("dog", "rejected", sure);
  catalog.judge("Chihuahua", "rejected", other);
  catalog.judge("dog", "confirmed", cat);
  // It says nothing of this confidence.
  catalog.judge("dog", "rejected", unsure);

  const weighed = await make({ isDryRun: true, atLeast: 0.5 });
  expect(weighed).toMatchObject({ adds: 2, rejected: 2 });
  expect(namesOf(weighed)).toEqual(["summed"]);
  const verdicts = catalog.db.all("SELECT * FROM label_verdict ORDER BY photo_id, label");
  await make({ atLeast: 0.5 });

  expect(tagged(catalog)).toEqual(["cat: Dog", "other: ", "summed: Dog", "sure: ", "unsure: "]);
  expect(catalog.db.all("SELECT * FROM label_verdict ORDER BY photo_id, label")).toEqual(verdicts);
});

test("a search and a selection narrow it, and what is missing or in no folder any more stays as it is", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  const { sure, cat } = addDogs(catalog);
  catalog.add({ name: "missing", labels: { Chihuahua: 0.9 }, isMissing: true });
  catalog.add({ name: "removed", folder: "/removed", labels: { Chihuahua: 0.9 } });
  catalog.removeFolder("/removed");

  expect(await make({ isDryRun: true })).toMatchObject({ adds: 4 });
  expect(await make({ isDryRun: true, query: "name:un OR label:cat" })).toMatchObject({ adds: 1 });
  expect(await make({ photos: [sure, cat] })).toMatchObject({ adds: 1 });
  expect(tagged(catalog)).toContain("sure: Dog");
  expect(await make({ isDryRun: true })).toMatchObject({ adds: 3, have: 1 });
});

test("a tag that came with the file becomes the user's own", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  const { sure, other } = addDogs(catalog);
  addTag(catalog.db, "Dog", [sure, other], text);
  catalog.db.run("UPDATE photo_tag SET origin = 'file' WHERE photo_id = ?", [sure]);

  expect(await make({ isDryRun: true })).toMatchObject({ adds: 3, have: 1 });
  expect(await make()).toMatchObject({ adds: 3, have: 1 });
  expect(
    catalog.db.all<{ id: PhotoId }>("SELECT photo_id AS id FROM photo_tag WHERE origin <> 'user'"),
  ).toEqual([]);
});

test("a synonym stands for its tag", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  const { sure } = addDogs(catalog);
  addTag(catalog.db, "Animals/Dog", [sure], text);
  describeTag(catalog.db, "Animals/Dog", { synonyms: ["Hund"] });

  expect(await make({ tag: "hund" })).toMatchObject({ adds: 3, have: 1 });
  expect(tagged(catalog)).toContain("other: Animals/Dog");
});

test("the sentence names a tag that is called otherwise; nothing to do is no entry", async () => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  addDogs(catalog);

  await make({ label: "cats", tag: "Animals / Cat" });
  expect(await make({ label: "cat", tag: "animals/cat" })).toMatchObject({ adds: 0, entry: null });

  const sentences = listEntries(catalog.db, { limit: 10 }).map(({ sentence }) => sentence);
  expect(sentences).toEqual(["Made the label cat the tag Animals/Cat on 1 photo"]);
});

test.each([
  [{ label: "dgo" }, "request-invalid", /expected a label .* but got "dgo"; near: .*dog/],
  [{ tag: "Dog//Puppy" }, "tag-invalid", /Dog\/\/Puppy/],
  [{ query: "rating:>=9" }, "query-invalid", /rating:>=9/],
])("%o is refused, dry or not", async (input, code, message) => {
  using catalog = new LabelCatalog();
  const make = open(catalog);
  addDogs(catalog);

  for (const isDryRun of [true, false]) {
    const asked = (async () => make({ ...input, isDryRun }))();
    await expect(asked).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  }
});
