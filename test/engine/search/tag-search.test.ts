import { expect, test } from "vitest";
import { markMissing } from "../../../electron/engine/catalog/photos.ts";
import { describeTag } from "../../../electron/engine/tags/describe-tag.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { TestCatalog } from "./test-catalog.ts";

const TEXT = { modelKey: "starter", labelThreshold: 0.3 };

function fill(count: number): TestCatalog {
  const catalog = new TestCatalog();
  const ids = Array.from({ length: count }, (_, at) =>
    catalog.add({ name: `${at}`, folder: at % 5 === 0 ? "/other" : "/photos" }),
  );
  const every = (step: number) => ids.filter((_, at) => at % step === 0);
  addTag(catalog.db, "Places/Portugal/Lisbon", every(2), TEXT);
  addTag(catalog.db, "Places/Portugal", every(3), TEXT);
  addTag(catalog.db, "Trips/Lisbon", every(7), TEXT);
  addTag(catalog.db, "Rare", every(count - 1), TEXT);
  describeTag(catalog.db, "Places/Portugal", { synonyms: ["Lusitania"] });
  return catalog;
}

test.for(["places", "Portugal", "lusitania", "lisbon", "Places/Portugal/Lisbon", "rare", "none"])(
  "the total of tag:%s is that of the photos it finds, missing and removed ones left out",
  (tag) => {
    using catalog = fill(120);
    const total = () => catalog.search.page({ query: `tag:${tag}`, limit: 1 }).total;

    const all = [total(), catalog.names(`tag:${tag}`).length];
    markMissing(catalog.db, 6 as never);
    catalog.removeFolder("/other");
    const some = [total(), catalog.names(`tag:${tag}`).length];

    expect(all[0]).toBe(all[1]);
    expect(some[0]).toBe(some[1]);
  },
);

test("a synonym finds what its tag finds", () => {
  using catalog = fill(40);

  const found = catalog.names("tag:lusitania");

  expect(found).toEqual(catalog.names("tag:Portugal"));
  expect(found.length).toBeGreaterThan(20);
});
