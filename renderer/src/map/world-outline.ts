/**
 * @file The outline of the world at 1 : 110,000,000 (Natural Earth, public domain, as TopoJSON by world-atlas) as paths of SVG on the
 * map's square, 1000 wide. A country across the antimeridian goes on past the square's edge: the map is drawn once more on either side.
 */
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { toMercatorX, toMercatorY } from "../../../electron/contract/mercator.ts";

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export interface WorldOutline {
  readonly land: string;
  /** Between countries. */
  readonly borders: string;
}

export const OUTLINE_SIDE = 1000;

/** Loaded with the first map, as most starts of the window need none. */
export async function loadOutline(): Promise<WorldOutline> {
  const { default: atlas } = await import("world-atlas/countries-110m.json");
  return toOutline(atlas as unknown as Atlas);
}

export function toOutline(atlas: Atlas): WorldOutline {
  const { countries, land } = atlas.objects;
  const polygons = feature(atlas, land).features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  });
  const borders = mesh(atlas, countries, (one, other) => one !== other);
  return {
    land: polygons
      .flat()
      .map((ring) => `${toPath(aroundPole(unwrapped(ring)))}Z`)
      .join(""),
    borders: borders.coordinates.map((line) => toPath(unwrapped(line))).join(""),
  };
}

type Point = readonly [longitude: number, latitude: number];

/** Without the jump from 180° to −180°, with its middle inside of the square. */
function unwrapped(line: readonly (readonly number[])[]): readonly Point[] {
  let before = line[0]![0]!;
  const points = line.map(([longitude, latitude]): Point => {
    before = longitude! + 360 * Math.round((before - longitude!) / 360);
    return [before, latitude!];
  });
  const middle = points.reduce((sum, [longitude]) => sum + longitude, 0) / points.length;
  const shift = 360 * Math.round(middle / 360);
  return points.map(([longitude, latitude]) => [longitude - shift, latitude]);
}

/** A coast that goes once around the world is closed along the edge of the map. */
function aroundPole(ring: readonly Point[]): readonly Point[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (Math.abs(last[0] - first[0]) < 180) return ring;
  const pole = Math.sign(first[1]) * 90;
  return [...ring, [last[0], pole], [first[0], pole]];
}

function toPath(line: readonly Point[]): string {
  const points = line.map(([longitude, latitude]) => {
    const x = toMercatorX(longitude) * OUTLINE_SIDE;
    const y = toMercatorY(latitude) * OUTLINE_SIDE;
    return `${x.toFixed(3)} ${y.toFixed(3)}`;
  });
  return `M${points.join("L")}`;
}
