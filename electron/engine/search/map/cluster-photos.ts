import { fromMercatorX, fromMercatorY, toMercatorX } from "../../../contract/mercator.ts";
import { MAX_CLUSTERS, type Area } from "../../../contract/places.ts";
import type { LocatedPhotos } from "./located-photos.ts";

/** Photos that are shown as one. */
export interface Cluster extends Area {
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
  /** The newest entries, the newest first, at most {@link COVERS}. */
  readonly covers: readonly number[];
}

/** The newest entry may have no thumbnail yet, or be a film. */
const COVERS = 3;
/** Covers that are nearer than this share of a cell would lie over each other. */
const APART = 0.95;

/** On the map, with x from the window's western edge on, so that nothing breaks at the antimeridian. */
interface Cell {
  readonly row: number;
  x: number;
  y: number;
  count: number;
  sumX: number;
  sumY: number;
  west: number;
  east: number;
  south: number;
  north: number;
  covers: number[];
}

/** `cells`: so many clusters, side by side, fill the area's width; their number goes down until there are not too many. */
export function clusterPhotos(
  photos: LocatedPhotos,
  { area, cells }: { readonly area: Area; readonly cells: number },
): Cluster[] {
  const widthX = eastOf(area) / 360;
  // A grid that halves from one zoom to the next and stays where it is when the window moves.
  let side = 2 ** Math.ceil(Math.log2(Math.max(widthX, 1e-9) / cells) - 1e-9);
  for (;;) {
    const apart = spread([...fillCells(photos, area, side).values()], side);
    if (apart.length <= MAX_CLUSTERS)
      return inReadingOrder(apart, side).map((cell) => toCluster(cell, area));
    side *= 2;
  }
}

/** Degrees from the area's west to its east. */
function eastOf({ west, east }: Area): number {
  return east >= west ? east - west : east - west + 360;
}

function fillCells(photos: LocatedPhotos, area: Area, side: number): Map<number, Cell> {
  const { ids, latitudes, longitudes, ys } = photos;
  const width = eastOf(area);
  const startX = toMercatorX(area.west);
  const columns = Math.ceil(1 / side) + 2;
  const firstColumn = Math.floor(startX / side);
  const cells = new Map<number, Cell>();
  for (let at = 0; at < ids.length; at++) {
    const latitude = latitudes[at]!;
    if (latitude < area.south || latitude > area.north) continue;
    let east = longitudes[at]! - area.west;
    if (east < 0) east += 360;
    if (east > width) continue;
    const x = east / 360;
    const y = ys[at]!;
    const row = Math.floor(y / side);
    const key = row * columns + Math.floor((startX + x) / side) - firstColumn;
    const cell = cells.get(key);
    if (cell) addPhoto(cell, { id: ids[at]!, x, y, east, latitude });
    else cells.set(key, newCell(row, { id: ids[at]!, x, y, east, latitude }));
  }
  return cells;
}

interface PlacedPhoto {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Degrees from the window's western edge. */
  readonly east: number;
  readonly latitude: number;
}

function newCell(row: number, { id, x, y, east, latitude }: PlacedPhoto): Cell {
  return {
    ...{
      row,
      x,
      y,
      count: 1,
      sumX: x,
      sumY: y,
      west: east,
      east,
      south: latitude,
      north: latitude,
    },
    covers: [id],
  };
}

function addPhoto(cell: Cell, { id, x, y, east, latitude }: PlacedPhoto): void {
  cell.count++;
  cell.sumX += x;
  cell.sumY += y;
  if (east < cell.west) cell.west = east;
  if (east > cell.east) cell.east = east;
  if (latitude < cell.south) cell.south = latitude;
  if (latitude > cell.north) cell.north = latitude;
  if (id > cell.covers.at(-1)! || cell.covers.length < COVERS)
    cell.covers = newest([...cell.covers, id]);
}

function newest(ids: readonly number[]): number[] {
  return ids.toSorted((a, b) => b - a).slice(0, COVERS);
}

/** The densest cells stand where their photos are; what would lie under them goes into them. */
function spread(cells: readonly Cell[], side: number): Cell[] {
  const kept = new Map<string, Cell[]>();
  const all: Cell[] = [];
  for (const cell of cells) {
    cell.x = cell.sumX / cell.count;
    cell.y = cell.sumY / cell.count;
  }
  for (const cell of cells.toSorted((a, b) => b.count - a.count || a.y - b.y || a.x - b.x)) {
    const [column, row] = [Math.floor(cell.x / side), Math.floor(cell.y / side)];
    const near = around(column, row).flatMap((key) => kept.get(key) ?? []);
    const over = near.find(
      ({ x, y }) => Math.abs(x - cell.x) < APART * side && Math.abs(y - cell.y) < APART * side,
    );
    if (over) {
      join(over, cell);
      continue;
    }
    const key = `${column},${row}`;
    kept.set(key, [...(kept.get(key) ?? []), cell]);
    all.push(cell);
  }
  return all;
}

function around(column: number, row: number): string[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((down) => steps.map((right) => `${column + right},${row + down}`));
}

function join(into: Cell, { count, west, east, south, north, covers }: Cell): void {
  into.count += count;
  into.west = Math.min(into.west, west);
  into.east = Math.max(into.east, east);
  into.south = Math.min(into.south, south);
  into.north = Math.max(into.north, north);
  into.covers = newest([...into.covers, ...covers]);
}

function inReadingOrder(cells: readonly Cell[], side: number): Cell[] {
  const rowOf = ({ y }: Cell) => Math.floor(y / side);
  return cells.toSorted((a, b) => rowOf(a) - rowOf(b) || a.x - b.x || a.y - b.y);
}

function toCluster(cell: Cell, area: Area): Cluster {
  return {
    latitude: fromMercatorY(cell.y),
    longitude: fromMercatorX(toMercatorX(area.west) + cell.x),
    count: cell.count,
    covers: cell.covers,
    west: wrapped(area.west + cell.west),
    south: cell.south,
    east: wrapped(area.west + cell.east),
    north: cell.north,
  };
}

/** Positions are known to a millionth of a degree; sums are a little off it. */
function wrapped(longitude: number): number {
  const inside = longitude > 180 ? longitude - 360 : longitude;
  return Math.round(inside * 1_000_000) / 1_000_000;
}
