import { expect, test } from "vitest";
import {
  areaOf,
  cellsAcross,
  fitted,
  gridStep,
  isOnePlace,
  MAX_ZOOM,
  panned,
  screenPoint,
  WHOLE_WORLD,
  withinWorld,
  worldPx,
  zoomedAt,
} from "../../../renderer/src/map/map-view.ts";

const size = { widthPx: 1000, heightPx: 700 };
const iberia = { west: -9.5, south: 36, east: 3, north: 43 };

test("an area that is fitted lies inside of the window, with room for covers on its edges", () => {
  const view = fitted(iberia, size);
  const corner = screenPoint(view, size, { latitude: iberia.north, longitude: iberia.west });
  const opposite = screenPoint(view, size, { latitude: iberia.south, longitude: iberia.east });

  expect(corner.x).toBeGreaterThanOrEqual(63);
  expect(corner.y).toBeGreaterThanOrEqual(63);
  expect(opposite.x).toBeLessThanOrEqual(937);
  expect(opposite.y).toBeLessThanOrEqual(637);
});

test("one place is fitted with its surroundings, and the whole world never smaller than the window", () => {
  const lisbon = { west: -9.1, south: 38.7, east: -9.1, north: 38.7 };
  expect(fitted(lisbon, size).zoom).toBe(9);
  expect(fitted(lisbon, size, MAX_ZOOM).zoom).toBe(MAX_ZOOM);
  const world = fitted({ west: -180, south: -85, east: 180, north: 85 }, size);
  expect(worldPx(world)).toBeCloseTo(1000, 6);
});

test("an area across the antimeridian is fitted around it", () => {
  const view = fitted({ west: 178, south: -18, east: -172, north: -13 }, size);
  const fiji = screenPoint(view, size, { latitude: -18, longitude: 178 });
  const samoa = screenPoint(view, size, { latitude: -13, longitude: -172 });

  expect(fiji.x).toBeLessThan(samoa.x);
  expect(samoa.x).toBeLessThan(1000);
  const { west, east } = areaOf(view, size);
  expect(west).toBeGreaterThan(east);
});

test("what is under the pointer stays there when the map is zoomed", () => {
  const view = fitted(iberia, size);
  const madrid = { latitude: 40.4, longitude: -3.7 };
  const before = screenPoint(view, size, madrid);
  const after = screenPoint(zoomedAt(view, view.zoom + 2.5, { at: before, size }), size, madrid);

  expect(after.x).toBeCloseTo(before.x, 6);
  expect(after.y).toBeCloseTo(before.y, 6);
});

test("the map can be moved around the world, and no farther north or south than it goes", () => {
  const view = withinWorld({ x: 0.9, y: 0.5, zoom: 4 }, size);
  const round = withinWorld(panned(view, { x: worldPx(view) / 2, y: 0 }), size);
  expect(round.x).toBeCloseTo(0.4, 9);
  const north = withinWorld(panned(view, { x: 0, y: -1e6 }), size);
  expect(areaOf(north, size).north).toBe(90);
  expect(withinWorld({ ...view, zoom: 30 }, size).zoom).toBe(MAX_ZOOM);
});

test("the smallest map is the whole world, from one antimeridian to the other", () => {
  const view = withinWorld(WHOLE_WORLD, size);
  expect(areaOf(view, size)).toMatchObject({ west: -180, east: 180 });
});

test("photos that the closest view cannot tell apart are one place", () => {
  expect(isOnePlace({ west: -9.14, south: 38.71, east: -9.139, north: 38.711 })).toBe(true);
  expect(isOnePlace({ west: -9.2, south: 38.71, east: -9.1, north: 38.72 })).toBe(false);
  expect(isOnePlace({ west: 179.9999, south: 0, east: -179.9999, north: 0 })).toBe(true);
});

test("covers side by side fill the window, and lines of degrees leave room between them", () => {
  expect(cellsAcross({ widthPx: 1000, heightPx: 10 })).toBe(17);
  expect(cellsAcross({ widthPx: 20, heightPx: 10 })).toBe(1);
  for (let zoom = 1; zoom <= MAX_ZOOM; zoom++) {
    const step = gridStep({ ...WHOLE_WORLD, zoom });
    if (step < 30) expect((step * 256 * 2 ** zoom) / 360).toBeGreaterThanOrEqual(160);
  }
});
