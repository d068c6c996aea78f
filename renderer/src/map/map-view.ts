/** @file Where the map is looked at, as plain arithmetic. Screen positions are in px from the window's upper left corner. */
import {
  fromMercatorX,
  fromMercatorY,
  toMercatorX,
  toMercatorY,
} from "../../../electron/contract/mercator.ts";
import type { Area } from "../../../electron/contract/places.ts";

/** The middle of the window on the map (see mercator.ts), and how large the world is: 256 px × 2^zoom. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface MapSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export const MAX_ZOOM = 12;
/** What lies at one place is shown with its surroundings. */
const MAX_FIT_ZOOM = 9;
/** Room for a cover whose middle is on the edge of what is fitted, and for the buttons over the map. */
const MARGIN_PX = 64;
/** So wide is a cover with the space around it. */
const CELL_PX = 56;

export const WHOLE_WORLD: MapView = { x: 0.5, y: 0.42, zoom: 1 };

export function worldPx({ zoom }: MapView): number {
  return 256 * 2 ** zoom;
}

/** The world fills the window and goes on beyond none of its edges, so that each photo is there once. */
export function withinWorld({ x, y, zoom }: MapView, size: MapSize): MapView {
  const least = Math.max(1, Math.log2(Math.max(size.widthPx, size.heightPx) / 256));
  const kept = Math.max(least, Math.min(MAX_ZOOM, zoom));
  const half = size.heightPx / 2 / (256 * 2 ** kept);
  return { x: x - Math.floor(x), y: Math.max(half, Math.min(1 - half, y)), zoom: kept };
}

/** `x` grows to the right on the screen. */
export function panned(view: MapView, { x, y }: Point): MapView {
  const scale = worldPx(view);
  return { ...view, x: view.x + x / scale, y: view.y + y / scale };
}

/** What is under the point stays under it. */
export function zoomedAt(
  view: MapView,
  zoom: number,
  { at, size }: { at: Point; size: MapSize },
): MapView {
  const limited = withinWorld({ ...view, zoom }, size).zoom;
  const from = { x: at.x - size.widthPx / 2, y: at.y - size.heightPx / 2 };
  const share = 1 / worldPx(view) - 1 / (256 * 2 ** limited);
  return { x: view.x + from.x * share, y: view.y + from.y * share, zoom: limited };
}

/** The view in which an area fills the window. */
export function fitted(area: Area, size: MapSize, mostZoom = MAX_FIT_ZOOM): MapView {
  const west = toMercatorX(area.west);
  const width = toMercatorX(area.east) - west + (area.east < area.west ? 1 : 0);
  const north = toMercatorY(area.north);
  const height = toMercatorY(area.south) - north;
  const fits = Math.min(
    (size.widthPx - 2 * MARGIN_PX) / Math.max(width, 1e-9),
    (size.heightPx - 2 * MARGIN_PX) / Math.max(height, 1e-9),
  );
  const zoom = Math.min(mostZoom, Math.log2(Math.max(1, fits) / 256));
  return withinWorld({ x: west + width / 2, y: north + height / 2, zoom }, size);
}

/** What the window shows. */
export function areaOf(view: MapView, { widthPx, heightPx }: MapSize): Area {
  const scale = worldPx(view);
  const [halfX, halfY] = [widthPx / 2 / scale, heightPx / 2 / scale];
  const isWhole = halfX >= 0.5 - 1e-9;
  return {
    west: isWhole ? -180 : fromMercatorX(view.x - halfX),
    east: isWhole ? 180 : fromMercatorX(view.x + halfX),
    // The map ends before the poles, where nothing lies but what is drawn on its edge.
    north: view.y - halfY < 1e-9 ? 90 : fromMercatorY(view.y - halfY),
    south: view.y + halfY > 1 - 1e-9 ? -90 : fromMercatorY(view.y + halfY),
  };
}

/** Where a place is on the screen, by the shorter way around the world. */
export function screenPoint(
  view: MapView,
  size: MapSize,
  place: { latitude: number; longitude: number },
): Point {
  const scale = worldPx(view);
  const across = toMercatorX(place.longitude) - view.x;
  return {
    x: size.widthPx / 2 + (across - Math.round(across)) * scale,
    y: size.heightPx / 2 + (toMercatorY(place.latitude) - view.y) * scale,
  };
}

/** How many covers fit side by side. */
export function cellsAcross({ widthPx }: MapSize): number {
  return Math.max(1, Math.min(64, Math.floor(widthPx / CELL_PX)));
}

/** The closest view cannot tell its photos apart. */
export function isOnePlace(area: Area): boolean {
  const scale = 256 * 2 ** MAX_ZOOM;
  const width = toMercatorX(area.east) - toMercatorX(area.west);
  const height = toMercatorY(area.south) - toMercatorY(area.north);
  return (width + (area.east < area.west ? 1 : 0)) * scale < CELL_PX && height * scale < CELL_PX;
}

/** A step of lines of longitude and latitude, in degrees, that leaves at least 160 px between two. */
export function gridStep(view: MapView): number {
  const degreePx = worldPx(view) / 360;
  const steps = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30];
  return steps.find((step) => step * degreePx >= 160) ?? 30;
}
