import { LibraryError } from "../../contract/errors.ts";
import { columnsOf, type PhotoOrder } from "./photo-order.ts";

/** The photo at which a page begins, and the order it counts in. */
export interface PagePosition {
  readonly order: PhotoOrder;
  /** One for each of the order's columns, so that the place is known when the photo is gone. */
  readonly values: readonly (string | number)[];
}

const LETTERS = { taken: "t", added: "a", name: "n", rating: "r", album: "p" } as const;
const sorts = Object.keys(LETTERS) as PhotoOrder["by"][];

export function toCursor({ order, values }: PagePosition): string {
  const { by, isReversed, inDirectories } = order;
  const text = `${LETTERS[by]}${isReversed ? "-" : ""}${inDirectories ? "/" : ""}${JSON.stringify(values)}`;
  return Buffer.from(text).toString("base64url");
}

/** A cursor that {@link toCursor} did not make throws `request-invalid`. */
export function fromCursor(cursor: string): PagePosition {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, letter, reversed, directories, list] = /^([tanrp])(-?)(\/?)(\[.+\])$/.exec(text) ?? [];
  const by = sorts.find((name) => LETTERS[name] === letter);
  if (by !== undefined) {
    const order = { by, isReversed: reversed === "-", inDirectories: directories === "/" };
    const values = readList(list!);
    if (values && areOf(order, values)) return { order, values };
  }
  throw new LibraryError(
    "request-invalid",
    `expected a cursor of an earlier page but got ${JSON.stringify(cursor)}`,
  );
}

function readList(text: string): unknown[] | undefined {
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    return undefined; // Said by whoever asks.
  }
}

function areOf(order: PhotoOrder, values: readonly unknown[]): values is (string | number)[] {
  const columns = columnsOf(order);
  return (
    values.length === columns.length &&
    values.every((value, at) =>
      columns[at] === "photo.name_key" ? typeof value === "string" : Number.isSafeInteger(value),
    )
  );
}
