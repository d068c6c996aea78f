import { expect, test } from "vitest";
import { MOST_VALUES, PhotoFacets } from "../../../../electron/contract/photo-facets.ts";
import { TestCatalog, type TestPhoto } from "../test-catalog.ts";

/** Every value that filters know, photos without any, missing ones, and so many that some searches are wide and some narrow. */
function variedCatalog(count = 400): TestCatalog {
  const catalog = new TestCatalog();
  const some = <T>(values: readonly T[], index: number) => values[index % values.length];
  catalog.db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const photo: TestPhoto = {
        name: `${index}.jpg`,
        folder: index % 41 === 0 ? "/removed" : "/photos",
        at: `${some(["1965-03-01", "2022-11-30", "2023-05-14", "2023-05-31"], index)}T12:00:00`,
        isDated: index % 5 !== 0,
        isMissing: index % 20 === 19,
        widthPx: some([300, 200, 200, 800, null], index)!,
        heightPx: 200,
        rating: index % 6,
        addedAtMs: index,
        kind: index % 7 === 0 ? "video" : "photo",
        ...(index % 3 !== 0 && { camera: some(["Canon EOS R5", "CANON EOS R5", "X100"], index)! }),
        ...(index % 4 === 0 && { lens: some(["50mm", "24-70mm"], index / 4)! }),
        ...(index % 9 < 2 && { flag: some(["pick", "reject"] as const, index)! }),
        ...(index % 8 === 1 && { colourLabel: some(["red", "purple"], index >> 3)! }),
        ...(index % 10 === 2 && { latitude: 38.7 }),
        tags: index % 100 === 1 ? ["rare"] : [],
      };
      catalog.add(photo);
    }
  });
  catalog.removeFolder("/removed");
  return catalog;
}

const QUERIES = [
  "",
  "rating:>=3",
  "tag:rare",
  "-tag:rare",
  "is:missing",
  "camera:x100",
  "taken:2023",
];

test.each(QUERIES)(
  "each count of %j is what the search with that condition finds",
  async (query) => {
    using catalog = variedCatalog();
    const { search } = catalog;
    const count = (term: string) => search.count(query === "" ? term : `(${query}) ${term}`);

    const facets = PhotoFacets.parse(await search.facets(query));

    expect(facets.total).toBe(search.count(query));
    expect(facets.ratings).toEqual([0, 1, 2, 3, 4, 5].map((stars) => count(`rating:${stars}`)));
    for (const { name, count: found } of facets.cameras)
      expect({ name, found }).toEqual({ name, found: count(`camera:"=${name}"`) });
    for (const { name, count: found } of facets.lenses)
      expect({ name, found }).toEqual({ name, found: count(`lens:"=${name}"`) });
    const byTerm = (field: string, counts: Readonly<Record<string, number>>) => {
      const names = Object.keys(counts);
      expect(counts).toEqual(
        Object.fromEntries(names.map((name) => [name, count(`${field}:${name}`)])),
      );
    };
    byTerm("flag", facets.flags);
    byTerm("colour", facets.colours);
    byTerm("type", facets.kinds);
    byTerm("orientation", facets.orientations);
    expect(facets.hasPlace).toBe(count("has:gps"));
    expect(facets.months).toEqual(
      facets.months.map(({ month }) => ({ month, count: count(`taken:${month}`) })),
    );
    expect(facets.months.reduce((sum, month) => sum + month.count, 0)).toBe(count("taken:..2100"));
    expect(facets.months.map(({ month }) => month)).toEqual(
      facets.months.map(({ month }) => month).toSorted(),
    );
  },
);

test("names that differ in their case only are one; most photos first", async () => {
  using catalog = variedCatalog();
  const { cameras } = await catalog.search.facets("");

  expect(cameras.map(({ name }) => name.toLowerCase())).toEqual(["x100", "canon eos r5"]);
  expect(cameras[0]!.count).toBeGreaterThan(cameras[1]!.count);
});

test("no more cameras are told than a list shows", async () => {
  using catalog = new TestCatalog();
  for (let index = 0; index < MOST_VALUES + 5; index += 1)
    for (let photo = 0; photo <= index % 3; photo += 1)
      catalog.add({ name: `${index}-${photo}`, camera: `Camera ${index}` });

  const { cameras } = await catalog.search.facets("");

  const counts = cameras.map(({ count }) => count);
  expect(cameras).toHaveLength(MOST_VALUES);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test("a search without photos has no facets", async () => {
  using catalog = new TestCatalog();

  expect(await catalog.search.facets("nothing")).toEqual({
    total: 0,
    cameras: [],
    lenses: [],
    ratings: [0, 0, 0, 0, 0, 0],
    flags: { pick: 0, reject: 0, none: 0 },
    colours: { red: 0, yellow: 0, green: 0, blue: 0, purple: 0, none: 0 },
    kinds: { photo: 0, video: 0 },
    orientations: { landscape: 0, portrait: 0, square: 0, panorama: 0 },
    hasPlace: 0,
    months: [],
  });
});

test("facets follow every change of the catalog", async () => {
  using catalog = variedCatalog(30);
  const { total } = await catalog.search.facets("");
  catalog.add({ name: "new.jpg", camera: "New" });

  const after = await catalog.search.facets("");

  expect(after.total).toBe(total + 1);
  expect(after.cameras).toContainEqual({ name: "New", count: 1 });
});

test("a signal ends the count between two reads", async () => {
  using catalog = variedCatalog();
  const later = new AbortController();
  const reason = new Error("superseded");

  const counting = catalog.search.facets("", later.signal);
  later.abort(reason);

  await expect(counting).rejects.toBe(reason);
});
