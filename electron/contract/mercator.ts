/**
 * @file Web Mercator (EPSG:3857) in a square of side 1: x grows to the east from the antimeridian, y to the south. Engine and page
 * place photos on the map by the same formulas.
 */

/** The square's upper edge; what is beyond it is drawn on the edge. */
export const MERCATOR_LATITUDE = 85.0511287798066;

/** From degrees in [−180, 180]. */
export function toMercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** From degrees in [−90, 90]. */
export function toMercatorY(latitude: number): number {
  const limited = Math.max(-MERCATOR_LATITUDE, Math.min(MERCATOR_LATITUDE, latitude));
  const sine = Math.sin((limited * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** In [−180, 180), however often x went around the world. */
export function fromMercatorX(x: number): number {
  return (x - Math.floor(x)) * 360 - 180;
}

export function fromMercatorY(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
