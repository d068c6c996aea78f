import { expect, test } from "vitest";
import { hasSums } from "../../electron/engine/catalog/label-sums.ts";
import { LabelUpkeep } from "../../electron/engine/label-upkeep.ts";
import { until } from "../support/until.ts";
import { LabelCatalog, wordNet } from "./search/labels/label-catalog.ts";

const text = { modelKey: "starter", labelThreshold: 0.3 };

test("after the first search for a family its sums are made in the background, and every search finds the same", async () => {
  const animals = [...wordNet.ids].flatMap((id) => {
    const synset = wordNet.get(id)!;
    return synset.families?.some((family) => wordNet.get(family)!.words[0] === "dog")
      ? [{ wnid: id, name: synset.words[0]! }]
      : [];
  });
  using catalog = new LabelCatalog({
    classes: animals,
    onMissingSums: () => upkeep.makeSums(catalog.search.summedFamilies()),
  });
  using upkeep = new LabelUpkeep(catalog.db, text);
  catalog.add({ name: "dog", labels: { [animals[0]!.name]: 0.2, [animals[1]!.name]: 0.2 } });
  const has = () => hasSums(catalog.db, "starter", wordNet.edition);

  expect([catalog.names("label:dog"), has()]).toEqual([["dog"], false]);
  await until("the sums to be there", has);
  expect(catalog.names("label:dog")).toEqual(["dog"]);
  const kept = catalog.db.all("SELECT 1 FROM label_sum");
  expect(kept.length).toBeGreaterThan(0);
});

test("nothing is written once it has ended", async () => {
  using catalog = new LabelCatalog();
  const upkeep = new LabelUpkeep(catalog.db, text);

  upkeep.makeSums(catalog.search.summedFamilies());
  upkeep[Symbol.dispose]();
  await new Promise((resolve) => setImmediate(resolve));
  upkeep.makeSums(catalog.search.summedFamilies());
  await new Promise((resolve) => setImmediate(resolve));

  expect(catalog.db.all("SELECT 1 FROM family")).toEqual([]);
});

test("words follow a verdict on a few photos at once, and on many in the background", async () => {
  using catalog = new LabelCatalog();
  using upkeep = new LabelUpkeep(catalog.db, text);
  const ids = Array.from({ length: 250 }, () => catalog.add());

  catalog.judge("tabby", "confirmed", ids[0]!);
  upkeep.refreshTexts();
  expect(catalog.search.page({ query: "tabby", limit: 1 }).total).toBe(1);

  catalog.judge("tabby", "confirmed", ...ids);
  upkeep.refreshTexts();
  await until(
    "every photo to be found by the word",
    () => catalog.search.page({ query: "tabby", limit: 1 }).total === ids.length,
  );
});
