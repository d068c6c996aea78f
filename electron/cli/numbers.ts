import { InvalidArgumentError } from "commander";
import { Region } from "../contract/similar.ts";

export function atLeastOne(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError("Expected a whole number of at least 1.");
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError("Expected a port between 0 and 65535; 0 is any free one.");
}

export function fraction(text: string): number {
  const value = toNumber(text);
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError("Expected a number from 0 to 1.");
}

/** How much an example counts. */
export function weightOf(text: string): number {
  const value = toNumber(text);
  if (value > 0 && value <= 10) return value;
  throw new InvalidArgumentError("Expected a number above 0 and up to 10.");
}

/** Four fractions: left, top, width, height. */
export function regionOf(text: string): Region {
  const [x, y, width, height, ...more] = text.split(",").map(toNumber);
  const region = Region.safeParse({ x, y, width, height });
  if (region.success && more.length === 0) return region.data;
  throw new InvalidArgumentError(
    "Expected x,y,w,h as fractions of a region inside the picture, such as 0.25,0.25,0.5,0.5.",
  );
}

/** Not a number where the text is none. */
function toNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}
