import { expect, test } from "vitest";
import { markMissing } from "../../../electron/engine/catalog/photos.ts";
import { parseQuery } from "../../../electron/engine/search/parse-query.ts";
import { asksForStarsAlone, starsFor } from "../../../electron/engine/search/stars-alone.ts";
import { TestCatalog } from "./test-catalog.ts";

test.for([
  ["rating:0", [0]],
  ["rating:<=2", [0, 1, 2]],
  ["rating:>4", [5]],
  ["-rating:>=3", [0, 1, 2]],
  ["rating:>=1 rating:<3", [1, 2]],
  ["-(rating:1 OR rating:>3)", [0, 2, 3]],
] as const)("%s asks for stars alone, and for how many", ([text, wanted]) => {
  const query = parseQuery(text);

  expect(asksForStarsAlone(query) && starsFor(query, true)).toEqual(wanted);
});

test("everything, and what asks for something else as well, does not ask for stars alone", () => {
  const asked = ["", "rating:0 tag:Lisbon", "rating:0 OR flag:pick", "-dog", "is:missing"].map(
    (text) => asksForStarsAlone(parseQuery(text)),
  );

  expect(asked).toEqual([false, false, false, false, false]);
});

test.for(["rating:0", "rating:<=2", "-rating:>=3", "-rating:0", "rating:0 OR rating:5"])(
  "the total of %s is that of the photos it finds, missing and removed ones left out",
  (query) => {
    using catalog = new TestCatalog();
    for (let at = 0; at < 60; at++) {
      const folder = at % 5 === 0 ? "/other" : "/photos";
      catalog.add({ name: `${at}.jpg`, folder, rating: at % 7 === 6 ? 0 : at % 7 });
    }
    const totals = () => [
      catalog.search.page({ query, limit: 1 }).total,
      catalog.names(query).length,
    ];

    const all = totals();
    for (const id of [7, 8, 9, 14]) markMissing(catalog.db, id as never);
    catalog.removeFolder("/other");
    const some = totals();

    expect(all[0]).toBe(all[1]);
    expect(some[0]).toBe(some[1]);
    expect(some[0]).toBeLessThan(all[0]!);
  },
);
