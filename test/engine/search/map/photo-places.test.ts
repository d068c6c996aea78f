import { expect, test } from "vitest";
import { toMercatorX, toMercatorY } from "../../../../electron/contract/mercator.ts";
import { MAX_CLUSTERS, Places, type Area } from "../../../../electron/contract/places.ts";
import { TestCatalog, type TestPhoto } from "../test-catalog.ts";

const WORLD: Area = { west: -180, south: -90, east: 180, north: 90 };
const LISBON = { latitude: 38.7139, longitude: -9.1334 };
const PORTO = { latitude: 41.1496, longitude: -8.611 };
const SUVA = { latitude: -18.1416, longitude: 178.4419 };
const APIA = { latitude: -13.8333, longitude: -171.7667 };

function catalogOf(photos: readonly TestPhoto[]): TestCatalog {
  const catalog = new TestCatalog();
  catalog.db.transaction(() => {
    photos.forEach((photo, at) => catalog.add({ name: `${at}.jpg`, ...photo }));
  });
  return catalog;
}

function places(
  { search }: TestCatalog,
  { query = "", cells = 16, ...area }: Partial<Area> & { query?: string; cells?: number } = {},
): Places {
  return Places.parse(search.places({ ...WORLD, ...area, query, cells }));
}

test("photos that are near each other are one cluster, those farther away another one", () => {
  using catalog = catalogOf([LISBON, { ...LISBON, latitude: 38.72 }, PORTO, SUVA, {}]);

  const far = places(catalog);
  expect(far.clusters.map(({ count }) => count)).toEqual([3, 1]);
  expect(far).toMatchObject({ located: 4, unlocated: 1 });

  const iberia = { west: -12, south: 36, east: 0, north: 44 };
  const near = places(catalog, iberia);
  // In reading order: Porto is north of Lisbon.
  expect(near.clusters.map(({ count }) => count)).toEqual([1, 2]);
  expect(near.clusters[1]).toMatchObject({
    south: 38.7139,
    north: 38.72,
    west: -9.1334,
    east: -9.1334,
  });
  expect(near.clusters[1]!.latitude).toBeCloseTo(38.717, 3);
  expect(near.clusters[1]!.longitude).toBeCloseTo(-9.1334, 6);
});

test("the map shows what the query finds, without missing photos and removed folders", () => {
  using catalog = catalogOf([
    { ...LISBON, tags: ["sea"] },
    PORTO,
    { ...SUVA, isMissing: true },
    { ...APIA, folder: "/removed" },
    { tags: ["sea"] },
  ]);
  catalog.removeFolder("/removed");

  expect(places(catalog)).toMatchObject({ located: 2, unlocated: 1 });
  expect(places(catalog, { query: "tag:sea" })).toMatchObject({ located: 1, unlocated: 1 });
  expect(places(catalog, { query: "is:missing" }).clusters).toHaveLength(1);
  expect(places(catalog, { query: "-has:gps" })).toMatchObject({ clusters: [], extent: null });
});

test("a photo that arrives, moves or loses its place is on the map as it is now", () => {
  using catalog = catalogOf([LISBON]);
  expect(places(catalog).located).toBe(1);

  catalog.add({ name: "new.jpg", ...SUVA });
  expect(places(catalog).located).toBe(2);
  catalog.db.run("UPDATE photo SET latitude = NULL, longitude = NULL WHERE name = 'new.jpg'");
  expect(places(catalog)).toMatchObject({ located: 1, unlocated: 1 });
});

test("across the antimeridian neighbours are neighbours, in the window, in a cluster and in the extent", () => {
  const [west, east] = [
    { latitude: -17, longitude: 179.999 },
    { latitude: -17, longitude: -179.999 },
  ];
  using catalog = catalogOf([west, east, LISBON, { ...APIA, tags: ["pacific"] }]);

  const pacific = places(catalog, { west: 170, south: -30, east: -160, north: 0 });
  expect(pacific.clusters.map(({ count }) => count)).toEqual([1, 2]);
  const across = pacific.clusters[1]!;
  expect(across.west).toBe(179.999);
  expect(across.east).toBe(-179.999);
  expect(Math.abs(across.longitude)).toBeCloseTo(180, 2);

  const query = "-tag:pacific place:-18,170..-16,-170";
  expect(places(catalog, { query }).extent).toEqual({
    west: 179.999,
    south: -17,
    east: -179.999,
    north: -17,
  });
});

test("there are never more clusters than fit, none lies over another, and no photo is lost", () => {
  const photos: TestPhoto[] = [];
  for (let at = 0; at < 3000; at++)
    photos.push({ latitude: ((at * 37) % 160) - 80, longitude: ((at * 101) % 360) - 180 });
  using catalog = catalogOf(photos);

  const { clusters } = places(catalog, { cells: 64 });
  expect(clusters.length).toBeLessThanOrEqual(MAX_CLUSTERS);
  expect(clusters.length).toBeGreaterThan(100);
  expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(3000);

  const sixteen = places(catalog, { cells: 16 }).clusters;
  const points = sixteen.map(({ latitude, longitude }) => [
    toMercatorX(longitude),
    toMercatorY(latitude),
  ]);
  points.forEach(([x, y], at) => {
    for (const [otherX, otherY] of points.slice(at + 1)) {
      const apart = Math.max(Math.abs(x! - otherX!), Math.abs(y! - otherY!));
      expect(apart).toBeGreaterThan(0.9 / 16);
    }
  });
});

test("the clusters of a window stay what they are when it moves", () => {
  const photos = Array.from({ length: 400 }, (_, at) => ({
    latitude: 40 + ((at * 7) % 100) / 50,
    longitude: -9 + ((at * 13) % 100) / 50,
  }));
  using catalog = catalogOf(photos);
  const inside = ({ clusters }: Places) =>
    clusters
      .filter(
        ({ latitude, longitude }) =>
          latitude > 40.4 && latitude < 41.6 && longitude > -8.4 && longitude < -7.6,
      )
      .map(
        ({ latitude, longitude, count }) =>
          `${latitude.toFixed(6)} ${longitude.toFixed(6)} ${count}`,
      );

  const before = inside(places(catalog, { west: -9, south: 40, east: -7, north: 42 }));
  const after = inside(places(catalog, { west: -9.03, south: 40, east: -7.03, north: 42 }));
  expect(before.length).toBeGreaterThan(5);
  expect(after).toEqual(before);
});

test("a cluster's cover is its newest photo that has a thumbnail", () => {
  using catalog = catalogOf([
    LISBON,
    { ...LISBON, name: "cover.jpg" },
    { ...LISBON, widthPx: null },
    { ...LISBON, failure: "expected a JPEG but got noise" },
  ]);
  const [cover] = catalog.search.page({ query: "name:cover", limit: 1 }).photos;

  expect(places(catalog).clusters).toMatchObject([
    { count: 4, cover: { id: cover!.id, fingerprint: "ab".repeat(32) } },
  ]);
  catalog.db.run("UPDATE photo SET turn = 90 WHERE id = ?", [cover!.id]);
  expect(places(catalog).clusters[0]!.cover.turn).toBe(90);
  catalog.db.run("UPDATE photo SET width_px = NULL");
  expect(places(catalog).clusters[0]!.cover.fingerprint).toBeNull();
});

test("photos at the poles are on the map's edge", () => {
  using catalog = catalogOf([
    { latitude: -90, longitude: 0 },
    { latitude: 89, longitude: 180 },
  ]);

  const { clusters } = places(catalog);
  expect(clusters.map(({ count }) => count)).toEqual([1, 1]);
  expect(clusters.map(({ latitude }) => Math.round(latitude))).toEqual([85, -85]);
});
