import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { beginSums, sumNext } from "../../../electron/engine/catalog/label-sums.ts";
import { markMissing } from "../../../electron/engine/catalog/photos.ts";
import { LabelCatalog } from "./labels/label-catalog.ts";

/** Every photo of a query, one page of one after the other. */
function pageByPage({ search }: LabelCatalog, query: string): PhotoId[] {
  const ids: PhotoId[] = [];
  let cursor: string | undefined;
  do {
    const page = search.page({ query, limit: 1, cursor });
    ids.push(...page.photos.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** Dogs and cats, tagged, judged, missing and without labels: an answer that photos are tested for one by one. */
function mixedCatalog(): LabelCatalog {
  const catalog = new LabelCatalog();
  const ids = Array.from({ length: 60 }, (_, index) =>
    catalog.add({
      at: `2023-05-14T12:00:${`${index}`.padStart(2, "0")}`,
      tags: index % 3 === 0 ? ["Pets/Rex", "Garden"] : [],
      labels: {
        ...(index % 2 === 0 && { "golden retriever": 0.25, Chihuahua: 0.2 }),
        ...(index % 4 === 1 && { tabby: 0.9 }),
      },
    }),
  );
  catalog.judge("dog", "rejected", ids[10]!, ids[12]!);
  catalog.judge("Chihuahua", "rejected", ids[20]!);
  catalog.judge("golden retriever", "confirmed", ids[33]!);
  markMissing(catalog.db, ids[40]!);
  return catalog;
}

const QUERIES = [
  "label:dog",
  "label:dog>0.3",
  "label:tabby",
  "label:animal",
  "-label:dog",
  "label:dog OR label:tabby",
  "label:dog tag:rex",
  "tag:pets -label:dog",
  "tag:garden OR label:tabby",
];

test.for(["added up at every search", "kept as sums"])(
  "photos that are tested one by one are those of the whole set (labels %s)",
  (how) => {
    using catalog = mixedCatalog();
    if (how === "kept as sums") {
      const { edition } = catalog.search.summedFamilies()!;
      const members = catalog.db.all<{ id: number }>(
        "SELECT id FROM class WHERE model_id = 1 AND name IN ('golden retriever', 'Chihuahua')",
      );
      const family = ["n02084071", members.map(({ id }) => id)] as const;
      beginSums(catalog.db, { modelKey: "starter", edition, members: new Map([family]) });
      while (sumNext(catalog.db, "starter", 20));
    }

    for (const query of QUERIES) {
      const whole = catalog.search.ids({ query, offset: 0, limit: 100 });
      expect({ query, ids: pageByPage(catalog, query) }).toEqual({ query, ids: whole });
      expect(whole.length).toBeGreaterThan(0);
    }
  },
);

test("a label whose photos are all far down the timeline is found whole", () => {
  using catalog = new LabelCatalog();
  catalog.db.transaction(() => {
    for (let index = 0; index < 22_000; index += 1) {
      const isOld = index < 1_000;
      catalog.add({
        at: isOld ? "2001-01-01T00:00:00" : "2023-05-14T12:00:00",
        ...(isOld && { labels: { tabby: 0.9 } }),
      });
    }
  });

  const page = catalog.search.page({ query: "label:tabby", limit: 100 });
  const next = catalog.search.page({ query: "label:tabby", limit: 100, cursor: page.next! });

  const expected = Array.from({ length: 200 }, (_, index) => 1_000 - index);
  expect([...page.photos, ...next.photos].map(({ id }) => id)).toEqual(expected);
  expect(page.total).toBe(1_000);
});
