/**
 * A lens without a name by its four numbers, as EXIF's LensSpecification has them: shortest and longest focal length in
 * millimetres, f-number at each. `24-70mm f/2.8`; undefined where no focal length is known.
 */
export function describeLens(specification: unknown): string | undefined {
  if (!Array.isArray(specification)) return undefined;
  const [shortest, longest, atShortest, atLongest] = specification.map(toKnown);
  if (shortest === undefined) return undefined;
  const lengths =
    longest === undefined || longest === shortest ? shortest : `${shortest}-${longest}`;
  if (atShortest === undefined) return `${lengths}mm`;
  const isConstant = atLongest === undefined || atLongest === atShortest;
  return `${lengths}mm f/${isConstant ? atShortest : `${atShortest}-${atLongest}`}`;
}

/** 0/0 stands for "unknown". One digit is as much as lenses are named by. */
function toKnown(value: unknown): number | undefined {
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) return undefined;
  return Math.round(value * 10) / 10;
}
