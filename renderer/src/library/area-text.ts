/** @file Areas of the map as terms of the query language, and as people read them. */
import type { Area } from "../../../electron/contract/places.ts";
import { formatNear } from "../messages/format.ts";

/** About a metre: rounded outwards, an area still holds what lies on its edge. */
const PER_DEGREE = 100_000;

const DEGREES = String.raw`([+-]?\d+(?:\.\d+)?)`;
const AREA = new RegExp(`^${DEGREES},${DEGREES}\\.\\.${DEGREES},${DEGREES}$`);

/** The query within an area, instead of the one that it named before. */
export function queryWithin(query: string, area: Area): string {
  const term = `place:${areaValue(area)}`;
  const hasGroups = /[()]|\bOR\b/.test(query.replaceAll(/"[^"]*"/g, ""));
  if (hasGroups) return `(${query}) ${term}`;
  return `${query.replaceAll(/(?<=^|\s)place:\S+/gi, "")} ${term}`.replaceAll(/ {2,}/g, " ").trim();
}

/** What follows `place:`. */
export function areaValue({ west, south, east, north }: Area): string {
  const least = (degrees: number, limit: number) =>
    Math.max(-limit, Math.floor(degrees * PER_DEGREE) / PER_DEGREE);
  const most = (degrees: number, limit: number) =>
    Math.min(limit, Math.ceil(degrees * PER_DEGREE) / PER_DEGREE);
  return `${least(south, 90)},${least(west, 180)}..${most(north, 90)},${most(east, 180)}`;
}

/** The middle of the area that is written behind `place:`; undefined where it is none. */
export function areaName(value: string): string | undefined {
  const parts = AREA.exec(value)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [south, west, north, east] = parts as [number, number, number, number];
  const middle = (west + (east < west ? east + 360 : east)) / 2;
  return formatNear((south + north) / 2, middle > 180 ? middle - 360 : middle);
}
