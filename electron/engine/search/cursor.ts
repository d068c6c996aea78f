import { LibraryError } from "../../contract/errors.ts";

/** The timeline, newest first; by directory, and newest first inside each; or as the user put the photos of an album. */
export type PhotoOrder = "time" | "directory" | "album";

/** The photo at which a page begins, and the order it counts in. */
export interface PagePosition {
  readonly order: PhotoOrder;
  /** In an album: its place there. */
  readonly sortAtMs: number;
  readonly id: number;
}

const LETTERS = { time: "t", directory: "d", album: "a" } as const;

export function toCursor({ order, sortAtMs, id }: PagePosition): string {
  return Buffer.from(`${LETTERS[order]}${sortAtMs}.${id}`).toString("base64url");
}

/** A cursor that {@link toCursor} did not make throws `request-invalid`. */
export function fromCursor(cursor: string): PagePosition {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, letter, sortAtMs, id] = /^([tda])(-?\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (letter === undefined) {
    throw new LibraryError(
      "request-invalid",
      `expected a cursor of an earlier page but got ${JSON.stringify(cursor)}`,
    );
  }
  const order = (["time", "directory", "album"] as const).find((name) => LETTERS[name] === letter)!;
  return { order, sortAtMs: Number(sortAtMs), id: Number(id) };
}
